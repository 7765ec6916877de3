import type { Client } from 'pg';
import type { ProcessCache } from '../process-cache.ts';
import { refused } from '../result.ts';
import type { StoreLog } from '../store.ts';
import { type Loaded, type Part, rowsOf, stepBatch } from './batch.ts';
import { type CommitAnswer, type CommitRows, commitStatement } from './commit-statement.ts';
import type { Connection } from './connection.ts';
import { asking, DatabaseFailure } from './database-error.ts';
import { backendOf, findCommitted } from './doubt.ts';
import type { InstanceCache } from './instance-cache.ts';
import { type LiveInstance, summaryOf } from './live-instance.ts';
import { loadIdempotencyKeys, loadInstances } from './loads.ts';
import type { Step } from './step.ts';
import type { InstanceWork, Work } from './work.ts';

const MAX_INSTANCES = 256;
const MAX_COMMANDS = 1_000;
/** Tries of one command before it is given up: each is a conflict with another node or a deadlock. */
const MAX_ATTEMPTS = 20;
/** How long a lost database is waited for before callers are told. */
const PATIENCE_MS = 10_000;

export type FlusherDependencies = {
  readonly connection: Connection;
  readonly cache: InstanceCache;
  readonly processes: ProcessCache;
  readonly step: Step;
  readonly now: () => number;
  readonly log: StoreLog;
  readonly counters: { batches: number; instancesWritten: number; conflicts: number; retriedSingly: number; bugs: number };
  /** After the commit, before the callers are answered. */
  readonly committed: (parts: readonly Part[]) => void;
};

/** Takes whatever waits into one commit, then whatever has come meanwhile. Each instance belongs to one flusher of the node. */
export interface Flusher {
  add(work: Work): void;
  idle(): Promise<void>;
}

