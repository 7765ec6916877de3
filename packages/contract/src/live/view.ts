import { z } from 'zod';
import { instant, personSchema, valuesSchema } from '../values.ts';
import { listeningSchema, waitingForSchema } from './event.ts';

/** One element instance that is still there. */
export const activeElementSchema = z.object({
  key: z.string(),
  elementId: z.string(),
  elementType: z.string(),
  scope: z.string().nullable(),
  since: instant(),
  waitingFor: waitingForSchema.nullable(),
  /** Inside a loop or multi-instance: the number of the round, from 1. */
  iteration: z.int().optional(),
  incident: z.object({ id: z.string(), incidentKey: z.string(), code: z.string(), message: z.string(), at: instant() }).nullable(),
});
export type ActiveElement = z.infer<typeof activeElementSchema>;

/**
 * What a browser shows of one instance: a fold of live events (fold.ts), and nothing else.
 * `seq` of the last event folded in travels beside it.
 */
export const instanceViewSchema = z.object({
  id: z.string(),
  status: z.enum(['active', 'completed', 'cancelled', 'suspended', 'failed']),
  startedAt: instant().nullable(),
  startedBy: personSchema.nullable(),
  endedAt: instant().nullable(),
  active: z.record(z.string(), activeElementSchema),
  /** By element id: how often it was completed and cancelled. */
  finished: z.record(z.string(), z.object({ completed: z.int(), cancelled: z.int(), lastAt: instant() })),
  /** By flow id: how often it was taken. */
  flows: z.record(z.string(), z.int()),
  /** By element id of a join: flows that wait there. */
  parked: z.record(z.string(), z.array(z.string())),
  /** By timer key. */
  timers: z.record(z.string(), z.object({ elementId: z.string(), dueAt: instant() })),
  /** By subscription key: what it listens for in the world. */
  listening: z.record(z.string(), listeningSchema),
  /** By scope key; the root scope is `e1`. */
  variables: z.record(z.string(), valuesSchema),
});
export type InstanceView = z.infer<typeof instanceViewSchema>;
