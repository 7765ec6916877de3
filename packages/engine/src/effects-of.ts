import type { Effect } from './effect.ts';
import type { EngineEvent, EventOf, EventType } from './event.ts';

type EventMap = { [T in EventType]: EventOf<T> };
const NONE: readonly Effect[] = [];
const none = () => NONE;

/** Priority of a task that names none, of 0 to 100. */
export const DEFAULT_PRIORITY = 50;

/** A condition is the instance's own business: nobody outside listens for it. */
const closing = (subscriptionKey: string, kind: 'message' | 'signal' | 'conditional'): readonly Effect[] =>
  kind === 'conditional' ? NONE : [{ kind: 'subscription.close', subscriptionKey }];

/** What leaves the instance, for every event type. Read once when an event is new, never on replay. */
const EFFECTS: { readonly [T in EventType]: (event: EventMap[T]) => readonly Effect[] } = {
  'instance.started': none,
  'instance.called': none,
  'instance.completed': () => [{ kind: 'instance.end', outcome: 'completed' }],
  'instance.cancelled': () => [{ kind: 'instance.end', outcome: 'cancelled' }],
  'instance.failed': ({ code, message, values }) => [{ kind: 'instance.end', outcome: 'failed', code, values, ...(message === undefined ? {} : { message }) }],
  'element.entered': none,
  'element.waiting': none,
  'element.completed': none,
  'element.cancelled': none,
  'flow.taken': none,
  'flow.parked': none,
  'flows.joined': none,
  'flows.dropped': none,
  'variables.set': none,
  'task.opened': ({ seq: _seq, at: _at, v: _v, type: _type, priority = DEFAULT_PRIORITY, ...task }) => [{ kind: 'task.open', ...task, priority }],
  'task.assigned': ({ key, assignee, how }) => [{ kind: 'task.assign', key, assignee, claimed: how === 'claimed' }],
  'task.completed': ({ key, outcome, comment, by }) => [
    { kind: 'task.close', key, status: 'completed', by, ...(outcome === undefined ? {} : { outcome }), ...(comment === undefined ? {} : { comment }) },
  ],
  'task.cancelled': ({ key }) => [{ kind: 'task.close', key, status: 'cancelled' }],
  'job.opened': ({ key, elementId, jobType, retries, headers }) => [{ kind: 'job.open', key, elementId, jobType, retries, headers }],
  'job.completed': ({ key }) => [{ kind: 'job.close', key }],
  'job.failed': ({ key, retries, retryAt, message }) => [{ kind: 'job.retry', key, retries, message, ...(retryAt === undefined ? {} : { retryAt }) }],
  'job.cancelled': ({ key }) => [{ kind: 'job.close', key }],
  'timer.scheduled': ({ timerKey, elementId, dueAt }) => [{ kind: 'timer.schedule', timerKey, elementId, dueAt }],
  'timer.fired': ({ timerKey }) => [{ kind: 'timer.remove', timerKey }],
  'timer.cancelled': ({ timerKey }) => [{ kind: 'timer.remove', timerKey }],
  'subscription.opened': (event) =>
    event.kind === 'conditional'
      ? NONE
      : [
          {
            kind: 'subscription.open',
            subscriptionKey: event.subscriptionKey,
            elementId: event.elementId,
            event: event.kind,
            name: event.name,
            correlationKey: event.kind === 'message' ? event.correlationKey : '',
          },
        ],
  'subscription.triggered': ({ subscriptionKey, kind }) => closing(subscriptionKey, kind),
  'subscription.cancelled': ({ subscriptionKey, kind }) => closing(subscriptionKey, kind),
  'condition.changed': none,
  'message.thrown': ({ seq: _seq, at: _at, v: _v, type: _type, key: _key, elementId: _elementId, ...message }) => [{ kind: 'message.publish', ...message }],
  'signal.thrown': ({ signalKey, name, variables, sinceKey }) => [{ kind: 'signal.broadcast', signalKey, name, variables, sinceKey }],
  'error.thrown': none,
  'escalation.thrown': ({ toCaller, code, message, values }) =>
    toCaller ? [{ kind: 'call.escalate', code, values, ...(message === undefined ? {} : { message }) }] : NONE,
  'call.started': ({ seq: _seq, at: _at, v: _v, type: _type, key: _key, ...call }) => [{ kind: 'call.start', ...call }],
  'call.ended': none,
  'call.cancelled': ({ callKey }) => [{ kind: 'call.cancel', callKey }],
  'loop.begun': none,
  'loop.roundBegun': none,
  'loop.roundEnded': none,
  'compensation.recorded': none,
  'compensation.begun': none,
  'compensation.started': none,
  'compensation.ended': none,
  'adHoc.planned': none,
  'gateway.activated': none,
  'gateway.reset': none,
  'incident.raised': ({ incidentKey, key, elementId, code, message }) => [{ kind: 'incident.open', incidentKey, key, elementId, code, message }],
  'incident.resolved': ({ incidentKey, jobRetry }) => [
    { kind: 'incident.close', incidentKey },
    ...(jobRetry ? [{ kind: 'job.retry' as const, key: jobRetry.key, retries: jobRetry.retries }] : []),
  ],
};

function applyBy<T extends EventType>(table: { readonly [K in T]: (event: EventMap[K]) => readonly Effect[] }, event: { [K in T]: EventMap[K] }[T]) {
  const type: T = event.type;
  return table[type](event);
}

export const effectsOf = (event: EngineEvent): readonly Effect[] => applyBy(EFFECTS, event);
