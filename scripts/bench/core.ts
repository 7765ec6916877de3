// npx tsx scripts/bench/core.ts [--json]: the engine's core alone, in memory, on one thread.
import { performance } from 'node:perf_hooks';
import { effectsOf, emptyInstance, type InstanceState, liveElements, replay, type StepResult, step } from '@baton/engine';
import type { Process } from '@baton/model';
import { process as draw } from '@baton/testkit';

const BY = { name: 'bench' };
const NOW = Date.parse('2026-03-02T12:00:00Z');
const asJson = process.argv.includes('--json');

/** Start, three automatic steps, a decision by FEEL, two automatic steps, end. */
const w1a = draw('w1a')
  .start()
  .script('a', 'a', 'amount * 2')
  .script('b', 'b', 'a + 1')
  .script('c', 'c', 'b - amount')
  .xor('big')
  .when('amount > 1000')
  .script('d', 'd', 'c * 3')
  .script('e', 'e', 'd + 4')
  .end()
  .from('big')
  .otherwise()
  .end('small')
  .build();

/** Three times a fork into five branches and a join. */
const w2 = (() => {
  const drawing = draw('w2').start();
  for (const round of [1, 2, 3]) {
    drawing.and(`fork${round}`).step(`s${round}1`).and(`join${round}`);
    for (const branch of [2, 3, 4, 5]) drawing.from(`fork${round}`).step(`s${round}${branch}`).to(`join${round}`);
  }
  return drawing.end().build();
})();

const w3 = draw('w3').start().userTask('approve', { approval: {} }).xor('ok').when('outcome = "approve"').end('yes').from('ok').otherwise().end('no').build();

function must(result: StepResult): Extract<StepResult, { ok: true }> {
  if (!result.ok) throw new Error(result.rejection.detail);
  return result;
}
const start = (process: Process, n: number) => must(step(process, emptyInstance(), { type: 'start', variables: { amount: 1001 + n }, by: BY }, NOW));

function completed(state: InstanceState): void {
  if (state.status !== 'completed') throw new Error(`Expected the instance to complete, but it is ${state.status}.`);
}

function decide(n: number): void {
  const { state } = start(w3, n);
  const taskKey = liveElements(state).find((element) => element.elementId === 'approve')?.key ?? '';
  completed(must(step(w3, state, { type: 'completeTask', taskKey, outcome: 'approve', variables: {}, by: BY }, NOW)).state);
}

type Workload = { readonly workload: string; readonly once: (n: number) => void; readonly batch: number };

const WORKLOADS: readonly Workload[] = [
  { workload: 'W1a', once: (n) => completed(start(w1a, n).state), batch: 20_000 },
  { workload: 'W2', once: (n) => completed(start(w2, n).state), batch: 5_000 },
  { workload: 'W3', once: decide, batch: 20_000 },
];

/** Best of several batches after a warm-up: what the code can do; the machine's other work only ever adds. */
function measure({ workload, once, batch }: Workload) {
  for (let n = 0; n < batch; n++) once(n);
  const rounds = Array.from({ length: 8 }, () => {
    const [wall, cpu] = [performance.now(), process.cpuUsage()];
    for (let n = 0; n < batch; n++) once(n);
    const { user, system } = process.cpuUsage(cpu);
    return { perSec: (batch / (performance.now() - wall)) * 1000, cpuMs: (user + system) / 1000 / batch };
  });
  const best = rounds.reduce((a, b) => (b.perSec > a.perSec ? b : a));
  const median = rounds.map((round) => round.perSec).sort((a, b) => a - b)[rounds.length >> 1] ?? 0;
  return {
    workload,
    target: 'baton-core',
    inFlight: 1,
    instancesPerSec: Math.round(best.perSec),
    medianInstancesPerSec: Math.round(median),
    cpuMsPerInstance: Number(best.cpuMs.toFixed(5)),
    ...latency(once),
  };
}

function latency(once: (n: number) => void) {
  const times = Array.from({ length: 5_000 }, (_, n) => {
    const begin = performance.now();
    once(n);
    return performance.now() - begin;
  }).sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(4));
  return { p50Ms: at(0.5), p99Ms: at(0.99) };
}

/** One command on an instance with 1,000 waiting tokens. */
function manyTokens() {
  const drawing = draw('many').start().and('fork');
  for (let n = 0; n < 1000; n++) drawing.from('fork').userTask(`t${n}`);
  const wide = drawing.build();
  const { state } = start(wide, 0);
  const taskKey = liveElements(state)[500]?.key ?? '';
  const result = latency(() => must(step(wide, state, { type: 'completeTask', taskKey, variables: {}, by: BY }, NOW)));
  return { workload: '1000-waiting-tokens', target: 'baton-core', inFlight: 1, ...result };
}

/** Replay and effects of what W1a gives, for the store's way back. */
function replaying() {
  const { events, state } = start(w1a, 0);
  if (JSON.stringify(replay(emptyInstance(), events)) !== JSON.stringify(state)) throw new Error('Expected the replay to give the state.');
  const begin = performance.now();
  for (let n = 0; n < 20_000; n++) replay(emptyInstance(), events);
  const perSec = 20_000 / ((performance.now() - begin) / 1000);
  return { workload: 'W1a-replay', target: 'baton-core', inFlight: 1, instancesPerSec: Math.round(perSec), effects: events.flatMap(effectsOf).length };
}

const results = [...WORKLOADS.map(measure), manyTokens(), replaying()];
if (asJson) for (const result of results) console.log(JSON.stringify(result));
else console.table(results);
