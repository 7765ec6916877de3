import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Webhook as PublicWebhook } from '@baton/contract';
import type { Json } from '@baton/engine';
import type { Webhook } from '@baton/store';
import type { Services } from '../../services.ts';
import { checkedText, messageOf } from '../../webhooks/message-of.ts';
import { isSigned, SIGNATURE_HEADER } from '../../webhooks/signature.ts';
import { hashToken } from '../auth/hash-token.ts';
import { actorOf } from '../auth/principal.ts';
import type { Handlers } from '../handler.ts';
import { HttpProblem, notFound } from '../http-problem.ts';
import { granted } from '../refusals.ts';
import { checkedVariables } from './checked-values.ts';

type Names = 'listWebhooks' | 'createWebhook' | 'deleteWebhook' | 'receiveWebhook';

export const webhookHandlers = ({ store, secrets }: Services): Pick<Handlers, Names> => ({
  listWebhooks: async ({ principal: { tenantId } }) => ({ body: { items: (await store.webhooks.list(tenantId)).map(publicWebhook), nextCursor: null } }),

  createWebhook: async ({ body, principal }) => {
    const secret = body.secret ?? randomBytes(32).toString('base64url');
    const variables = body.variables ?? {};
    for (const [name, text] of Object.entries(variables)) checkedText(`the variable ${name}`, text);
    const created = await store.webhooks.create({
      tenantId: principal.tenantId,
      name: body.name,
      messageName: body.messageName,
      correlationKey: body.correlationKey === undefined ? null : checkedText('correlationKey', body.correlationKey),
      messageId: body.messageId === undefined ? null : checkedText('messageId', body.messageId),
      variables: checkedVariables({ variables: [] }, variables) as Record<string, string>,
      secret: secrets.seal(secret),
    });
    const { webhook } = granted(created);
    await store.audit.append({
      tenantId: principal.tenantId,
      by: actorOf(principal),
      action: 'webhook.created',
      subject: webhook.id,
      detail: { name: webhook.name },
    });
    return { body: { ...publicWebhook(webhook), secret } };
  },

  deleteWebhook: async ({ params: { id }, principal }) => {
    if (!(await store.webhooks.remove(principal.tenantId, id))) throw notFound('webhook');
    await store.audit.append({ tenantId: principal.tenantId, by: actorOf(principal), action: 'webhook.deleted', subject: id });
    return { body: undefined };
  },

  receiveWebhook: async ({ params: { id }, body, bytes, headers }) => {
    const webhook = await store.webhooks.get(id);
    const secret = webhook && secrets.open(webhook.secret);
    const signature = headers[SIGNATURE_HEADER];
    if (!webhook || secret === null || !isSigned(signature, { secret, body: bytes, nowMs: store.now() })) throw unknown();
    const message = messageOf(webhook, { body: body as Json, headers: readable(headers), now: store.now() });
    const answer = await store.events.publishMessage({
      tenantId: webhook.tenantId,
      name: webhook.messageName,
      correlationKey: message.correlationKey,
      variables: checkedVariables({ variables: [] }, message.variables),
      // The same request counts once, also if it is somebody's recording.
      messageId: message.messageId ?? hashToken(String(signature)),
    });
    return { body: granted(answer).message };
  },
});

const unknown = () =>
  new HttpProblem(
    'not-found',
    `Expected the id of a webhook and its signature of at most five minutes ago in ${SIGNATURE_HEADER} (t=<seconds>,v1=<HMAC-SHA256 of "<t>.<body>">), but one of them is wrong.`,
  );

/** By small letters, as they came; what signs somebody in is nobody's business. */
function readable(headers: IncomingHttpHeaders): { [name: string]: string } {
  const { authorization: _authorization, cookie: _cookie, ...rest } = headers;
  return Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
}

const publicWebhook = ({ tenantId: _tenant, secret: _secret, ...webhook }: Webhook): PublicWebhook => ({ ...webhook, variables: { ...webhook.variables } });
