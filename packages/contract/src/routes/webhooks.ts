import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { pageOf } from '../page.ts';
import { instant } from '../values.ts';
import { messageAnswerSchema } from './events.ts';

const access = { permission: 'webhook:manage' } as const;
/** A literal, or FEEL over `body` and `headers` with a leading `=`: `=body.order.id`, `=get value(headers, "x-delivery")`. */
const text = z.string().min(1).max(5000);

export const webhookSchema = z.object({
  id: z.string(),
  name: z.string(),
  messageName: z.string(),
  correlationKey: z.string().nullable(),
  /** Default: the signature, so that the same request counts once. */
  messageId: z.string().nullable(),
  /** Of the message, by name. */
  variables: z.record(z.string().max(120), z.string()),
  createdAt: instant(),
});
export type Webhook = z.infer<typeof webhookSchema>;

export const listWebhooks = defineRoute({
  method: 'GET',
  path: '/webhooks',
  tag: 'Webhooks',
  summary: 'Addresses that turn requests from outside into messages',
  access,
  response: pageOf(webhookSchema),
});
export const createWebhook = defineRoute({
  method: 'POST',
  path: '/webhooks',
  tag: 'Webhooks',
  summary: 'Create an address; its secret is told only now',
  access,
  body: z.strictObject({
    name: z.string().trim().min(1).max(200),
    messageName: z.string().min(1).max(255),
    correlationKey: text.optional(),
    messageId: text.optional(),
    variables: z.record(z.string().min(1).max(120), text).optional(),
    /** Default: one is made up. */
    secret: z.string().min(24).max(500).optional(),
  }),
  response: webhookSchema.extend({ secret: z.string() }),
  status: 201,
});
export const deleteWebhook = defineRoute({
  method: 'DELETE',
  path: '/webhooks/:id',
  tag: 'Webhooks',
  summary: 'Delete an address',
  access,
  status: 204,
});
/** Signed: `X-Baton-Signature: t=<seconds since 1970>,v1=<HMAC-SHA256 of "<t>.<body>" with the secret, in hex>`. */
export const receiveWebhook = defineRoute({
  method: 'POST',
  path: '/webhooks/:id',
  tag: 'Webhooks',
  summary: 'Send a message by way of a webhook (signed in X-Baton-Signature)',
  access: 'public',
  body: z.json(),
  response: messageAnswerSchema,
});
