import { process } from '../process-builder.ts';
import { run } from '../run.ts';
import type { Group } from './pattern.ts';

export const stateBased: Group = {
  title: 'State-based',
  patterns: [
    {
      number: 16,
      name: 'Deferred choice',
      verdict: '+',
      because: 'An event-based gateway: the first of its events that comes decides, the others are withdrawn.',
      draw: () =>
        process('deferred-choice')
          .start()
          .eventGateway('wait')
          .message('paid', 'paid')
          .userTask('ship')
          .end('e1')
          .from('wait')
          .timer('late', { duration: 'P1D' })
          .userTask('remind')
          .end('e2'),
      play: (model) => {
        const paid = run(model);
        paid.correlate('paid');
        const late = run(model);
        late.pass(86_400_000);
        return [paid.at(), late.at(), late.correlate('paid')];
      },
      seen: [['ship'], ['remind'], 'subscription-not-found'],
    },
    {
      number: 17,
      name: 'Interleaved parallel routing',
      verdict: '+/-',
      because:
        'A sequential ad-hoc sub-process does one step at a time in the order in which they are drawn or chosen; a partial order of more than chains needs a rule of its own.',
      draw: () =>
        process('interleaved-parallel-routing')
          .start()
          .adHoc('checks', (inside) => inside.userTask('blood').userTask('result').apart().userTask('heart'), { ordering: 'sequential' })
          .userTask('report')
          .end(),
      play: (model) => {
        const instance = run(model);
        const seen: string[][] = [];
        while (instance.at()[0] !== 'report' && seen.length < 9) {
          seen.push(instance.at());
          for (const id of instance.at()) instance.complete(id);
        }
        return { neverTwoAtOnce: seen.every((at) => at.length === 1), all: seen.flat().sort(), afterwards: instance.at() };
      },
      seen: { neverTwoAtOnce: true, all: ['blood', 'heart', 'result'], afterwards: ['report'] },
    },
    {
      number: 18,
      name: 'Milestone',
      verdict: '+/-',
      because:
        'A border event that doesn’t interrupt offers a step exactly while its host is active, but the state must be a step or sub-process, not any place in the process.',
      draw: () =>
        process('milestone')
          .start()
          .userTask('collect')
          .userTask('ship')
          .end()
          .from('collect')
          .boundary('change', { type: 'message', name: 'change', interrupting: false })
          .userTask('amend')
          .end('amended'),
      play: (model) => {
        const instance = run(model);
        const during = [instance.correlate('change'), ...instance.at()];
        instance.complete('amend');
        instance.complete('collect');
        return [during, instance.correlate('change'), instance.at()];
      },
      seen: [['ok', 'collect', 'amend'], 'subscription-not-found', ['ship']],
    },
    {
      number: 39,
      name: 'Critical section',
      verdict: '+/-',
      because:
        'Sub-processes in a sequential ad-hoc sub-process never run at the same time; sections elsewhere in the process can’t be made to exclude each other.',
      draw: () =>
        process('critical-section')
          .start()
          .adHoc(
            'press',
            (inside) =>
              inside
                .sub('print', (print) => print.start('p0').userTask('load').userTask('print-it').end('p1'))
                .apart()
                .sub('copy', (copy) => copy.start('c0').userTask('copy-it').end('c1')),
            { ordering: 'sequential' },
          )
          .userTask('collect')
          .end(),
      play: (model) => {
        const instance = run(model);
        const seen = [instance.at()];
        for (const id of ['load', 'print-it', 'copy-it']) {
          instance.complete(id);
          seen.push(instance.at());
        }
        return seen;
      },
      seen: [['load'], ['print-it'], ['copy-it'], ['collect']],
    },
    {
      number: 40,
      name: 'Interleaved routing',
      verdict: '+',
      because: 'A sequential ad-hoc sub-process: every step once, in any order, never two at a time.',
      draw: () =>
        process('interleaved-routing')
          .start()
          .adHoc('checks', (inside) => inside.userTask('eyes').apart().userTask('ears'), { ordering: 'sequential' })
          .userTask('report')
          .end(),
      play: (model) => {
        const instance = run(model);
        const seen = [instance.at()];
        for (const id of ['eyes', 'ears']) {
          instance.complete(id);
          seen.push(instance.at());
        }
        return seen;
      },
      seen: [['eyes'], ['ears'], ['report']],
    },
  ],
};
