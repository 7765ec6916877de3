import { type Command, liveElements, liveTimers, openIncidents, type Values } from '@baton/engine';
import fc from 'fast-check';
import { type Runner, SOMEBODY } from '../run.ts';

/** What somebody does next: right things, wrong things, late things. `pick` chooses on which of those that are there. */
export type Move = { readonly kind: (typeof KINDS)[number]; readonly pick: number };
const KINDS = [
  'complete',
  'complete',
  'complete',
  'work',
  'work',
  'fail',
  'pass',
  'claim',
  'assign',
  'set',
  'resolve',
  'repair',
  'late',
  'wrong',
  'correlate',
  'correlate',
  'signal',
  'throw',
  'answer',
  'answer',
  'activate',
  'cancel',
] as const;

export const moves: fc.Arbitrary<readonly Move[]> = fc.array(fc.record({ kind: fc.constantFrom(...KINDS), pick: fc.nat({ max: 1000 }) }), {
  minLength: 3,
  maxLength: 30,
});

const VALUES: readonly Values[] = [
  { n: 1 },
  { n: 5 },
  { flag: true },
  { flag: false, n: 0 },
  { maybe: 3 },
  { n: null },
  { extra: { deep: [1, { x: null }] } },
  {},
];
const values = (pick: number) => VALUES[pick % VALUES.length] ?? {};
const OUTCOMES = ['approve', 'reject', 'nonsense', undefined];

function keyAwaiting(runner: Runner, kind: string, pick: number): string {
  const keys = liveElements(runner.state).flatMap((element) => (element.awaits?.kind === kind ? [element.key] : []));
  return keys[pick % Math.max(1, keys.length)] ?? `e${pick}`;
}

const callKeys = (runner: Runner) => liveElements(runner.state).flatMap(({ awaits }) => (awaits?.kind === 'call' ? [awaits.callKey] : []));
const ANSWERS: readonly ((callKey: string, pick: number) => Command)[] = [
  (callKey, pick) => ({ type: 'completeCall', callKey, variables: values(pick) }),
  (callKey, pick) => ({ type: 'completeCall', callKey, variables: values(pick) }),
  (callKey, pick) => ({ type: 'failCall', callKey, code: pick % 4 < 2 ? 'E1' : 'E3', variables: {} }),
  (callKey) => ({ type: 'breakCall', callKey, message: 'Cancelled' }),
  (callKey) => ({ type: 'escalateCall', callKey, code: 'E1', variables: {} }),
];
function correlate(runner: Runner, subscriptionKey: string, pick: number): void {
  runner.send({ type: 'correlateMessage', subscriptionKey, variables: values(pick), ...(pick % 3 ? {} : { messageId: `m${pick}` }) });
}

function complete(runner: Runner, taskKey: string, pick: number): void {
  const outcome = OUTCOMES[pick % OUTCOMES.length];
  const answer = runner.send({
    type: 'completeTask',
    taskKey,
    variables: values(pick),
    comment: 'because',
    by: SOMEBODY,
    ...(outcome === undefined ? {} : { outcome }),
  });
  if (answer === 'outcome-not-allowed' && runner.rejection?.expected?.length === 0)
    runner.send({ type: 'completeTask', taskKey, variables: values(pick), by: SOMEBODY });
}

