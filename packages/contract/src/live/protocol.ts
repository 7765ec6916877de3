import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '../error-codes.ts';
import { liveEventSchema } from './event.ts';
import { instanceViewSchema } from './view.ts';

export const LIVE_NAMESPACE = '/live';

/** Client to server, with acknowledgement. `id`: instance id, or process key; tasks and incidents are those of whoever asks. */
export const watchSchema = z.strictObject({ kind: z.enum(['instance', 'process', 'tasks', 'incidents']), id: z.string().max(255).optional() });
export type Watch = z.infer<typeof watchSchema>;

/** Lists are told that something changed and which row; they ask the API for it. */
export const changeSchema = z.object({
  type: z.enum(['task.changed', 'instance.changed', 'incident.changed', 'draft.changed']),
  id: z.string(),
  processKey: z.string().optional(),
});
export type Change = z.infer<typeof changeSchema>;

/** Answer to `watch`: a snapshot, after which `events` follow without gaps from `seq` on; or why not. */
export const watchAnswerSchema = z.union([
  z.object({ ok: z.literal(true), room: z.string(), seq: z.int(), view: instanceViewSchema.nullable() }),
  z.object({ ok: z.literal(false), code: z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]), detail: z.string() }),
]);
export type WatchAnswer = z.infer<typeof watchAnswerSchema>;

/**
 * Server to client, event name `events`. For an instance `seq` is that of the last event and `fromSeq` that of the first
 * (not every number in between need be public); `previousSeq` is where the message before ended: if it isn't what the
 * client has, there is a gap and it watches again. For lists the numbers count messages.
 */
export const eventsMessageSchema = z.object({
  room: z.string(),
  previousSeq: z.int(),
  seq: z.int(),
  events: z.array(z.union([liveEventSchema, changeSchema])),
});
export type EventsMessage = z.infer<typeof eventsMessageSchema>;
