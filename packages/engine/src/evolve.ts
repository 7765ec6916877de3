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
  'flows.dropped': (draft, { scope, elementId }) => draft.dropParked(joinKey(scope, elementId)),
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
  'timer.scheduled': (draft, { timerKey, key, elementId, dueAt, repetitionsLeft, interval }) => {
    draft.nextKey++;
    const cycle = { ...(repetitionsLeft === undefined ? {} : { repetitionsLeft }), ...(interval === undefined ? {} : { interval }) };
    draft.setTimer(timerKey, { key, elementId, dueAt, ...cycle });
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
