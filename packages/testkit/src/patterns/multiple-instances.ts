import { process } from '../process-builder.ts';
import { run } from '../run.ts';
import type { Group } from './pattern.ts';

export const multipleInstances: Group = {
  title: 'Multiple instances',
  patterns: [
    {
      number: 12,
      name: 'Multiple instances without synchronization',
      verdict: '+',
      because: 'A loop spawns a token a round; none waits for another.',
      draw: () =>
        process('mi-without-synchronization')
          .start()
          .xor('again')
          .script('next', 'n', 'n + 1')
          .and('spawn')
          .userTask('visit')
          .end('visited')
          .from('spawn')
          .xor('more')
          .when('n < 3')
          .to('again')
          .from('more')
          .otherwise()
          .userTask('report')
          .end(),
      play: (model) => {
        const instance = run(model, { n: 0 });
        return [...instance.at()].sort();
      },
      seen: ['report', 'visit', 'visit', 'visit'],
    },
    {
      number: 13,
      name: 'Multiple instances with a priori design-time knowledge',
      verdict: '+',
      because: 'A multi-instance step with a fixed cardinality.',
      draw: () =>
        process('mi-design-time')
          .start()
          .userTask('sign', { loop: { kind: 'parallel', cardinality: 3 } })
          .userTask('file')
          .end(),
      play: (model) => {
        const instance = run(model);
        const before = instance.at();
        for (let signature = 0; signature < 3; signature++) instance.complete('sign');
        return [before, instance.at()];
      },
      seen: [['sign', 'sign', 'sign'], ['file']],
    },
    {
      number: 14,
      name: 'Multiple instances with a priori run-time knowledge',
      verdict: '+',
      because: 'A multi-instance step over a collection, or with a cardinality that is calculated.',
      draw: () =>
        process('mi-run-time')
          .start()
          .userTask('sign', { loop: { kind: 'parallel', collection: '=people', elementVariable: 'person' } })
          .userTask('file')
          .end(),
      play: (model) => {
        const instance = run(model, { people: ['ann', 'ben'] });
        const before = instance.at();
        instance.complete('sign');
        instance.complete('sign');
        return [before, instance.at()];
      },
      seen: [['sign', 'sign'], ['file']],
    },
    {
      number: 15,
      name: 'Multiple instances without a priori run-time knowledge',
      verdict: '+',
      because: 'An ad-hoc sub-process: a step can be begun once more at any time while it runs, and all are waited for.',
      draw: () =>
        process('mi-without-knowledge')
          .start()
          .adHoc('visits', (inside) => inside.userTask('visit'))
          .userTask('report')
          .end(),
      play: (model) => {
        const instance = run(model);
        instance.activate('visits', 'visit');
        const added = instance.at();
        instance.complete('visit');
        const left = instance.at();
        instance.complete('visit');
        return [added, left, instance.at()];
      },
      seen: [['visit', 'visit'], ['visit'], ['report']],
    },
    {
      number: 34,
      name: 'Static partial join for multiple instances',
      verdict: '+',
      because: 'A multi-instance step throws an event when enough rounds are done (behaviour complex); a border event goes on, the rest is still done.',
      draw: () =>
        process('mi-static-partial-join')
          .start()
          .userTask('sign', {
            loop: {
              kind: 'parallel',
              cardinality: 3,
              behaviour: 'complex',
              events: [{ condition: 'numberOfCompletedInstances = 2', event: { type: 'escalation', code: 'enough' } }],
            },
          })
          .end()
          .from('sign')
          .boundary('enough', { type: 'escalation', code: 'enough', interrupting: false })
          .userTask('file')
          .end('filed'),
      play: (model) => {
        const instance = run(model);
        instance.complete('sign');
        const one = instance.at();
        instance.complete('sign');
        const two = instance.at();
        instance.complete('sign');
        return [one, two, instance.at()];
      },
      seen: [['sign', 'sign'], ['sign', 'file'], ['file']],
    },
    {
      number: 35,
      name: 'Cancelling partial join for multiple instances',
      verdict: '+',
      because: 'A completion condition: when it is true, what still runs is broken off.',
      draw: () =>
        process('mi-cancelling-partial-join')
          .start()
          .userTask('sign', { loop: { kind: 'parallel', cardinality: 3, completionCondition: 'numberOfCompletedInstances >= 2' } })
          .userTask('file')
          .end(),
      play: (model) => {
        const instance = run(model);
        instance.complete('sign');
        const one = instance.at();
        instance.complete('sign');
        return [one, instance.at()];
      },
      seen: [['sign', 'sign'], ['file']],
    },
    {
      number: 36,
      name: 'Dynamic partial join for multiple instances',
      verdict: '+/-',
      because:
        'An ad-hoc sub-process takes more rounds while it runs and ends by a condition on data, but what is begun is either broken off or waited for, not left to run on.',
      draw: () =>
        process('mi-dynamic-partial-join')
          .start()
          .adHoc('visits', (inside) => inside.userTask('visit'), { completionCondition: 'isEnough' })
          .userTask('report')
          .end(),
      play: (model) => {
        const instance = run(model, { isEnough: false });
        instance.activate('visits', 'visit');
        instance.activate('visits', 'visit');
        instance.complete('visit');
        const left = instance.at();
        instance.complete('visit', { variables: { isEnough: true } });
        return [left, instance.at()];
      },
      seen: [['visit', 'visit'], ['report']],
    },
  ],
};
