import { type Effect, type EngineEvent, emptyInstance, isFinished, liveElement } from '@baton/engine';
import { refused } from '../result.ts';
import { type LiveInstance, summaryOf } from './live-instance.ts';
import type { Committed, ExecuteResult, TaskFacts } from './runtime.ts';
import type { Step } from './step.ts';
import type { Work } from './work.ts';

/** A failure of ours as an incident: its key, so that trying again finds it. */
export const BUG_INCIDENT_PREFIX = 'bug-';

/** What the waiting commands of one instance come to, in memory. Nothing of it is true before it is committed. */
export type Applied = {
  /** After them; its version is the one to be written. */
  readonly instance: LiveInstance;
  readonly before: LiveInstance;
  readonly events: EngineEvent[];
  readonly effects: Effect[];
  readonly done: { readonly work: Work; readonly committed: Committed }[];
  /** Answers that need no commit. */
  readonly answered: { readonly work: Work; readonly result: ExecuteResult }[];
  readonly bug: { readonly work: Work; readonly error: unknown } | null;
};

export function newInstance(work: Work, now: number): LiveInstance {
  if (!work.start || work.command.type !== 'start') throw new Error(`Expected a start for the new instance ${work.instanceId}, but got ${work.command.type}.`);
  const { compiled, businessKey, parent, correlationKey } = work.start;
  return {
    tenantId: work.tenantId,
    id: work.instanceId,
    process: compiled.process,
    processVersion: compiled.version,
    version: 0,
    businessKey,
    parent,
    correlationKey,
    startedBy: work.command.by,
    startedAt: now,
    endedAt: null,
    isSuspended: false,
    state: emptyInstance(),
  };
}

/** Steps the commands one after the other: the last state, all events. A bug of ours suspends the instance and leaves out what came after it. */
export function applyWork(before: LiveInstance, works: readonly Work[], step: Step, now: number): Applied {
  const applied: Applied = { instance: before, before, events: [], effects: [], done: [], answered: [], bug: null };
  let instance = before;
  let bug: Applied['bug'] = null;
  for (const work of works) {
    if (bug) {
      applied.answered.push({ work, result: suspended(before.id) });
      continue;
    }
    try {
      const next = applyOne(instance, work, step, now);
      if ('ok' in next) {
        applied.answered.push({ work, result: next });
        continue;
      }
      instance = next.instance;
      applied.events.push(...next.events);
      applied.effects.push(...next.effects);
      applied.done.push({ work, committed: { instance: summaryOf(instance), events: next.events, effects: next.effects } });
    } catch (error) {
      bug = { work, error };
      if (before.version > 0) {
        instance = { ...instance, isSuspended: true };
        applied.effects.push(bugIncident(instance, error));
      }
    }
  }
  return { ...applied, bug, instance: { ...instance, version: before.version + 1 } };
}

type Next = { readonly instance: LiveInstance; readonly events: readonly EngineEvent[]; readonly effects: readonly Effect[] };

function applyOne(instance: LiveInstance, work: Work, step: Step, now: number): Next | Extract<ExecuteResult, { ok: false }> {
  const { command } = work;
  if (instance.isSuspended) return resume(instance, work);
  const refusal = work.guard?.({ task: 'taskKey' in command ? taskFacts(instance, command.taskKey) : null, initiator: instance.startedBy });
  if (refusal) return refusal;
  const result = step(instance.process, instance.state, command, now);
  if (!result.ok) return { ok: false, ...result.rejection };
  const { state, events, effects } = result;
  return { instance: { ...instance, state, endedAt: isFinished(state) ? now : null }, events, effects };
}

function resume(instance: LiveInstance, { command }: Work): Next | Extract<ExecuteResult, { ok: false }> {
  if (command.type !== 'resolveIncident' || !command.incidentKey.startsWith(BUG_INCIDENT_PREFIX)) return suspended(instance.id);
  return { instance: { ...instance, isSuspended: false }, events: [], effects: [{ kind: 'incident.close', incidentKey: command.incidentKey }] };
}

const suspended = (id: string) =>
  refused('instance-suspended', `Expected instance ${id} to run, but an internal error suspended it. Retry its incident to let it go on.`);

function bugIncident(instance: LiveInstance, error: unknown): Effect {
  const message = `An internal error stopped this instance: ${error instanceof Error ? error.message : String(error)}`;
  return {
    kind: 'incident.open',
    incidentKey: `${BUG_INCIDENT_PREFIX}${instance.version}`,
    key: 'e1',
    elementId: instance.process.key,
    code: 'internal-error',
    message,
  };
}

function taskFacts({ state }: LiveInstance, key: string): TaskFacts | null {
  const element = liveElement(state, key);
  if (element?.awaits?.kind !== 'task') return null;
  return { key, elementId: element.elementId, assignee: element.assignee ?? null, isClaimed: element.claimed ?? false };
}
