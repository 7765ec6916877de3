import { process } from '../process-builder.ts';
import { run } from '../run.ts';
import type { Group } from './pattern.ts';

export const basicControlFlow: Group = {
  title: 'Basic control flow',
  patterns: [
    {
      number: 1,
      name: 'Sequence',
      verdict: '+',
      because: 'A flow from one step to the next.',
      draw: () => process('sequence').start().userTask('ask').userTask('answer').end(),
      play: (model) => {
        const instance = run(model);
        const before = instance.at();
        instance.complete('ask');
        return [before, instance.at()];
      },
      seen: [['ask'], ['answer']],
    },
    {
      number: 2,
      name: 'Parallel split',
      verdict: '+',
      because: 'A parallel gateway, or several flows out of a step.',
      draw: () => process('parallel-split').start().and('split').userTask('pack').end('packed').from('split').userTask('bill').end('billed'),
      play: (model) => run(model).at(),
      seen: ['pack', 'bill'],
    },
    {
      number: 3,
      name: 'Synchronization',
      verdict: '+',
      because: 'A parallel gateway waits for a token on each of its incoming flows.',
      draw: () => process('synchronization').start().and('split').userTask('pack').and('join').userTask('ship').end().from('split').userTask('bill').to('join'),
      play: (model) => {
        const instance = run(model);
        instance.complete('pack');
        const waiting = instance.at();
        instance.complete('bill');
        return [waiting, instance.at()];
      },
      seen: [['bill'], ['ship']],
    },
    {
      number: 4,
      name: 'Exclusive choice',
      verdict: '+',
      because: 'An exclusive gateway takes the first flow whose condition is true, else the default.',
      draw: () =>
        process('exclusive-choice').start().xor('large').when('amount > 100').userTask('approve').end('e1').from('large').otherwise().userTask('pay').end('e2'),
      play: (model) => [run(model, { amount: 500 }).at(), run(model, { amount: 5 }).at()],
      seen: [['approve'], ['pay']],
    },
    {
      number: 5,
      name: 'Simple merge',
      verdict: '+',
      because: 'An exclusive gateway, or several flows into a step, passes each token on.',
      draw: () =>
        process('simple-merge')
          .start()
          .xor('large')
          .when('amount > 100')
          .userTask('approve')
          .xor('merge')
          .userTask('pay')
          .end()
          .from('large')
          .otherwise()
          .userTask('check')
          .to('merge'),
      play: (model) => {
        const instance = run(model, { amount: 5 });
        instance.complete('check');
        return instance.at();
      },
      seen: ['pay'],
    },
  ],
};
