import { process } from '../process-builder.ts';
import { run } from '../run.ts';
import { World } from '../world.ts';
import type { Group } from './pattern.ts';

export const termination: Group = {
  title: 'Termination',
  patterns: [
    {
      number: 11,
      name: 'Implicit termination',
      verdict: '+',
      because: 'An instance ends when nothing is left to do, however many paths have ended.',
      draw: () => process('implicit-termination').start().and('split').userTask('a').from('split').userTask('b').end(),
      play: (model) => {
        const instance = run(model);
        instance.complete('b');
        const half = instance.status;
        instance.complete('a');
        return [half, instance.status];
      },
      seen: ['active', 'completed'],
    },
    {
      number: 43,
      name: 'Explicit termination',
      verdict: '+',
      because: 'A terminate end event ends the instance, whatever still runs.',
      draw: () => process('explicit-termination').start().and('split').userTask('a').end().from('split').userTask('b').terminate(),
      play: (model) => {
        const instance = run(model);
        instance.complete('b');
        return [instance.status, instance.at()];
      },
      seen: ['completed', []],
    },
  ],
};

const waitsFor = (key: string, event: 'signal' | 'message') => {
  const drawing = process(key).start().userTask('prepare');
  return (event === 'signal' ? drawing.signal('heard', 'go') : drawing.message('heard', 'go')).userTask('after').end();
};

export const triggers: Group = {
  title: 'Triggers',
  patterns: [
    {
      number: 23,
      name: 'Transient trigger',
      verdict: '+',
      because: 'A signal is heard by whoever waits at that moment, and by nobody later.',
      draw: () => waitsFor('transient-trigger', 'signal'),
      play: (model) => {
        const world = new World().deploy(model);
        const instance = world.start('transient-trigger');
        world.signal('go');
        instance.complete('prepare');
        const lost = instance.at();
        world.signal('go');
        return [lost, instance.at()];
      },
      seen: [['heard'], ['after']],
    },
    {
      number: 24,
      name: 'Persistent trigger',
      verdict: '+',
      because: 'A message is kept until somebody takes it or its time to live is over.',
      draw: () => waitsFor('persistent-trigger', 'message'),
      play: (model) => {
        const world = new World().deploy(model);
        const instance = world.start('persistent-trigger');
        world.message('go');
        instance.complete('prepare');
        return instance.at();
      },
      seen: ['after'],
    },
  ],
};
