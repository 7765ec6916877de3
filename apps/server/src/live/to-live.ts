import type { LiveEvent, WaitingFor } from '@baton/contract';
import type { Awaits, EngineEvent, EventOf, EventType } from '@baton/engine';
import { rowIdOf } from '@baton/store';
import type { LiveContext } from './live-context.ts';

/**
 * What of the engine's events the world may know, and how: a total table, so that a new event type is a decision here.
 * `null`: nothing. The engine's events and state themselves never leave the server.
 */
export function toLive<T extends EventType>(event: EventOf<T> & { type: T }, context: LiveContext): LiveEvent | null {
  const tell: Teller<T> = TELLERS[event.type];
  return tell(event, context);
}

type Teller<T extends EventType> = (event: EventOf<T>, context: LiveContext) => LiveEvent | null;

const on = ({ seq, at }: EngineEvent) => ({ seq, at: instant(at) });
const instant = (ms: number) => new Date(ms).toISOString();
const instantOrNull = (ms: number | undefined) => (ms === undefined ? null : instant(ms));
const nothing = () => null;
const copy = <T>(value: T): T & Record<string, never> => JSON.parse(JSON.stringify(value));

const waiting = (event: EngineEvent & { key: string }, elementId: string | undefined, waitingFor: WaitingFor | null): LiveEvent | null =>
  elementId === undefined || waitingFor === null ? null : { type: 'element.waiting', ...on(event), key: event.key, elementId, waitingFor };

/** What it waits for. `null`: the event that opened it tells, `task.opened` or `job.opened`. */
const WAITING: { readonly [K in Awaits['kind']]: (context: LiveContext, key: string) => WaitingFor | null } = {
  children: () => ({ kind: 'children' }),
  task: nothing,
  job: nothing,
  timer: ({ dueAtOf }, key) => {
    const dueAt = dueAtOf(key);
    return dueAt === undefined ? null : { kind: 'timer', dueAt: instant(dueAt) };
  },
  event: () => ({ kind: 'event' }),
  call: ({ calledBy }, key) => ({ kind: 'call', processKey: calledBy(key) ?? '' }),
  activation: () => ({ kind: 'activation' }),
};

/** Of an event that is about one element instance. */
const onElement = (event: EngineEvent & { readonly key: string; readonly elementId: string }) => ({ ...on(event), key: event.key, elementId: event.elementId });
const optional = <K extends string, V>(name: K, value: V | undefined) => (value === undefined ? {} : { [name]: value }) as { [N in K]?: V };

const thrown = ({ code, message, caughtBy }: EventOf<'error.thrown' | 'escalation.thrown'>) => ({
  code,
  ...optional('message', message),
  ...optional('caughtBy', caughtBy),
});

