import { step as engineStep } from '@baton/engine';
import { isInstanceId, newId } from '../ids.ts';
import type { ProcessCache } from '../process-cache.ts';
import { refused } from '../result.ts';
import type { StoreLog } from '../store.ts';
import type { Part } from './batch.ts';
import type { CommitRows } from './commit-statement.ts';
import { createConnection } from './connection.ts';
import { DatabaseFailure } from './database-error.ts';
import { createFlusher } from './flusher.ts';
import { createInstanceCache } from './instance-cache.ts';
import { hasIncident, type LiveInstance, statusOf } from './live-instance.ts';
import { idempotencyId } from './loads.ts';
import type { CommittedChange, ExecuteRequest, ExecuteResult, Runtime, StartRequest, ToBeDone } from './runtime.ts';
import type { Step } from './step.ts';
import type { Work } from './work.ts';

/** Two are right on two cores: more only make batches smaller. */
const FLUSHERS = 2;
const MAX_WAITING = 10_000;

export type RuntimeDependencies = {
  readonly databaseUrl: string;
  readonly processes: ProcessCache;
  readonly now: () => number;
  readonly log: StoreLog;
  readonly maxWaiting?: number | undefined;
  readonly step?: Step | undefined;
};

export function createRuntime({ databaseUrl, processes, now, log, maxWaiting = MAX_WAITING, step = engineStep }: RuntimeDependencies): Runtime {
  const cache = createInstanceCache();
  const counters = { commands: 0, batches: 0, instancesWritten: 0, conflicts: 0, retriedSingly: 0, bugs: 0 };
  const listeners = new Set<(changes: readonly CommittedChange[]) => void>();
  const connections = Array.from({ length: FLUSHERS }, () => createConnection(databaseUrl));
  const flushers = connections.map((connection) => createFlusher({ connection, cache, processes, step, now, log, counters, committed: publish }));
  const inFlight = new Map<string, Promise<unknown>>();
  let waiting = 0;
  let isClosing = false;

  function publish(parts: readonly Part[]): void {
    if (!parts.length) return;
    const changes = parts.map(changeOf);
    for (const listener of listeners) {
      try {
        listener(changes);
      } catch (error) {
        log('error', 'A listener to commits failed.', { error });
      }
    }
  }

  function submit(work: Omit<Work, 'attempts' | 'isInDoubt' | 'isSettled' | 'settle' | 'fail'>): Promise<ExecuteResult> {
    if (isClosing) return Promise.resolve(refused('shutting-down', 'Expected a node that runs, but this one is shutting down. Try again; another takes over.'));
    if (waiting >= maxWaiting)
      return Promise.resolve(refused('overloaded', `Expected fewer than ${maxWaiting} waiting commands, but so many wait. Try again later.`));
    waiting++;
    counters.commands++;
    return new Promise<ExecuteResult>((resolve, reject) => {
      const settled = (end: () => void) => {
        if (added.isSettled) return;
        added.isSettled = true;
        waiting--;
        end();
      };
      const added: Work = {
        ...work,
        attempts: 0,
        isInDoubt: false,
        isSettled: false,
        settle: (result) => settled(() => resolve(result)),
        fail: (error) => settled(() => reject(error)),
      };
      flusherOf(work.instanceId).add(added);
    });
  }

  /** By the random end of the id: one instance is always with the same flusher. */
  const flusherOf = (instanceId: string) => flushers[Number.parseInt(instanceId.slice(-2), 16) % FLUSHERS] ?? flushers[0]!;

  /** A repeat that comes while the first is still at work waits for it, and then finds its answer. */
  async function once(request: { tenantId: string; idempotency?: ExecuteRequest['idempotency'] }, work: () => Promise<ExecuteResult>): Promise<ExecuteResult> {
    const { idempotency } = request;
    if (!idempotency) return work();
    const id = idempotencyId(request.tenantId, idempotency.scope, idempotency.key);
    for (let before = inFlight.get(id); before; before = inFlight.get(id)) await before.catch(() => undefined);
    const going = work();
    inFlight.set(id, going);
    try {
      return await going;
    } finally {
      inFlight.delete(id);
    }
  }

  async function start(request: StartRequest): Promise<ExecuteResult> {
    const { tenantId, processKey, version, variables, by, idempotency, startElementId, startTriggerIndex, parent } = request;
    const compiled = await (version === undefined ? processes.latest(tenantId, processKey) : processes.version(tenantId, processKey, version)).catch(
      unreachable,
    );
    if (compiled === UNREACHABLE) return refused('database-unavailable', 'Expected the database to answer, but it does not. Nothing was done; try again.');
    if (!compiled)
      return refused(
        'process-not-found',
        `Expected a published process ${processKey}${version === undefined ? '' : ` with version ${version}`}, but there is none.`,
      );
    if (startElementId === undefined && !compiled.process.startsOf(compiled.process.key).length)
      return refused('process-not-startable', `Expected process ${processKey} to have a start event without a trigger, but it has none.`);
    const work = {
      tenantId,
      instanceId: newId(now()),
      command: {
        type: 'start' as const,
        variables,
        by,
        ...(startElementId === undefined ? {} : { startElementId }),
        ...(startTriggerIndex === undefined ? {} : { startTriggerIndex }),
        ...(parent ? { isCalled: true } : {}),
      },
      guard: undefined,
      lease: undefined,
      idempotency,
      take: request.take,
      start: { compiled, businessKey: request.businessKey ?? null, parent: parent ?? null, correlationKey: request.correlationKey || null },
    };
    return once(request, () => submit(work));
  }

  async function execute(request: ExecuteRequest): Promise<ExecuteResult> {
    const { tenantId, instanceId, command, guard, lease, idempotency, take } = request;
    if (!isInstanceId(instanceId)) return refused('instance-not-found', `Expected an instance ${instanceId}, but there is none.`);
    return once(request, () => submit({ tenantId, instanceId, command, guard, lease, idempotency, take, start: null }));
  }

  return {
    start,
    execute,
    onCommitted(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get waiting() {
      return waiting;
    },
    stats: () => ({ ...counters, cacheSize: cache.size }),
    async drain() {
      isClosing = true;
      await Promise.all(flushers.map((flusher) => flusher.idle()));
      await Promise.all(connections.map((connection) => connection.close()));
    },
  };
}

const UNREACHABLE = Symbol('the database does not answer');
function unreachable(error: unknown): typeof UNREACHABLE {
  if (error instanceof DatabaseFailure && error.kind !== 'refused') return UNREACHABLE;
  throw error;
}

function changeOf({ applied: { instance, before, events, effects }, rows }: Part): CommittedChange {
  const toBeDone = toBeDoneBy(instance, rows);
  return {
    tenantId: instance.tenantId,
    instanceId: instance.id,
    processKey: instance.process.key,
    version: instance.processVersion,
    previousSeq: before.state.seq,
    seq: instance.state.seq,
    status: statusOf(instance),
    hasIncident: hasIncident(instance),
    startedBy: instance.startedBy,
    events,
    effects,
    ...(toBeDone ? { toBeDone } : {}),
  };
}

/** Most commits write nothing of it. */
function toBeDoneBy(instance: LiveInstance, rows: CommitRows | undefined): ToBeDone | null {
  const freedKey = instance.endedAt === null ? null : instance.correlationKey;
  const hasRows = rows && rows.outbox.length + rows.messagesThrown.length + rows.subscriptionsOpened.length > 0;
  if (freedKey === null && !hasRows) return null;
  return { outbox: rows?.outbox ?? [], messages: rows?.messagesThrown ?? [], subscriptions: rows?.subscriptionsOpened ?? [], freedKey };
}
