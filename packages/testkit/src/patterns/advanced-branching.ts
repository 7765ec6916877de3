import { process } from '../process-builder.ts';
import { run } from '../run.ts';
import type { Group } from './pattern.ts';

/** Three branches into one gateway that needs so many of them. */
const partialJoin = (key: string, needed: number) =>
  process(key)
    .start()
    .and('split')
    .userTask('a')
    .complex('enough', `activationCount >= ${needed}`)
    .userTask('after')
    .end()
    .from('split')
    .userTask('b')
    .to('enough')
    .from('split')
    .userTask('c')
    .to('enough');

/** Two tokens through the split: each branch is walked twice. */
const blockingJoin = (key: string, needed: number) =>
  process(key)
    .start()
    .task('twice', { completionQuantity: 2 })
    .and('split')
    .userTask('a')
    .complex('enough', `activationCount >= ${needed}`)
    .userTask('after')
    .end()
    .from('split')
    .userTask('b')
    .to('enough')
    .from('split')
    .userTask('c')
    .to('enough');

const inclusive = (key: string) =>
  process(key)
    .start()
    .or('which')
    .when('wantsFlight')
    .userTask('flight')
    .or('join')
    .userTask('pay')
    .end()
    .from('which')
    .when('wantsHotel')
    .userTask('hotel')
    .to('join');

const count = (ids: readonly string[], id: string) => ids.filter((each) => each === id).length;

