import { type Graph, hasErrors, meaningOf, type Problem } from '@baton/model';
import type { Soundness } from '@baton/soundness';
import type { SoundnessAnswer, SoundnessQuestion } from './soundness-messages.ts';

/** As long as somebody goes on drawing, nothing is asked. */
const QUIET_MS = 400;

interface Watched {
  readonly graph: Graph;
  readonly problems: readonly Problem[];
}

interface Options {
  readonly read: () => Watched;
  /** Told at every change of the drawing. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** `null`: can't be said, since the drawing has errors. */
  readonly onSoundness: (soundness: Soundness | null) => void;
  readonly createWorker?: () => Worker;
}

const createOwnWorker = () => new Worker(new URL('./soundness.worker.ts', import.meta.url), { type: 'module' });

/** Has a worker look at the drawing whenever its meaning has changed and it has no errors. */
export function watchSoundness({ read, subscribe, onSoundness, createWorker = createOwnWorker }: Options): () => void {
  let worker: Worker | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let number = 0;
  let asked: string | null = null;

  const onAnswer = ({ data }: MessageEvent<SoundnessAnswer>) => {
    if (data.number === number) onSoundness(data.soundness);
  };
  const ask = () => {
    const { graph, problems } = read();
    const meaning = hasErrors(problems) ? null : meaningOf(graph);
    if (meaning === asked) return;
    asked = meaning;
    number++;
    if (meaning === null) return onSoundness(null);
    if (!worker) {
      worker = createWorker();
      worker.addEventListener('message', onAnswer);
    }
    const question: SoundnessQuestion = { number, graph };
    worker.postMessage(question);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, QUIET_MS);
  };
  const unsubscribe = subscribe(soon);
  soon();
  return () => {
    clearTimeout(timer);
    unsubscribe();
    worker?.terminate();
  };
}
