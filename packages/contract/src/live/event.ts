import { z } from 'zod';
import { instant, personSchema, valuesSchema } from '../values.ts';

const on = { seq: z.int(), at: instant() };
const at = { ...on, key: z.string(), elementId: z.string() };
const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.object({ type: z.literal(type), ...shape });

/** What an element listens for; a condition has no name. */
const heardShape = { event: z.enum(['message', 'signal', 'conditional']), name: z.string().optional(), correlationKey: z.string().optional() };
/** `key`: the element instance that listens. `elementId`: the event, which for a border event isn't the one that `key` lives on. */
export const listeningSchema = z.object({ key: z.string(), elementId: z.string(), ...heardShape });
export type Listening = z.infer<typeof listeningSchema>;

/** Why an element waits, in data; the browser says it in words. */
export const waitingForSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('children') }),
  z.object({
    kind: z.literal('person'),
    taskId: z.string(),
    assignee: personSchema.nullable(),
    candidateUsers: z.array(z.string()),
    candidateGroups: z.array(z.string()),
    dueAt: instant().nullable(),
  }),
  z.object({ kind: z.literal('worker'), jobType: z.string(), retries: z.int(), lastFailure: z.string().nullable(), retryAt: instant().nullable() }),
  z.object({ kind: z.literal('timer'), dueAt: instant() }),
  /** Messages, signals, conditions or timers: the view's `listening` and `timers` say which. */
  z.object({ kind: z.literal('event') }),
  /** `instanceId`: that it called, as soon as it is there, is in `GET /instances/:id` under `children`. */
  z.object({ kind: z.literal('call'), processKey: z.string() }),
  /** Somebody must choose the next step of an ad-hoc sub-process. */
  z.object({ kind: z.literal('activation') }),
]);
export type WaitingFor = z.infer<typeof waitingForSchema>;

/** The public log: what the server lets a browser know. One engine event gives at most one of these, with the same `seq`. */
export const liveEventSchema = z.discriminatedUnion('type', [
  event('instance.started', { ...on, by: personSchema, variables: valuesSchema }),
  event('instance.completed', on),
  event('instance.cancelled', { ...on, by: personSchema, reason: z.string().optional() }),
  /** A called instance ended with an error for its caller. */
  event('instance.failed', { ...on, code: z.string(), message: z.string().optional() }),
  event('element.started', { ...at, elementType: z.string(), scope: z.string().nullable() }),
  event('element.waiting', { ...at, waitingFor: waitingForSchema }),
  event('element.completed', at),
  event('element.cancelled', at),
  event('flow.taken', { ...on, flowId: z.string() }),
  event('flow.parked', { ...on, flowId: z.string(), elementId: z.string() }),
  /** `flowIds`: one waiting flow of each goes on; left out, one of each that waits. */
  event('flows.joined', { ...on, elementId: z.string(), flowIds: z.array(z.string()).optional() }),
  /** What waited at a join went away with its scope. */
  event('flows.dropped', { ...on, elementId: z.string() }),
  event('variables.changed', { ...on, scope: z.string(), values: valuesSchema, by: personSchema.optional() }),
  event('task.assigned', { ...at, assignee: personSchema.nullable(), how: z.enum(['claimed', 'unclaimed', 'assigned']), by: personSchema }),
  event('task.completed', { ...at, outcome: z.string().optional(), comment: z.string().optional(), by: personSchema }),
  event('job.failed', { ...at, message: z.string(), retries: z.int(), retryAt: instant().nullable() }),
  event('timer.scheduled', { ...at, timerKey: z.string(), dueAt: instant() }),
  event('timer.fired', { ...on, elementId: z.string(), timerKey: z.string() }),
  event('timer.cancelled', { ...on, elementId: z.string(), timerKey: z.string() }),
  event('listening.begun', { ...at, subscriptionKey: z.string(), ...heardShape }),
  event('listening.ended', { ...on, elementId: z.string(), subscriptionKey: z.string(), how: z.enum(['triggered', 'cancelled']) }),
  event('message.sent', { ...at, name: z.string(), correlationKey: z.string() }),
  event('signal.sent', { ...at, name: z.string() }),
  /** `caughtBy`: the event that goes on; absent: nobody here caught it. */
  event('error.thrown', { ...at, code: z.string(), message: z.string().optional(), caughtBy: z.string().optional() }),
  event('escalation.thrown', { ...at, code: z.string(), message: z.string().optional(), caughtBy: z.string().optional() }),
  event('call.started', { ...at, callKey: z.string(), processKey: z.string() }),
  event('call.ended', { ...at, callKey: z.string(), how: z.enum(['completed', 'failed', 'cancelled']) }),
  /** `total`: how many rounds, if that is known. */
  event('loop.begun', { ...at, total: z.int().optional() }),
  /** The element instance `key` is a round, counted from 1. */
  event('loop.roundBegun', { ...at, iteration: z.int() }),
  event('loop.roundEnded', { ...at, iteration: z.int() }),
  event('compensation.begun', at),
  /** `key` undoes what was done. */
  event('compensation.started', at),
  event('compensation.ended', at),
  event('incident.raised', { ...at, incidentId: z.string(), incidentKey: z.string(), code: z.string(), message: z.string() }),
  /** `retries`: of the job that is tried again. */
  event('incident.resolved', { ...on, incidentKey: z.string(), by: personSchema.optional(), retries: z.int().optional() }),
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;
export type LiveEventType = LiveEvent['type'];
export type LiveEventOf<T extends LiveEventType> = Extract<LiveEvent, { type: T }>;
