import { refused } from '../result.ts';
import { type Applied, applyWork, newInstance } from './apply-work.ts';
import { type CommitRows, noRows } from './commit-statement.ts';
import { rowsOfEffects } from './effects-to-rows.ts';
import type { LiveInstance } from './live-instance.ts';
import { idempotencyId, type KnownKey } from './loads.ts';
import type { Step } from './step.ts';
import type { InstanceWork, Work } from './work.ts';
import { instanceRow } from './writers/instances.ts';

/** One instance's part of a batch, stepped and waiting for the commit. `rows`: what it writes beside the instance itself. */
export type Part = { readonly group: InstanceWork; readonly applied: Applied; rows?: CommitRows };

export type Loaded = {
  readonly instances: ReadonlyMap<string, LiveInstance>;
  /** Ids of those that come from the cache: another node may have written them since. */
  readonly cached: ReadonlySet<string>;
  readonly keys: ReadonlyMap<string, KnownKey>;
};

export type Stepped = {
  readonly parts: readonly Part[];
  /** All refused, on a state that may be stale: to be looked at again in a fresh one. */
  readonly unproved: readonly InstanceWork[];
};

/**
 * Steps every instance's commands. A refusal is as good as the state it comes from: it is given at once if that was read now, after the
 * commit if the batch writes the instance (the fence proves the state), else not before a fresh look.
 */
export function stepBatch(groups: readonly InstanceWork[], loaded: Loaded, step: Step, now: number): Stepped {
  const unproved: InstanceWork[] = [];
  const parts = groups.flatMap((group) => {
    const works = group.works.filter((work) => !answerRepeated(work, loaded.keys));
    const [first] = works;
    if (!first) return [];
    const known = loaded.instances.get(group.instanceId);
    if (!known && !first.start) {
      for (const work of works) work.settle(refused('instance-not-found', `Expected an instance ${group.instanceId}, but there is none.`));
      return [];
    }
    const applied = applyWork(known ?? newInstance(first, now), works, step, now);
    const isToBeWritten = applied.done.length > 0 || (applied.bug !== null && applied.before.version > 0);
    if (isToBeWritten) return [{ group: { ...group, works }, applied }];
    if (loaded.cached.has(group.instanceId)) {
      unproved.push({ ...group, works });
      return [];
    }
    for (const { work, result } of applied.answered) work.settle(result);
    applied.bug?.work.fail(applied.bug.error);
    return [];
  });
  return { parts, unproved };
}

function answerRepeated(work: Work, keys: ReadonlyMap<string, KnownKey>): boolean {
  const { idempotency } = work;
  const known = idempotency && keys.get(idempotencyId(work.tenantId, idempotency.scope, idempotency.key));
  if (!known) return false;
  if (known.request_hash === idempotency.requestHash) work.settle({ ok: true, replayed: true, answer: known.answer });
  else work.settle(refused('idempotency-key-reused', 'Expected a new idempotency key for a new request, but this key was used for another request.'));
  return true;
}

/** All rows of the batch, instances in order of their ids, so that two nodes lock them in one order. */
export function rowsOf(parts: readonly Part[], now: number): CommitRows {
  const rows = noRows();
  for (const part of [...parts].sort((a, b) => (a.group.instanceId < b.group.instanceId ? -1 : 1))) {
    const { applied } = part;
    const { instance, events, effects } = applied;
    rows.instances.push(instanceRow(instance, events, now));
    if (effects.length || events.length) {
      part.rows = rowsOfEffects(instance, effects, events, now);
      append(rows, part.rows);
    }
    for (const { work, committed } of applied.done) appendRequest(rows, work, () => work.idempotency?.answer(committed) ?? null);
  }
  return rows;
}

function append(rows: CommitRows, more: CommitRows): void {
  for (const table of Object.keys(rows) as (keyof CommitRows)[]) (rows[table] as unknown[]).push(...more[table]);
}

function appendRequest(
  rows: CommitRows,
  { tenantId, instanceId, command, lease, take, idempotency }: Work,
  answer: () => ReturnType<NonNullable<Work['idempotency']>['answer']>,
): void {
  const on = { tenant_id: tenantId, instance_id: instanceId };
  if (lease && 'jobKey' in command) rows.leases.push({ ...on, key: command.jobKey, attempt: lease.attempt ?? null, worker: lease.worker ?? null });
  if (take) rows.takes.push({ ...on, ...take });
  if (idempotency)
    rows.idempotencyKeys.push({
      ...on,
      scope: idempotency.scope,
      key: idempotency.key,
      request_hash: idempotency.requestHash,
      answer: JSON.stringify(answer()),
    });
}