const MOVES: { readonly [K in Move['kind']]: (runner: Runner, pick: number) => void } = {
  complete: (runner, pick) => complete(runner, keyAwaiting(runner, 'task', pick), pick),
  work: (runner, pick) => void runner.send({ type: 'completeJob', jobKey: keyAwaiting(runner, 'job', pick), variables: values(pick) }),
  fail: (runner, pick) => void runner.send({ type: 'failJob', jobKey: keyAwaiting(runner, 'job', pick), message: 'no', retries: pick % 2 }),
  pass: (runner, pick) => runner.pass((pick % 100) * 60_000),
  claim: (runner, pick) => void runner.send({ type: pick % 2 ? 'claimTask' : 'unclaimTask', taskKey: keyAwaiting(runner, 'task', pick), by: SOMEBODY }),
  assign: (runner, pick) =>
    void runner.send({ type: 'assignTask', taskKey: keyAwaiting(runner, 'task', pick), assignee: pick % 3 ? 'ann' : null, by: SOMEBODY }),
  set: (runner, pick) => void runner.set(values(pick), pick % 2 ? undefined : liveElements(runner.state)[pick % 5]?.key),
  resolve: (runner, pick) => void runner.resolve(pick % 2 ? 1 : undefined),
  repair: (runner) => repair(runner),
  late: (runner, pick) => {
    runner.send({ type: 'completeTask', taskKey: `e${pick % 30}`, variables: values(pick), by: SOMEBODY });
    runner.send({ type: 'completeJob', jobKey: `e${pick % 30}`, variables: values(pick) });
    runner.send({ type: 'fireTimer', timerKey: `t${pick % 30}` });
  },
  wrong: (runner, pick) => {
    runner.send({ type: 'start', variables: {}, by: SOMEBODY });
    runner.send({ type: 'resolveIncident', incidentKey: `i${pick}`, by: SOMEBODY });
    runner.set(JSON.parse('{"a":{"__proto__":1}}'));
  },
  correlate: (runner, pick) => {
    const open = runner.listening('message');
    correlate(runner, open[pick % Math.max(1, open.length)]?.subscriptionKey ?? `s${pick}`, pick);
  },
  signal: (runner, pick) => void runner.signal(pick % 2 ? 'alarm' : 'calm', values(pick)),
  throw: (runner, pick) => {
    const jobKey = keyAwaiting(runner, 'job', pick);
    runner.send({ type: pick % 2 ? 'throwJobError' : 'escalateJob', jobKey, code: pick % 4 < 2 ? 'E1' : 'E2', variables: {} });
  },
  answer: (runner, pick) => {
    const calls = callKeys(runner);
    const callKey = calls[pick % Math.max(1, calls.length)] ?? `c${pick}`;
    runner.send(ANSWERS[pick % ANSWERS.length]!(callKey, pick));
  },
  activate: (runner, pick) => {
    const inside = runner.process.childrenOf(runner.process.graph.elements.find(({ type }) => type === 'adHocSubProcess')?.id ?? 'none');
    const step = inside[pick % Math.max(1, inside.length)];
    if (step?.parent) runner.activate(step.parent, step.id);
  },
  cancel: (runner, pick) => void (pick % 20 === 0 && runner.cancel()),
};

export function make(runner: Runner, { kind, pick }: Move): void {
  MOVES[kind](runner, pick);
}

/** Sets what conditions and scripts read to what they can work with, then resolves all that is open. */
function repair(runner: Runner): void {
  for (const { key } of openIncidents(runner.state)) {
    if (runner.isFinished || runner.log.length > ENOUGH) return;
    runner.set({ n: 5, flag: true, maybe: 1, missing: 1, when: '2026-03-05T00:00:00Z' });
    if (liveElements(runner.state).some((element) => element.key === key)) runner.resolve();
  }
}

/** Events after which a run is ended: a loop that multiplies tokens would take minutes to check. */
export const ENOUGH = 3_000;

const CALM: Values = { n: 0, flag: false };

/** Does all that can be done, up to a limit; what doesn't come to an end (an endless loop) is cancelled. */
export function finish(runner: Runner): void {
  for (let round = 0; round < 40 && !runner.isFinished; round++) {
    if (runner.log.length > ENOUGH) break;
    repair(runner);
    for (const element of liveElements(runner.state)) {
      if (runner.log.length > ENOUGH) break;
      if (element.awaits?.kind === 'task') complete(runner, element.key, 0);
      if (element.awaits?.kind === 'job') runner.send({ type: 'completeJob', jobKey: element.key, variables: CALM });
      if (element.awaits?.kind === 'call') runner.send({ type: 'completeCall', callKey: element.awaits.callKey, variables: CALM });
    }
    for (const { subscriptionKey } of runner.listening('message')) if (runner.log.length < ENOUGH) correlate(runner, subscriptionKey, 0);
    for (const { name } of runner.listening('signal')) if (runner.log.length < ENOUGH) runner.signal(name);
    if (runner.listening('conditional').length)
      for (const values of [
        { n: 5, flag: true, maybe: 3 },
        { n: 2, flag: false },
      ])
        runner.set(values);
    if (liveTimers(runner.state).length) runner.pass(3_600_000);
  }
  if (!runner.isFinished) runner.cancel();
}
