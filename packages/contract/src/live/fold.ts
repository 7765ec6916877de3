import type { LiveEvent, LiveEventOf, LiveEventType } from './event.ts';
import type { ActiveElement, InstanceView } from './view.ts';

/** Key of the scope that is the process itself. */
export const ROOT_SCOPE = 'e1';

/** An instance of which nothing has been told yet. */
export const initialView = (id: string): InstanceView => ({
  id,
  status: 'active',
  startedAt: null,
  startedBy: null,
  endedAt: null,
  active: {},
  finished: {},
  flows: {},
  parked: {},
  timers: {},
  listening: {},
  variables: {},
});

/**
 * The view after one more event. Pure; what doesn't change is shared with the view before, so `===` tells what did.
 * An event about something the view doesn't know changes nothing.
 */
export function foldLive<T extends LiveEventType>(view: InstanceView, event: LiveEventOf<T> & { type: T }): InstanceView {
  const fold: Fold<LiveEventOf<T>> = FOLDS[event.type];
  return fold(view, event);
}

export const foldAll = (view: InstanceView, events: readonly LiveEvent[]): InstanceView => events.reduce((before, event) => foldLive(before, event), view);

type Fold<E> = (view: InstanceView, event: E) => InstanceView;

const FOLDS: { readonly [T in LiveEventType]: Fold<LiveEventOf<T>> } = {
  'instance.started': (view, { at, by, variables }) => ({
    ...view,
    startedAt: at,
    startedBy: by,
    variables: { ...view.variables, [ROOT_SCOPE]: { ...view.variables[ROOT_SCOPE], ...variables } },
  }),
  'instance.completed': (view, { at }) => ended(view, 'completed', at),
  'instance.cancelled': (view, { at }) => ended(view, 'cancelled', at),
  'instance.failed': (view, { at }) => ended(view, 'failed', at),
  'element.started': (view, { key, elementId, elementType, scope, at }) => ({
    ...view,
    active: { ...view.active, [key]: { key, elementId, elementType, scope, since: at, waitingFor: null, incident: null } },
  }),
  'element.waiting': (view, { key, waitingFor }) => changeElement(view, key, (element) => ({ ...element, waitingFor })),
  'element.completed': (view, event) => elementLeft(view, event, 'completed'),
  'element.cancelled': (view, event) => elementLeft(view, event, 'cancelled'),
  'flow.taken': (view, { flowId }) => ({ ...view, flows: { ...view.flows, [flowId]: (own(view.flows, flowId) ?? 0) + 1 } }),
  'flow.parked': (view, { elementId, flowId }) => ({ ...view, parked: { ...view.parked, [elementId]: [...(own(view.parked, elementId) ?? []), flowId] } }),
  'flows.joined': (view, { elementId, flowIds }) => {
    const waiting = own(view.parked, elementId);
    if (!waiting) return view;
    const left = (flowIds ?? [...new Set(waiting)]).reduce(withoutOne, waiting);
    return { ...view, parked: left.length ? { ...view.parked, [elementId]: left } : without(view.parked, elementId) };
  },
  'flows.dropped': (view, { elementId }) => ({ ...view, parked: without(view.parked, elementId) }),
  'variables.changed': (view, { scope, values }) => ({ ...view, variables: { ...view.variables, [scope]: { ...view.variables[scope], ...values } } }),
  'task.assigned': (view, { key, assignee }) =>
    changeElement(view, key, (element) => (element.waitingFor?.kind === 'person' ? { ...element, waitingFor: { ...element.waitingFor, assignee } } : element)),
  'task.completed': (view) => view,
  'job.failed': (view, { key, message, retries, retryAt }) =>
    changeElement(view, key, (element) =>
      element.waitingFor?.kind === 'worker' ? { ...element, waitingFor: { ...element.waitingFor, retries, retryAt, lastFailure: message } } : element,
    ),
  'timer.scheduled': (view, { timerKey, elementId, dueAt }) => ({ ...view, timers: { ...view.timers, [timerKey]: { elementId, dueAt } } }),
  'timer.fired': (view, { timerKey }) => ({ ...view, timers: without(view.timers, timerKey) }),
  'timer.cancelled': (view, { timerKey }) => ({ ...view, timers: without(view.timers, timerKey) }),
  'listening.begun': (view, { subscriptionKey, seq: _seq, at: _at, type: _type, ...listening }) => ({
    ...view,
    listening: { ...view.listening, [subscriptionKey]: listening },
  }),
  'listening.ended': (view, { subscriptionKey }) => ({ ...view, listening: without(view.listening, subscriptionKey) }),
  'message.sent': (view) => view,
  'signal.sent': (view) => view,
  'error.thrown': (view) => view,
  'escalation.thrown': (view) => view,
  'call.started': (view) => view,
  'call.ended': (view) => view,
  'loop.begun': (view) => view,
  'loop.roundBegun': (view, { key, iteration }) => changeElement(view, key, (element) => ({ ...element, iteration })),
  'loop.roundEnded': (view) => view,
  'compensation.begun': (view, { key }) => changeElement(view, key, (element) => ({ ...element, waitingFor: { kind: 'children' } })),
  'compensation.started': (view) => view,
  'compensation.ended': (view) => view,
  'incident.raised': (view, { key, incidentId, incidentKey, code, message, at }) =>
    changeElement(view, key, (element) => ({ ...element, incident: { id: incidentId, incidentKey, code, message, at } })),
  'incident.resolved': (view, { incidentKey, retries }) => {
    const struck = Object.values(view.active).find((element) => element.incident?.incidentKey === incidentKey);
    if (!struck) return view;
    return changeElement(view, struck.key, ({ waitingFor, ...element }) => ({
      ...element,
      incident: null,
      waitingFor: waitingFor?.kind === 'worker' && retries !== undefined ? { ...waitingFor, retries, retryAt: null } : waitingFor,
    }));
  },
};

/** Nothing is there any more after the end, whatever was told about it before. */
const ended = (view: InstanceView, status: 'completed' | 'cancelled' | 'failed', at: string): InstanceView => ({
  ...view,
  status,
  endedAt: at,
  active: {},
  parked: {},
  timers: {},
  listening: {},
});

function changeElement(view: InstanceView, key: string, change: (element: ActiveElement) => ActiveElement): InstanceView {
  const element = view.active[key];
  return element ? { ...view, active: { ...view.active, [key]: change(element) } } : view;
}

/** Its own variables leave with it; those of the process stay readable after the end. */
function elementLeft(view: InstanceView, { key, elementId, at }: { key: string; elementId: string; at: string }, how: 'completed' | 'cancelled'): InstanceView {
  const before = own(view.finished, elementId) ?? { completed: 0, cancelled: 0, lastAt: at };
  return {
    ...view,
    active: without(view.active, key),
    finished: { ...view.finished, [elementId]: { ...before, [how]: before[how] + 1, lastAt: at } },
    variables: key === ROOT_SCOPE ? view.variables : without(view.variables, key),
  };
}

/** Ids are drawn by people: `constructor` is one too. */
const own = <V>(record: Record<string, V>, key: string): V | undefined => (Object.hasOwn(record, key) ? record[key] : undefined);

function without<V>(record: Record<string, V>, key: string): Record<string, V> {
  if (!Object.hasOwn(record, key)) return record;
  const { [key]: _, ...rest } = record;
  return rest;
}

function withoutOne(list: readonly string[], item: string): string[] {
  const at = list.indexOf(item);
  return at < 0 ? [...list] : [...list.slice(0, at), ...list.slice(at + 1)];
}
