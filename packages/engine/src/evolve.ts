import { Draft } from './draft.ts';
import type { EngineEvent, EventOf, EventType } from './event.ts';
import { type InstanceState, ROOT_KEY } from './state.ts';

type EventMap = { [T in EventType]: EventOf<T> };
type Appliers = { readonly [T in EventType]: (draft: Draft, event: EventMap[T]) => void };
const nothing = () => {};

/** What each event changes. Never edit the row of an event version that is stored somewhere: the golden files would fail. */
const APPLIERS: Appliers = {
  'instance.started': (draft, { variables }) => {
    draft.status = 'active';
    draft.setVariables(ROOT_KEY, variables);
  },
  'instance.completed': (draft) => {
    draft.status = 'completed';
  },
  'instance.cancelled': (draft) => {
    draft.status = 'cancelled';
  },
  'instance.called': (draft) => {
    draft.isCalled = true;
  },
  'instance.failed': (draft) => {
    draft.status = 'failed';
  },
  'element.entered': (draft, { key, elementId, elementType, scope }) => {
    draft.nextKey++;
    draft.elements.set(key, { key, elementId, elementType, scope, phase: 'entering' });
  },
  'element.waiting': (draft, { key, awaits }) => {
    draft.elements.set(key, { ...draft.element(key), phase: 'waiting', awaits });
  },
  'element.completed': (draft, { key }) => end(draft, key),
  'element.cancelled': (draft, { key }) => end(draft, key),
  'flow.taken': nothing,
  'flow.parked': (draft, { scope, elementId, flowId }) => draft.park(joinKey(scope, elementId), flowId, 1),
  'flows.joined': (draft, { scope, elementId, flowIds }) => {
    for (const flowId of flowIds) draft.park(joinKey(scope, elementId), flowId, -1);
  },
  'flows.dropped': (draft, { scope, elementId }) => {
    draft.dropParked(joinKey(scope, elementId));
    draft.resets.delete(joinKey(scope, elementId));
  },
  'variables.set': (draft, { scope, values }) => draft.setVariables(scope, values),
  'task.opened': (draft, { key, assignee }) => {
    if (assignee !== undefined) draft.elements.set(key, { ...draft.element(key), assignee });
  },
  'task.assigned': (draft, { key, assignee, how }) => {
    const { assignee: _before, claimed: _was, ...task } = draft.element(key);
    draft.elements.set(key, { ...task, ...(assignee === null ? {} : { assignee }), ...(how === 'claimed' ? { claimed: true } : {}) });
  },
  'task.completed': (draft, { key }) => stopWaiting(draft, key),
  'task.cancelled': nothing,
  'job.opened': nothing,
  'job.completed': (draft, { key }) => stopWaiting(draft, key),
  'job.failed': nothing,
  'job.cancelled': nothing,
  'timer.scheduled': (draft, { seq: _seq, at: _at, v: _v, type: _type, timerKey, ...timer }) => {
    draft.nextKey++;
    draft.setTimer(timerKey, timer);
    const { key } = timer;
    const host = draft.element(key);
    draft.elements.set(key, { ...host, timers: [...(host.timers ?? []), timerKey] });
  },
  'timer.fired': (draft, { timerKey, elementId }) => {
    const key = forgetTimer(draft, timerKey);
    if (key !== null && draft.element(key).elementId === elementId) stopWaiting(draft, key);
  },
  'timer.cancelled': (draft, { timerKey }) => {
    forgetTimer(draft, timerKey);
  },
  'subscription.opened': (draft, { seq: _seq, at: _at, v: _v, type: _type, subscriptionKey, ...subscription }) => {
    draft.nextKey++;
    draft.subscriptions.set(subscriptionKey, subscription);
    if (subscription.kind === 'conditional') draft.conditions.add(subscriptionKey);
    const host = draft.element(subscription.key);
    draft.elements.set(host.key, { ...host, subscriptions: [...(host.subscriptions ?? []), subscriptionKey] });
  },
  'subscription.triggered': (draft, { subscriptionKey, elementId }) => {
    const key = forgetSubscription(draft, subscriptionKey);
    if (key !== null && draft.element(key).elementId === elementId) stopWaiting(draft, key);
  },
  'subscription.cancelled': (draft, { subscriptionKey }) => {
    forgetSubscription(draft, subscriptionKey);
  },
  'condition.changed': (draft, { subscriptionKey, isTrue }) => {
    const subscription = draft.subscriptions.get(subscriptionKey);
    if (subscription?.kind === 'conditional') draft.subscriptions.set(subscriptionKey, { ...subscription, isTrue });
  },
  'message.thrown': (draft) => {
    draft.nextKey++;
  },
  'signal.thrown': (draft) => {
    draft.nextKey++;
  },
  'error.thrown': nothing,
  'escalation.thrown': nothing,
  'call.started': (draft) => {
    draft.nextKey++;
  },
  'call.ended': (draft, { key }) => stopWaiting(draft, key),
  'call.cancelled': nothing,
  'loop.begun': (draft, { key, total, items }) => {
    draft.loops.set(key, { outputs: [], begun: 0, completed: 0, ...(total === undefined ? {} : { total }), ...(items ? { items } : {}) });
  },
  'loop.roundBegun': (draft, { key, iteration }) => {
    const round = draft.element(key);
    draft.elements.set(key, { ...round, iteration });
    if (round.scope !== null) draft.changeLoop(round.scope, (loop) => loop.begun++);
  },
  'loop.roundEnded': (draft, { key, iteration, output }) => {
    draft.changeLoop(key, (loop) => {
      loop.completed++;
      if (output === undefined) return;
      while (loop.outputs.length < iteration) loop.outputs.push(null);
      loop.outputs[iteration - 1] = output;
    });
  },
  'compensation.recorded': (draft, { recordKey, key, elementId, scope, values }) => {
    draft.nextKey++;
    for (const [inner, record] of draft.compensations) if (record.scope === key) draft.compensations.set(inner, { ...record, scope: recordKey });
    draft.compensations.set(recordKey, { elementId, scope });
    draft.setVariables(recordKey, values);
  },
  'compensation.begun': (draft, { key, recordKeys, isDetached }) => {
    const { awaits: _awaits, ...element } = draft.element(key);
    draft.elements.set(key, { ...element, phase: 'waiting', awaits: { kind: 'children' }, undoing: recordKeys, ...(isDetached ? { isDetached } : {}) });
    for (const recordKey of recordKeys) {
      const record = draft.compensations.get(recordKey);
      if (record) draft.compensations.set(recordKey, { ...record, scope: key });
    }
  },
  'compensation.started': (draft, { recordKey, key }) => {
    draft.compensations.delete(recordKey);
    for (const [inner, record] of draft.compensations) if (record.scope === recordKey) draft.compensations.set(inner, { ...record, scope: key });
    draft.moveVariables(recordKey, key);
    const undo = draft.element(key);
    draft.elements.set(key, { ...undo, isUndo: true });
    const { undoing = [], ...by } = draft.element(undo.scope ?? key);
    draft.elements.set(by.key, { ...by, undoing: undoing.filter((each) => each !== recordKey) });
  },
  'compensation.ended': (draft, { key }) => {
    const { undoing: _undoing, awaits: _awaits, ...element } = draft.element(key);
    draft.elements.set(key, { ...element, phase: 'completing' });
  },
  'gateway.activated': (draft, { scope, elementId, flowIds }) => draft.resets.set(joinKey(scope, elementId), flowIds),
  'gateway.reset': (draft, { scope, elementId }) => {
    draft.resets.delete(joinKey(scope, elementId));
  },
  'adHoc.planned': (draft, { key, todo }) => {
    const { todo: _before, ...element } = draft.element(key);
    draft.elements.set(key, todo.length ? { ...element, todo } : element);
  },
  'incident.raised': (draft, { incidentKey, key, elementId, code, phase }) => {
    draft.nextKey++;
    draft.setIncident(incidentKey, { key, elementId, code });
    const element = draft.element(key);
    if (element.elementId === elementId) draft.elements.set(key, { ...element, incident: incidentKey, ...(phase === undefined ? {} : { phase }) });
  },
  'incident.resolved': (draft, { incidentKey }) => {
    const held = draft.elements.get(draft.incidents[incidentKey]?.key ?? '');
    draft.setIncident(incidentKey, null);
    if (held?.incident !== incidentKey) return;
    const { incident: _incident, ...element } = held;
    draft.elements.set(element.key, element);
  },
};

