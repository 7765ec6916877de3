import { type Effect, type EffectKind, type EffectOf, type EngineEvent, type InstanceState, liveElements, variablesVisibleAt } from '@baton/engine';
import type { Process } from '@baton/model';
import { rowIdOf } from '../ids.ts';
import { HEAD_START_MS } from '../outgoing/head-start.ts';
import { retentionOf } from '../outgoing/message-retention.ts';
import type { OutboxItem } from '../outgoing/outbox-item.ts';
import type { KeyFact } from '../queries/task-queries.ts';
import { type CommitRows, noRows } from './commit-statement.ts';
import type { LiveInstance } from './live-instance.ts';
import type { TaskChange, TaskRow } from './writers/tasks.ts';

const MAX_KEY_FACTS = 4;

type Writing = { readonly instance: LiveInstance; readonly at: string; readonly rows: CommitRows; readonly on: { tenant_id: string; instance_id: string } };
type Apply<K extends EffectKind> = (effect: EffectOf<K>, writing: Writing) => void;

const iso = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());

/** Takes a row back that this very commit would have written; true if there was one. One statement can't write and change the same row. */
function takeBack<T extends { key: string }>(rows: T[], key: string): boolean {
  const index = rows.findIndex((row) => row.key === key);
  if (index < 0) return false;
  rows.splice(index, 1);
  return true;
}

/** What this process does at once; another one comes for it only when this one seems to have died. */
function send({ rows, on, at }: Writing, key: string, payload: OutboxItem): void {
  const available = new Date(Date.parse(at) + HEAD_START_MS).toISOString();
  rows.outbox.push({ ...on, id: rowIdOf(on.instance_id, key), kind: payload.kind, payload, available_at: available });
}

function changeOf({ rows, on }: Writing, key: string): TaskChange {
  const known = rows.tasksChanged.find((change) => change.key === key);
  if (known) return known;
  const change = {
    ...on,
    key,
    status: null,
    sets_assignee: false,
    assignee: null,
    facts: null,
    completed_at: null,
    completed_by_id: null,
    completed_by_name: null,
    outcome: null,
    comment: null,
  };
  rows.tasksChanged.push(change);
  return change;
}

