import { z } from 'zod';
import { text } from '../text.ts';
import { defineTrigger } from './define-trigger.ts';

/** What names a message: `name` and `correlationKey` find who waits for it. A drawn message flow may give the name. */
export const messageShape = {
  name: text().optional(),
  /** Text both sides know, e.g. `=orderId`. Start events need none: every such message starts an instance. */
  correlationKey: text().optional(),
};

/** What a thrown message has beside: sent twice with one `messageId` counts once; it waits for `timeToLive` (ISO 8601 duration) until somebody takes it. */
export const thrownMessageShape = { ...messageShape, messageId: text().optional(), timeToLive: text().optional() };

export const message = defineTrigger({
  label: 'Message',
  description: 'A message with a name and a correlation key, for one receiver.',
  schema: z.strictObject({ type: z.literal('message'), ...thrownMessageShape }),
});