export const advancedBranching: Group = {
  title: 'Advanced branching and synchronization',
  patterns: [
    {
      number: 6,
      name: 'Multi-choice',
      verdict: '+',
      because: 'An inclusive gateway takes every flow whose condition is true; so do conditional flows out of a step.',
      draw: () => inclusive('multi-choice'),
      play: (model) => [run(model, { wantsFlight: true, wantsHotel: true }).at(), run(model, { wantsFlight: false, wantsHotel: true }).at()],
      seen: [['flight', 'hotel'], ['hotel']],
    },
    {
      number: 7,
      name: 'Structured synchronizing merge',
      verdict: '+',
      because: 'An inclusive gateway waits for the branches that were taken, and only for those.',
      draw: () => inclusive('structured-synchronizing-merge'),
      play: (model) => {
        const both = run(model, { wantsFlight: true, wantsHotel: true });
        both.complete('flight');
        const waiting = both.at();
        both.complete('hotel');
        const one = run(model, { wantsFlight: false, wantsHotel: true });
        one.complete('hotel');
        return [waiting, both.at(), one.at()];
      },
      seen: [['hotel'], ['pay'], ['pay']],
    },
    {
      number: 8,
      name: 'Multi-merge',
      verdict: '+',
      because: 'An exclusive gateway passes on every token that reaches it, so what follows runs once for each.',
      draw: () => process('multi-merge').start().and('split').userTask('a').xor('merge').userTask('audit').end().from('split').userTask('b').to('merge'),
      play: (model) => {
        const instance = run(model);
        instance.complete('a');
        instance.complete('b');
        return instance.at();
      },
      seen: ['audit', 'audit'],
    },
    {
      number: 9,
      name: 'Structured discriminator',
      verdict: '+',
      because: 'A complex gateway that needs one token goes on with the first and swallows the rest.',
      draw: () => partialJoin('structured-discriminator', 1),
      play: (model) => {
        const instance = run(model);
        instance.complete('b');
        const first = instance.at();
        instance.complete('a');
        instance.complete('c');
        const rest = instance.at();
        instance.complete('after');
        return [first, rest, instance.status];
      },
      seen: [['a', 'c', 'after'], ['after'], 'completed'],
    },
    {
      number: 28,
      name: 'Blocking discriminator',
      verdict: '+',
      because: 'Until all branches have come once, a complex gateway keeps a second token of a branch for the next round.',
      draw: () => blockingJoin('blocking-discriminator', 1),
      play: (model) => {
        const instance = run(model);
        instance.complete('a');
        instance.complete('a');
        const blocked = count(instance.at(), 'after');
        instance.complete('b');
        instance.complete('c');
        return [blocked, count(instance.at(), 'after')];
      },
      seen: [1, 2],
    },
    {
      number: 29,
      name: 'Cancelling discriminator',
      verdict: '+',
      because: 'The first branch of a sub-process that reaches its terminate end breaks off the others.',
      draw: () =>
        process('cancelling-discriminator')
          .start()
          .sub('race', (inside) => inside.start('go').and('split').userTask('a').xor('first').terminate().from('split').userTask('b').to('first'))
          .userTask('after')
          .end(),
      play: (model) => {
        const instance = run(model);
        instance.complete('b');
        return instance.at();
      },
      seen: ['after'],
    },
    {
      number: 30,
      name: 'Structured partial join',
      verdict: '+',
      because: 'A complex gateway goes on when its rule about the number of tokens is true, once a round.',
      draw: () => partialJoin('structured-partial-join', 2),
      play: (model) => {
        const instance = run(model);
        instance.complete('a');
        const one = instance.at();
        instance.complete('b');
        const two = instance.at();
        instance.complete('c');
        return [one, two, instance.at()];
      },
      seen: [['b', 'c'], ['c', 'after'], ['after']],
    },
    {
      number: 31,
      name: 'Blocking partial join',
      verdict: '+',
      because: 'As a blocking discriminator, with a rule that needs more than one token.',
      draw: () => blockingJoin('blocking-partial-join', 2),
      play: (model) => {
        const instance = run(model);
        instance.complete('a');
        instance.complete('b');
        instance.complete('a');
        instance.complete('b');
        const blocked = count(instance.at(), 'after');
        instance.complete('c');
        return [blocked, count(instance.at(), 'after')];
      },
      seen: [1, 2],
    },
    {
      number: 32,
      name: 'Cancelling partial join',
      verdict: '+',
      because: 'A complex gateway before a terminate end of the sub-process that holds the branches.',
      draw: () =>
        process('cancelling-partial-join')
          .start()
          .sub('race', (inside) =>
            inside
              .start('go')
              .and('split')
              .userTask('a')
              .complex('enough', 'activationCount >= 2')
              .terminate()
              .from('split')
              .userTask('b')
              .to('enough')
              .from('split')
              .userTask('c')
              .to('enough'),
          )
          .userTask('after')
          .end(),
      play: (model) => {
        const instance = run(model);
        instance.complete('a');
        instance.complete('c');
        return instance.at();
      },
      seen: ['after'],
    },
    {
      number: 33,
      name: 'Generalised AND-join',
      verdict: '+',
      because: 'A parallel gateway counts tokens for each flow; a second one on a flow is kept for the next round.',
      draw: () =>
        process('generalised-and-join')
          .start()
          .task('twice', { completionQuantity: 2 })
          .and('split')
          .userTask('a')
          .and('join')
          .userTask('after')
          .end()
          .from('split')
          .userTask('b')
          .to('join'),
      play: (model) => {
        const instance = run(model);
        instance.complete('a');
        instance.complete('a');
        instance.complete('b');
        const once = count(instance.at(), 'after');
        instance.complete('b');
        return [once, count(instance.at(), 'after')];
      },
      seen: [1, 2],
    },
    {
      number: 37,
      name: 'Local synchronizing merge',
      verdict: '+',
      because: 'An inclusive join looks at what can still reach it, so the split needs no partner.',
      draw: () =>
        process('local-synchronizing-merge')
          .start()
          .xor('kind')
          .when('isLarge')
          .and('split')
          .userTask('a')
          .or('join')
          .userTask('after')
          .end()
          .from('split')
          .userTask('b')
          .to('join')
          .from('kind')
          .otherwise()
          .userTask('c')
          .to('join'),
      play: (model) => {
        const large = run(model, { isLarge: true });
        large.complete('a');
        const waiting = large.at();
        large.complete('b');
        const small = run(model, { isLarge: false });
        small.complete('c');
        return [waiting, large.at(), small.at()];
      },
      seen: [['b'], ['after'], ['after']],
    },
    {
      number: 38,
      name: 'General synchronizing merge',
      verdict: '+',
      because: 'The inclusive join decides by reachability in the whole scope, loops included.',
      draw: () =>
        process('general-synchronizing-merge')
          .start()
          .and('split')
          .userTask('a')
          .or('join')
          .userTask('after')
          .end()
          .from('split')
          .xor('again')
          .userTask('b')
          .xor('enough')
          .when('isEnough')
          .to('join')
          .from('enough')
          .otherwise()
          .to('again'),
      play: (model) => {
        const instance = run(model, { isEnough: false });
        instance.complete('a');
        instance.complete('b');
        const looping = instance.at();
        instance.complete('b', { variables: { isEnough: true } });
        return [looping, instance.at()];
      },
      seen: [['b'], ['after']],
    },
    {
      number: 41,
      name: 'Thread merge',
      verdict: '+',
      because: 'A step with a start quantity takes that many tokens to begin.',
      draw: () => process('thread-merge').start().task('three', { completionQuantity: 3 }).userTask('count').userTask('report', { startQuantity: 3 }).end(),
      play: (model) => {
        const instance = run(model);
        instance.complete('count');
        instance.complete('count');
        const two = instance.at();
        instance.complete('count');
        return [two, instance.at()];
      },
      seen: [['count'], ['report']],
    },
    {
      number: 42,
      name: 'Thread split',
      verdict: '+',
      because: 'A step with a completion quantity gives that many tokens on each way out.',
      draw: () => process('thread-split').start().task('three', { completionQuantity: 3 }).userTask('count').end(),
      play: (model) => run(model).at(),
      seen: ['count', 'count', 'count'],
    },
  ],
};
