import { z } from 'zod';
import { instant, personSchema, valuesSchema } from '../values.ts';

const on = { seq: z.int(), at: instant() };
const at = { ...on, key: z.string(), elementId: z.string() };
const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.object({ type: z.literal(type), ...shape });

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
]);
export type WaitingFor = z.infer<typeof waitingForSchema>;

/** The public log: what the server lets a browser know. One engine event gives at most one of these, with the same `seq`. */
export const liveEventSchema = z.discriminatedUnion('type', [
  event('instance.started', { ...on, by: personSchema, variables: valuesSchema }),
  event('instance.completed', on),
  event('instance.cancelled', { ...on, by: personSchema, reason: z.string().optional() }),
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
  event('incident.raised', { ...at, incidentId: z.string(), incidentKey: z.string(), code: z.string(), message: z.string() }),
  /** `retries`: of the job that is tried again. */
  event('incident.resolved', { ...on, incidentKey: z.string(), by: personSchema.optional(), retries: z.int().optional() }),
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;
export type LiveEventType = LiveEvent['type'];
export type LiveEventOf<T extends LiveEventType> = Extract<LiveEvent, { type: T }>;
