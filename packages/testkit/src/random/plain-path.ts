import { liveElements, type Values } from '@baton/engine';
import fc from 'fast-check';
import { type Runner, SOMEBODY } from '../run.ts';
import { choose } from './dialect.ts';

/** What happens next, for the token game: nothing wrong or late, variables are flags. */
export type PlainMove = { readonly kind: (typeof KINDS)[number]; readonly pick: number };
const KINDS = ['complete', 'complete', 'complete', 'complete', 'correlate', 'correlate', 'signal', 'pass', 'throw', 'set'] as const;

export const plainMoves: fc.Arbitrary<readonly PlainMove[]> = fc.array(fc.record({ kind: fc.constantFrom(...KINDS), pick: fc.nat({ max: 1000 }) }), {
  minLength: 5,
  maxLength: 30,
});

const VALUES: readonly Values[] = [{}, {}, {}, { a: true }, { a: false }, { b: true }, { b: false }];
const values = (at: number) => choose(VALUES, at);
const errorCode = (at: number) => choose(['E1', 'E2', 'E3'], at);

const MOVES: { readonly [K in PlainMove['kind']]: (runner: Runner, pick: number) => void } = {
  complete: (runner, pick) => {
    const waiting = liveElements(runner.state).filter(({ awaits }) => awaits?.kind === 'task' || awaits?.kind === 'job' || awaits?.kind === 'call');
    const found = waiting.length ? choose(waiting, pick) : null;
    // What undoes has the variables of its time: a flag would stay there.
    const variables = found?.isUndo ? {} : values(pick);
    if (found?.awaits?.kind === 'task') runner.send({ type: 'completeTask', taskKey: found.key, variables, by: SOMEBODY });
    if (found?.awaits?.kind === 'job') runner.send({ type: 'completeJob', jobKey: found.key, variables });
    if (found?.awaits?.kind === 'call') runner.send({ type: 'completeCall', callKey: found.awaits.callKey, variables });
  },
  correlate: (runner, pick) => {
    const open = runner.listening('message');
    if (open.length) runner.send({ type: 'correlateMessage', subscriptionKey: choose(open, pick).subscriptionKey, variables: values(pick) });
  },
  signal: (runner, pick) => void runner.signal(pick % 2 ? 'alarm' : 'calm', values(pick)),
  pass: (runner, pick) => runner.pass((pick % 100) * 60_000),
  throw: (runner, pick) => {
    // Not what undoes: whether the border of what is undone still catches is a question of its own.
    const jobs = liveElements(runner.state).filter(({ awaits, isUndo }) => awaits?.kind === 'job' && !isUndo);
    if (jobs.length)
      runner.send({ type: pick % 2 ? 'throwJobError' : 'escalateJob', jobKey: choose(jobs, pick / 2).key, code: errorCode(pick), variables: {} });
  },
  set: (runner, pick) => void runner.set(values(pick)),
};

export function makePlain(runner: Runner, { kind, pick }: PlainMove): void {
  MOVES[kind](runner, pick);
}