/** Every event type there is. */
export const EVENT_TYPES: readonly string[] = Object.keys(APPLIERS);

/** Where flows that wait at a join are kept. */
export const joinKey = (scope: string, elementId: string): string => `${scope}/${elementId}`;

function end(draft: Draft, key: string): void {
  draft.elements.delete(key);
  draft.endScope(key);
  if (draft.loops.size) draft.loops.delete(key);
  if (draft.compensations.size) dropRecords(draft, key);
  if (draft.resets.size) for (const join of draft.resets.keys()) if (join.startsWith(`${key}/`)) draft.resets.delete(join);
}

/** What was done in a scope that is gone can't be undone any more. */
function dropRecords(draft: Draft, scope: string): void {
  for (const [recordKey, record] of [...draft.compensations]) {
    if (record.scope !== scope) continue;
    draft.compensations.delete(recordKey);
    draft.endScope(recordKey);
    dropRecords(draft, recordKey);
  }
}

function forgetSubscription(draft: Draft, subscriptionKey: string): string | null {
  const key = draft.subscriptions.get(subscriptionKey)?.key;
  draft.subscriptions.delete(subscriptionKey);
  draft.conditions.delete(subscriptionKey);
  const host = key === undefined ? undefined : draft.elements.get(key);
  if (!host) return null;
  const { subscriptions = [], ...element } = host;
  const left = subscriptions.filter((each) => each !== subscriptionKey);
  draft.elements.set(host.key, left.length ? { ...element, subscriptions: left } : element);
  return host.key;
}

