import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { instant, valuesSchema } from '../values.ts';

const access = { permission: 'event:send' } as const;
const eventName = z.string().min(1).max(255);
const YEAR_MS = 366 * 86_400_000;

/**
 * `correlated`: the instance `instanceId` goes on with it. `started`: it began that instance. `waiting`: nobody listens yet; until
 * `expiresAt` whoever comes takes it. `discarded`: nobody listens, and it may not wait.
 */
export const messageAnswerSchema = z.object({
  id: z.string(),
  outcome: z.enum(['correlated', 'started', 'waiting', 'discarded']),
  instanceId: z.string().optional(),
  expiresAt: instant().optional(),
  /** A message with this `messageId` was sent before: this is what became of it. */
  isRepeated: z.boolean(),
});
export type MessageAnswer = z.infer<typeof messageAnswerSchema>;

export const publishMessage = defineRoute({
  method: 'POST',
  path: '/messages',
  tag: 'Events',
  summary: 'Send a message to whoever waits for its name and key, or start a process with it',
  access,
  body: z.strictObject({
    name: eventName,
    correlationKey: z.string().max(255).default(''),
    variables: valuesSchema.optional(),
    /** Sent twice with the same name and id it counts once, for 24 hours or as long as it waits. */
    messageId: z.string().min(1).max(255).optional(),
    /** How long it waits for a receiver; default an hour. */
    ttlMs: z.int().min(0).max(YEAR_MS).optional(),
  }),
  response: messageAnswerSchema,
});
export const broadcastSignal = defineRoute({
  method: 'POST',
  path: '/signals',
  tag: 'Events',
  summary: 'Tell a signal to everything that listens for it now, and start the processes that begin with it',
  access,
  body: z.strictObject({ name: eventName, variables: valuesSchema.optional() }),
  /** `heard`: how many instances have heard it; `started`: ids of those it began. */
  response: z.object({ heard: z.int(), started: z.array(z.string()) }),
});
export const evaluateConditions = defineRoute({
  method: 'POST',
  path: '/conditions',
  tag: 'Events',
  summary: 'Start the processes whose conditional start event is true for these variables',
  access,
  body: z.strictObject({ variables: valuesSchema, processKey: z.string().max(255).optional() }),
  response: z.object({
    started: z.array(z.object({ instanceId: z.string(), processKey: z.string() })),
    /** Conditions that these variables don't answer. */
    failed: z.array(z.object({ processKey: z.string(), elementId: z.string(), detail: z.string() })),
  }),
});
