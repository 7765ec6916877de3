import { process } from '../process-builder.ts';
import { run } from '../run.ts';
import { World } from '../world.ts';
import type { Group } from './pattern.ts';

export const iteration: Group = {
  title: 'Iteration',
  patterns: [
    {
      number: 10,
      name: 'Arbitrary cycles',
      verdict: '+',
      because: 'Flows may lead back to anywhere: loops with several ways in and out.',
      draw: () =>
        process('arbitrary-cycles')
          .start()
          .userTask('write')
          .userTask('review')
          .xor('verdict')
          .when('verdict = "rewrite"')
          .to('write')
          .from('verdict')
          .when('verdict = "again"')
          .to('review')
          .from('verdict')
          .otherwise()
          .end(),
      play: (model) => {
        const instance = run(model, { verdict: null });
        instance.complete('write');
        for (const verdict of ['again', 'rewrite']) instance.complete('review', { variables: { verdict } });
        const back = instance.at();
        instance.complete('write');
        instance.complete('review', { variables: { verdict: 'good' } });
        return [back, instance.status];
      },
      seen: [['write'], 'completed'],
    },
    {
      number: 21,
      name: 'Structured loop',
      verdict: '+',
      because: 'A standard loop, its condition asked before or after each round.',
      draw: () =>
        process('structured-loop')
          .start()
          .userTask('try', { loop: { kind: 'standard', condition: 'not(isDone)' } })
          .userTask('tidy', { loop: { kind: 'standard', condition: 'not(isDone)', testBefore: true } })
          .userTask('report')
          .end(),
      play: (model) => {
        const instance = run(model, { isDone: false });
        instance.complete('try');
        const again = instance.at();
        instance.complete('try', { variables: { isDone: true } });
        return [again, instance.at()];
      },
      seen: [['try'], ['report']],
    },
    {
      number: 22,
      name: 'Recursion',
      verdict: '+',
      because: 'A call activity may call its own process.',
      draw: () =>
        process('recursion')
          .start()
          .xor('base')
          .when('n = 0')
          .end('bottom')
          .from('base')
          .otherwise()
          .call('deeper', 'recursion', { inputs: [{ target: 'n', value: '=n - 1' }] })
          .end(),
      play: (model) => {
        const world = new World().deploy(model);
        world.start('recursion', { n: 3 });
        return world.instances.map((instance) => instance.status);
      },
      seen: ['completed', 'completed', 'completed', 'completed'],
    },
  ],
};