/** What it waited for has come; its outputs and the choice of flows are still to do. */
function stopWaiting(draft: Draft, key: string): void {
  const { awaits: _awaits, assignee: _assignee, claimed: _claimed, ...element } = draft.element(key);
  draft.elements.set(key, { ...element, phase: 'completing' });
}

/** The key of the element that listened; null: nobody did. */
function forgetTimer(draft: Draft, timerKey: string): string | null {
  const key = draft.timers[timerKey]?.key;
  draft.setTimer(timerKey, null);
  const host = key === undefined ? undefined : draft.elements.get(key);
  if (!host) return null;
  const { timers = [], ...element } = host;
  const left = timers.filter((each) => each !== timerKey);
  draft.elements.set(host.key, left.length ? { ...element, timers: left } : element);
  return host.key;
}

function applyBy<T extends EventType>(
  table: { readonly [K in T]: (draft: Draft, event: EventMap[K]) => void },
  draft: Draft,
  event: { [K in T]: EventMap[K] }[T],
) {
  const type: T = event.type;
  table[type](draft, event);
}

/** Applies one event to a draft in place: the only function that changes an instance. */
export function apply(draft: Draft, event: EngineEvent): void {
  applyBy(APPLIERS, draft, event);
  draft.seq = event.seq;
}

/** The state after an event. On replay nothing else runs, so nothing is done twice. */
export function evolve(state: InstanceState, event: EngineEvent): InstanceState {
  return replay(state, [event]);
}

/** The state after these events: as `evolve` one by one, but with one copy. */
export function replay(state: InstanceState, events: readonly EngineEvent[]): InstanceState {
  const draft = new Draft(state);
  for (const event of events) apply(draft, event);
  return draft.toState();
}