const TELLERS: { readonly [T in EventType]: Teller<T> } = {
  'instance.started': (event) => ({ type: 'instance.started', ...on(event), by: event.by, variables: copy(event.variables) }),
  'instance.completed': (event) => ({ type: 'instance.completed', ...on(event) }),
  'instance.cancelled': (event) => ({
    type: 'instance.cancelled',
    ...on(event),
    by: event.by,
    ...(event.reason === undefined ? {} : { reason: event.reason }),
  }),
  'instance.called': nothing,
  'instance.failed': (event) => ({ type: 'instance.failed', ...on(event), code: event.code, ...optional('message', event.message) }),
  'element.entered': ({ key, elementId, elementType, scope, ...event }) => ({
    type: 'element.started',
    seq: event.seq,
    at: instant(event.at),
    key,
    elementId,
    elementType,
    scope,
  }),
  'element.waiting': (event, context) => waiting(event, context.elementOf(event.key), WAITING[event.awaits.kind](context, event.key)),
  'element.completed': (event) => ({ type: 'element.completed', ...on(event), key: event.key, elementId: event.elementId }),
  'element.cancelled': (event) => ({ type: 'element.cancelled', ...on(event), key: event.key, elementId: event.elementId }),
  'flow.taken': (event) => ({ type: 'flow.taken', ...on(event), flowId: event.flowId }),
  'flow.parked': (event) => ({ type: 'flow.parked', ...on(event), flowId: event.flowId, elementId: event.elementId }),
  'flows.joined': (event) => ({ type: 'flows.joined', ...on(event), elementId: event.elementId, flowIds: [...event.flowIds] }),
  'flows.dropped': (event) => ({ type: 'flows.dropped', ...on(event), elementId: event.elementId }),
  'variables.set': (event) => ({
    type: 'variables.changed',
    ...on(event),
    scope: event.scope,
    values: copy(event.values),
    ...(event.by ? { by: event.by } : {}),
  }),
  'task.opened': (event, { instanceId, personOf }) =>
    waiting(event, event.elementId, {
      kind: 'person',
      taskId: rowIdOf(instanceId, event.key),
      assignee: event.assignee === undefined ? null : personOf(event.assignee),
      candidateUsers: [...(event.candidateUsers ?? [])],
      candidateGroups: [...(event.candidateGroups ?? [])],
      dueAt: instantOrNull(event.dueAt),
    }),
  'task.assigned': (event, { personOf }) => ({
    type: 'task.assigned',
    ...{ ...on(event), key: event.key, elementId: event.elementId, how: event.how, by: event.by },
    assignee: event.assignee === null ? null : personOf(event.assignee),
  }),
  'task.completed': (event) => ({
    type: 'task.completed',
    ...{ ...on(event), key: event.key, elementId: event.elementId, by: event.by },
    ...(event.outcome === undefined ? {} : { outcome: event.outcome }),
    ...(event.comment === undefined ? {} : { comment: event.comment }),
  }),
  'task.cancelled': nothing,
  'job.opened': (event) =>
    waiting(event, event.elementId, { kind: 'worker', jobType: event.jobType, retries: event.retries, lastFailure: null, retryAt: null }),
  'job.completed': nothing,
  'job.failed': (event) => ({
    type: 'job.failed',
    ...{ ...on(event), key: event.key, elementId: event.elementId, message: event.message, retries: event.retries },
    retryAt: instantOrNull(event.retryAt),
  }),
  'job.cancelled': nothing,
  'timer.scheduled': (event) => ({
    type: 'timer.scheduled',
    ...{ ...on(event), key: event.key, elementId: event.elementId, timerKey: event.timerKey, dueAt: instant(event.dueAt) },
  }),
  'timer.fired': (event) => ({ type: 'timer.fired', ...on(event), elementId: event.elementId, timerKey: event.timerKey }),
  'timer.cancelled': (event) => ({ type: 'timer.cancelled', ...on(event), elementId: event.elementId, timerKey: event.timerKey }),
  'subscription.opened': (event) => ({
    type: 'listening.begun',
    ...{ ...onElement(event), subscriptionKey: event.subscriptionKey, event: event.kind },
    ...(event.kind === 'conditional' ? {} : { name: event.name }),
    ...(event.kind === 'message' ? { correlationKey: event.correlationKey } : {}),
  }),
  'subscription.triggered': (event) => ({
    type: 'listening.ended',
    ...on(event),
    elementId: event.elementId,
    subscriptionKey: event.subscriptionKey,
    how: 'triggered',
  }),
  'subscription.cancelled': (event) => ({
    type: 'listening.ended',
    ...on(event),
    elementId: event.elementId,
    subscriptionKey: event.subscriptionKey,
    how: 'cancelled',
  }),
  // How a condition stands is the engine's own business until it becomes true.
  'condition.changed': nothing,
  'message.thrown': (event) => ({ type: 'message.sent', ...onElement(event), name: event.name, correlationKey: event.correlationKey }),
  'signal.thrown': (event) => ({ type: 'signal.sent', ...onElement(event), name: event.name }),
  'error.thrown': (event) => ({ type: 'error.thrown', ...onElement(event), ...thrown(event) }),
  'escalation.thrown': (event) => ({ type: 'escalation.thrown', ...onElement(event), ...thrown(event) }),
  'call.started': (event) => ({ type: 'call.started', ...onElement(event), callKey: event.callKey, processKey: event.processKey }),
  'call.ended': (event) => ({ type: 'call.ended', ...onElement(event), callKey: event.callKey, how: event.outcome }),
  'call.cancelled': (event) => ({ type: 'call.ended', ...onElement(event), callKey: event.callKey, how: 'cancelled' }),
  'loop.begun': (event) => ({ type: 'loop.begun', ...onElement(event), ...optional('total', event.total) }),
  'loop.roundBegun': (event) => ({ type: 'loop.roundBegun', ...onElement(event), iteration: event.iteration }),
  'loop.roundEnded': (event) => ({ type: 'loop.roundEnded', ...onElement(event), iteration: event.iteration }),
  'compensation.recorded': nothing,
  'compensation.begun': (event) => ({ type: 'compensation.begun', ...onElement(event) }),
  'compensation.started': (event) => ({ type: 'compensation.started', ...onElement(event) }),
  'compensation.ended': (event) => ({ type: 'compensation.ended', ...onElement(event) }),
  // The flows that a gateway takes are told; what it keeps in mind for its next round isn't.
  'gateway.activated': nothing,
  'gateway.reset': nothing,
  'adHoc.planned': nothing,
  'incident.raised': (event, { instanceId }) => ({
    type: 'incident.raised',
    ...{ ...on(event), key: event.key, elementId: event.elementId, incidentKey: event.incidentKey, code: event.code, message: event.message },
    incidentId: rowIdOf(instanceId, event.incidentKey),
  }),
  'incident.resolved': (event) => ({
    type: 'incident.resolved',
    ...{ ...on(event), incidentKey: event.incidentKey },
    ...(event.by ? { by: event.by } : {}),
    ...(event.jobRetry ? { retries: event.jobRetry.retries } : {}),
  }),
};
