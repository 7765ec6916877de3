import { compile } from '@baton/model';
import { checkSoundness } from '@baton/soundness';
import type { SoundnessAnswer, SoundnessQuestion } from './soundness-messages.ts';

self.addEventListener('message', ({ data }: MessageEvent<SoundnessQuestion>) => {
  const answer: SoundnessAnswer = { number: data.number, soundness: checkSoundness(compile(data.graph)) };
  self.postMessage(answer);
});