export function createFlusher(dependencies: FlusherDependencies): Flusher {
  const { connection, cache, counters, log, now } = dependencies;
  const queue = new Map<string, InstanceWork>();
  let running: Promise<void> | null = null;

  function add(work: Work): void {
    const waiting = queue.get(work.instanceId);
    if (waiting) waiting.works.push(work);
    else queue.set(work.instanceId, { tenantId: work.tenantId, instanceId: work.instanceId, works: [work] });
    running ??= new Promise<void>((resolve) => setImmediate(resolve)).then(run);
  }

  async function run(): Promise<void> {
    try {
      while (queue.size) await flush(take());
    } finally {
      running = null;
    }
  }

  function take(): InstanceWork[] {
    const batch: InstanceWork[] = [];
    let commands = 0;
    for (const [id, group] of queue) {
      queue.delete(id);
      batch.push(group);
      commands += group.works.length;
      if (batch.length >= MAX_INSTANCES || commands >= MAX_COMMANDS) break;
    }
    return batch;
  }

  /** What waited all the time the database was waited for isn't made to wait once more. */
  function takeAll(): InstanceWork[] {
    const all = [...queue.values()];
    queue.clear();
    return all;
  }

  async function flush(groups: readonly InstanceWork[]): Promise<void> {
    let sent: { parts: readonly Part[]; rows: CommitRows; backend: number | null } | null = null;
    try {
      const loaded = await load(groups);
      const at = now();
      const { parts, unproved } = stepBatch(groups, loaded, dependencies.step, at);
      unproved.forEach(lookAgain);
      if (!parts.length) return;
      const rows = rowsOf(parts, at);
      const statement = commitStatement(rows);
      const client = await connection.get(performance.now() + PATIENCE_MS);
      sent = { parts, rows, backend: backendOf(client) };
      const answer = await asking(() => client.query<CommitAnswer>(statement));
      counters.batches++;
      conclude(parts, answer.rows[0] ?? { written: [], lost: [], missed: [] });
    } catch (error) {
      for (const group of groups) cache.forget(group.tenantId, group.instanceId);
      const open = groups.map((group) => ({ ...group, works: group.works.filter((work) => !work.isSettled) })).filter((group) => group.works.length > 0);
      const kind = error instanceof DatabaseFailure ? error.kind : 'bug';
      if (kind === 'unreachable') giveUp([...open, ...takeAll()], 'database-unavailable');
      else if (kind === 'lost') await (sent ? resolveDoubt(open, sent) : retryLost(open));
      else await retrySingly(open, kind, error);
    }
  }

  async function retrySingly(groups: readonly InstanceWork[], kind: string, error: unknown): Promise<void> {
    if (groups.length > 1) {
      counters.retriedSingly += groups.length;
      for (const group of groups) await flush([group]);
      return;
    }
    for (const work of groups.flatMap((group) => group.works)) {
      if (kind === 'again') again(work);
      else {
        log('error', 'A command could not be written.', { instanceId: work.instanceId, command: work.command.type, error });
        work.fail(error);
      }
    }
  }

  function retryLost(groups: readonly InstanceWork[]): void {
    connection.drop();
    for (const work of groups.flatMap((group) => group.works)) again(work);
  }

  /** The connection went while committing. The old session is ended first, so that it can't commit after we have looked; then the log tells. */
  async function resolveDoubt(groups: readonly InstanceWork[], sent: { parts: readonly Part[]; rows: CommitRows; backend: number | null }): Promise<void> {
    try {
      const written = await askUntilAnswered((client) => findCommitted(client, sent.rows, sent.backend));
      const done = sent.parts.filter((part) => written.has(part.group.instanceId));
      log('warn', 'The connection was lost while committing; the log told what had happened.', { done: done.length, again: sent.parts.length - done.length });
      dependencies.committed(done);
      for (const part of done) answer(part);
      for (const work of groups.flatMap((group) => group.works)) {
        if (work.isSettled) continue;
        work.isInDoubt = true;
        again(work);
      }
    } catch (error) {
      log('error', 'The connection was lost while committing, and the database can not be asked.', { error });
      giveUp(groups, 'outcome-unknown');
    }
  }

  /** The new connection may be lost as the old one was. */
  async function askUntilAnswered<T>(question: (client: Client) => Promise<T>): Promise<T> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      connection.drop();
      const client = await connection.get(until);
      try {
        return await asking(() => question(client));
      } catch (error) {
        const isLost = error instanceof DatabaseFailure && error.kind === 'lost';
        if (!isLost || performance.now() > until) throw error;
      }
    }
  }

  function giveUp(groups: readonly InstanceWork[], code: 'database-unavailable' | 'outcome-unknown'): void {
    const details = {
      'database-unavailable': 'Expected the database to answer, but it does not. Nothing was done; try again.',
      'outcome-unknown':
        'Expected the database to confirm, but the connection was lost. It may have been done: repeat with the same idempotency key to learn it.',
    };
    for (const work of groups.flatMap((group) => group.works)) work.settle(refused(code, details[code]));
  }

  async function load(groups: readonly InstanceWork[]): Promise<Loaded> {
    const works = groups.flatMap((group) => group.works);
    const instances = new Map<string, LiveInstance>(
      groups.flatMap((group) => {
        const known = cache.get(group.tenantId, group.instanceId);
        return known ? [[group.instanceId, known] as const] : [];
      }),
    );
    const cached = new Set(instances.keys());
    const missing = groups.filter((group) => !instances.has(group.instanceId) && !(group.works[0]?.start && !group.works[0].isInDoubt));
    if (!missing.length && !works.some((work) => work.idempotency)) return { instances, cached, keys: new Map() };
    const client = await connection.get(performance.now() + PATIENCE_MS);
    const [keys, found] = await Promise.all([loadIdempotencyKeys(client, works), loadInstances(client, dependencies.processes, missing)]);
    for (const instance of found) instances.set(instance.id, instance);
    settleStartsInDoubt(groups, instances);
    return { instances, cached, keys };
  }

  /** A start whose connection was lost while committing, and whose instance is there: its id was its own, so it was done. */
  function settleStartsInDoubt(groups: readonly InstanceWork[], instances: Loaded['instances']): void {
    for (const group of groups) {
      const [first] = group.works;
      const instance = first?.start && first.isInDoubt ? instances.get(group.instanceId) : undefined;
      if (!first || !instance) continue;
      group.works.shift();
      first.settle({ ok: true, replayed: false, instance: summaryOf(instance), events: [], effects: [] });
    }
  }

  function conclude(parts: readonly Part[], { written, lost, missed }: CommitAnswer): void {
    const isWritten = new Set(written);
    const done = parts.filter((part) => isWritten.has(part.group.instanceId));
    counters.instancesWritten += done.length;
    for (const { applied } of done) cache.put(applied.instance);
    dependencies.committed(done);
    for (const part of done) answer(part);
    for (const part of parts) if (!isWritten.has(part.group.instanceId)) conflict(part, lost, missed);
  }

  function lookAgain({ tenantId, instanceId, works }: InstanceWork): void {
    cache.forget(tenantId, instanceId);
    works.forEach(add);
  }

  function answer({ applied }: Part): void {
    for (const { work, result } of applied.answered) work.settle(result);
    for (const { work, committed } of applied.done) work.settle({ ok: true, replayed: false, ...committed });
    if (!applied.bug) return;
    counters.bugs++;
    log('error', 'A bug suspended an instance.', { instanceId: applied.instance.id, error: applied.bug.error });
    applied.bug.work.fail(applied.bug.error);
  }

  /** The fence held it off: another node was faster, or a lease was lost, or what it wanted to take was gone. Stepping again is free. */
  function conflict({ group }: Part, lost: CommitAnswer['lost'], missed: CommitAnswer['missed']): void {
    counters.conflicts++;
    cache.forget(group.tenantId, group.instanceId);
    for (const work of group.works) {
      const { command } = work;
      const hasLost = ({ instance_id, key, attempt, worker }: CommitAnswer['lost'][number]) =>
        instance_id === group.instanceId &&
        'jobKey' in command &&
        key === command.jobKey &&
        attempt === (work.lease?.attempt ?? null) &&
        worker === (work.lease?.worker ?? null);
      if (work.lease && 'jobKey' in command && lost.some(hasLost))
        work.settle(refused('lease-lost', `Expected the lease of job ${command.jobKey} to be held, but it ran out, or another worker has it.`));
      else if (missed.some(({ instance_id, source, id }) => instance_id === group.instanceId && source === work.take?.source && id === work.take.id))
        work.settle(refused('already-taken', 'Expected to be the first to do this, but somebody else has done it.'));
      else if (work.start && work.start.correlationKey !== null && work.attempts > 0)
        work.settle(refused('key-in-use', `Expected no running instance started by the key ${work.start.correlationKey}, but there is one.`));
      else again(work);
    }
  }

  function again(work: Work): void {
    work.attempts++;
    if (work.attempts < MAX_ATTEMPTS) add(work);
    else work.settle(refused('overloaded', `Expected the command to be written within ${MAX_ATTEMPTS} tries, but others were always faster. Try again.`));
  }

  return {
    add,
    async idle() {
      while (running) await running;
    },
  };
}