const APPLY: { readonly [K in EffectKind]: Apply<K> } = {
  'task.open': (effect, { instance, at, rows, on }) => {
    const { process, state } = instance;
    rows.tasksOpened.push({
      ...on,
      key: effect.key,
      process_key: process.key,
      process_version: instance.processVersion,
      element_id: effect.elementId,
      name: process.node(effect.elementId).name ?? effect.elementId,
      business_key: instance.businessKey,
      status: 'open',
      assignee: effect.assignee ?? null,
      candidates: [...(effect.candidateUsers ?? []).map((name) => `u:${name}`), ...(effect.candidateGroups ?? []).map((name) => `g:${name}`)],
      priority: effect.priority,
      created_at: at,
      due_at: iso(effect.dueAt),
      follow_up_at: iso(effect.followUpAt),
      requester_id: instance.startedBy.userId ?? null,
      requester_name: instance.startedBy.name,
      facts: keyFacts(process, state, effect.key),
      completed_at: null,
      completed_by_id: null,
      completed_by_name: null,
      outcome: null,
      comment: null,
    });
  },
  'task.assign': (effect, writing) => {
    const status = effect.claimed ? 'claimed' : 'open';
    const opened = writing.rows.tasksOpened.find((row) => row.key === effect.key);
    if (opened) Object.assign(opened, { assignee: effect.assignee, status });
    else Object.assign(changeOf(writing, effect.key), { sets_assignee: true, assignee: effect.assignee, status });
  },
  'task.close': (effect, writing) => {
    const end: Partial<TaskRow> = {
      status: effect.status,
      completed_at: writing.at,
      completed_by_id: effect.by?.userId ?? null,
      completed_by_name: effect.by?.name ?? null,
      outcome: effect.outcome ?? null,
      comment: effect.comment ?? null,
    };
    const opened = writing.rows.tasksOpened.find((row) => row.key === effect.key);
    Object.assign(opened ?? changeOf(writing, effect.key), end);
  },
  'job.open': (effect, { instance, at, rows, on }) => {
    rows.jobsOpened.push({
      ...on,
      key: effect.key,
      type: effect.jobType,
      element_id: effect.elementId,
      process_key: instance.process.key,
      process_version: instance.processVersion,
      retries: effect.retries,
      headers: effect.headers,
      available_at: at,
    });
  },
  'job.retry': (effect, { at, rows, on }) => {
    const change = { retries: effect.retries, available_at: iso(effect.retryAt) ?? at };
    const known = rows.jobsOpened.find((row) => row.key === effect.key) ?? rows.jobsRetried.find((row) => row.key === effect.key);
    if (known) Object.assign(known, change);
    else rows.jobsRetried.push({ ...on, key: effect.key, ...change });
  },
  'job.close': (effect, { rows, on }) => {
    takeBack(rows.jobsRetried, effect.key);
    if (!takeBack(rows.jobsOpened, effect.key)) rows.jobsClosed.push({ ...on, key: effect.key });
  },
  'timer.schedule': (effect, { rows, on }) => {
    rows.timersScheduled.push({ ...on, key: effect.timerKey, element_id: effect.elementId, due_at: new Date(effect.dueAt).toISOString() });
  },
  'timer.remove': (effect, { rows, on }) => {
    if (!takeBack(rows.timersScheduled, effect.timerKey)) rows.timersRemoved.push({ ...on, key: effect.timerKey });
  },
  'subscription.open': (effect, { rows, on, at }) => {
    const { subscriptionKey, elementId, event, name, correlationKey } = effect;
    rows.subscriptionsOpened.push({
      ...on,
      key: subscriptionKey,
      element_id: elementId,
      kind: event,
      name,
      correlation_key: correlationKey,
      opened_at: at,
    });
  },
  'subscription.close': (effect, { rows, on }) => {
    if (!takeBack(rows.subscriptionsOpened, effect.subscriptionKey)) rows.subscriptionsClosed.push({ ...on, key: effect.subscriptionKey });
  },
  'message.publish': (effect, { rows, on, at }) => {
    rows.messagesThrown.push({
      ...on,
      id: rowIdOf(on.instance_id, effect.messageKey),
      name: effect.name,
      correlation_key: effect.correlationKey,
      message_id: effect.messageId ?? null,
      variables: effect.variables,
      published_at: at,
      ...retentionOf({ atMs: Date.parse(at), timeToLiveMs: effect.timeToLiveMs, messageId: effect.messageId }),
    });
  },
  'signal.broadcast': (effect, writing) => {
    const { name, variables, sinceKey } = effect;
    send(writing, effect.signalKey, { kind: 'signal', name, variables, from: { instanceId: writing.instance.id, sinceKey } });
  },
  'call.start': ({ kind: _kind, callKey, elementId, ...call }, writing) => {
    const { instance } = writing;
    const parent = { instanceId: instance.id, callKey, elementId, rootId: instance.parent?.rootId ?? instance.id, depth: (instance.parent?.depth ?? 0) + 1 };
    send(writing, callKey, { kind: 'call.start', parent, call, by: instance.startedBy });
  },
  'call.cancel': ({ callKey }, writing) => {
    const started = writing.rows.outbox.findIndex((row) => row.id === rowIdOf(writing.instance.id, callKey));
    if (started >= 0) writing.rows.outbox.splice(started, 1);
    else send(writing, `${callKey}-cancel`, { kind: 'call.cancel', parentId: writing.instance.id, callKey });
  },
  'call.escalate': ({ kind: _kind, ...thrown }, writing) => {
    const { parent, state } = writing.instance;
    if (parent) send(writing, `escalate-${state.seq}-${writing.rows.outbox.length}`, { kind: 'call.escalated', parent, thrown });
  },
  'instance.end': ({ kind: _kind, ...end }, writing) => {
    const { parent } = writing.instance;
    if (parent) send(writing, 'end', { kind: 'call.ended', parent, childId: writing.instance.id, end });
  },
  'incident.open': (effect, { instance, at, rows, on }) => {
    rows.incidentsRaised.push({
      ...on,
      key: effect.incidentKey,
      process_key: instance.process.key,
      process_version: instance.processVersion,
      business_key: instance.businessKey,
      element_key: effect.key,
      element_id: effect.elementId,
      code: effect.code,
      message: effect.message,
      status: 'open',
      raised_at: at,
      resolved_at: null,
    });
  },
  'incident.close': (effect, { at, rows, on }) => {
    const raised = rows.incidentsRaised.find((row) => row.key === effect.incidentKey);
    if (raised) Object.assign(raised, { status: 'resolved', resolved_at: at });
    else rows.incidentsResolved.push({ ...on, key: effect.incidentKey, resolved_at: at });
  },
};

const applyEffect = <K extends EffectKind>(effect: EffectOf<K>, writing: Writing) => (APPLY[effect.kind as K] as Apply<K>)(effect, writing);

/** The rows of one instance's effects. `instance` is as it is after them. */
export function rowsOfEffects(instance: LiveInstance, effects: readonly Effect[], events: readonly EngineEvent[], now: number): CommitRows {
  const writing: Writing = { instance, at: new Date(now).toISOString(), rows: noRows(), on: { tenant_id: instance.tenantId, instance_id: instance.id } };
  for (const effect of effects) applyEffect(effect, writing);
  refreshFacts(writing, events);
  return writing.rows;
}

/** Tasks that are open already show the key facts as the process has changed them. */
function refreshFacts(writing: Writing, events: readonly EngineEvent[]): void {
  const { process, state } = writing.instance;
  const facts = new Set(process.variables.filter((variable) => variable.isKeyFact).map((variable) => variable.name));
  const hasChanged = facts.size > 0 && events.some((event) => event.type === 'variables.set' && Object.keys(event.values).some((name) => facts.has(name)));
  if (!hasChanged) return;
  for (const element of liveElements(state)) {
    if (element.awaits?.kind !== 'task' || writing.rows.tasksOpened.some((row) => row.key === element.key)) continue;
    changeOf(writing, element.key).facts = keyFacts(process, state, element.key);
  }
}

function keyFacts(process: Process, state: InstanceState, key: string): KeyFact[] {
  const declared = process.variables.filter((variable) => variable.isKeyFact);
  if (!declared.length) return [];
  const values = variablesVisibleAt(state, key);
  return declared
    .flatMap(({ name, label, type, currency }) => {
      const value = values[name];
      return value === undefined || value === null ? [] : [{ name, label: label ?? name, type, value, ...(currency ? { currency } : {}) }];
    })
    .slice(0, MAX_KEY_FACTS);
}
