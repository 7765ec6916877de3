import { process } from '../process-builder.ts';
import { run } from '../run.ts';
import type { Group } from './pattern.ts';

const signatures = (key: string) =>
  process(key)
    .start()
    .userTask('sign', { loop: { kind: 'parallel', cardinality: 3 } });

export const cancellation: Group = {
  title: 'Cancellation and force completion',
  patterns: [
    {
      number: 19,
      name: 'Cancel task',
      verdict: '+',
      because: 'An interrupting border event withdraws its step.',
      draw: () =>
        process('cancel-task')
          .start()
          .userTask('approve')
          .end()
          .from('approve')
          .boundary('withdrawn', { type: 'message', name: 'withdraw' })
          .userTask('inform')
          .end('e2'),
      play: (model) => {
        const instance = run(model);
        instance.correlate('withdraw');
        return instance.at();
      },
      seen: ['inform'],
    },
    {
      number: 20,
      name: 'Cancel case',
      verdict: '+',
      because: 'A terminate end event ends all that runs; an instance can be cancelled from outside too.',
      draw: () => process('cancel-case').start().and('split').userTask('work').end().from('split').message('stop', 'stop').terminate(),
      play: (model) => {
        const stopped = run(model);
        stopped.correlate('stop');
        const cancelled = run(model);
        cancelled.cancel();
        return [stopped.status, stopped.at(), cancelled.status, cancelled.at()];
      },
      seen: ['completed', [], 'cancelled', []],
    },
    {
      number: 25,
      name: 'Cancel region',
      verdict: '+/-',
      because: 'An interrupting border event withdraws all that runs in a sub-process; the region must be a sub-process, not any set of steps.',
      draw: () =>
        process('cancel-region')
          .start()
          .and('fork')
          .sub('trip', (inside) => inside.start('s').and('split').userTask('flight').end('e1').from('split').userTask('hotel').end('e2'))
          .end()
          .from('trip')
          .boundary('called-off', { type: 'message', name: 'called-off' })
          .userTask('inform')
          .end('informed')
          .from('fork')
          .userTask('save')
          .end('saved'),
      play: (model) => {
        const instance = run(model);
        instance.complete('flight');
        instance.correlate('called-off');
        return [...instance.at()].sort();
      },
      seen: ['inform', 'save'],
    },
    {
      number: 26,
      name: 'Cancel multiple instance task',
      verdict: '+',
      because: 'An interrupting border event of a multi-instance step withdraws all its rounds.',
      draw: () =>
        signatures('cancel-mi').userTask('file').end().from('sign').boundary('withdrawn', { type: 'message', name: 'withdraw' }).userTask('inform').end('e2'),
      play: (model) => {
        const instance = run(model);
        instance.complete('sign');
        instance.correlate('withdraw');
        return instance.at();
      },
      seen: ['inform'],
    },
    {
      number: 27,
      name: 'Complete multiple instance task',
      verdict: '+',
      because: 'An interrupting border event withdraws the rounds that are left and goes on where the step would have.',
      draw: () => signatures('complete-mi').xor('done').userTask('file').end().from('sign').boundary('enough', { type: 'message', name: 'enough' }).to('done'),
      play: (model) => {
        const instance = run(model);
        instance.complete('sign');
        instance.correlate('enough');
        return instance.at();
      },
      seen: ['file'],
    },
  ],
};
