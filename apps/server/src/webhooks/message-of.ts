import type { Json, Values } from '@baton/engine';
import { evaluate, parseExpression } from '@baton/expressions';
import { expressionOf, isExpression } from '@baton/model';
import type { Webhook } from '@baton/store';
import { HttpProblem } from '../http/http-problem.ts';

export type Received = { readonly body: Json; readonly headers: { readonly [name: string]: string }; readonly now: number };
export type WebhookMessage = { readonly correlationKey: string; readonly messageId: string | undefined; readonly variables: Values };

/** What a request says in the words of its webhook. A text that can't be read from it refuses the request. */
export function messageOf(
  { correlationKey, messageId, variables }: Pick<Webhook, 'correlationKey' | 'messageId' | 'variables'>,
  received: Received,
): WebhookMessage {
  return {
    correlationKey: correlationKey === null ? '' : textOf('correlationKey', correlationKey, received),
    messageId: messageId === null ? undefined : textOf('messageId', messageId, received),
    variables: Object.fromEntries(Object.entries(variables).map(([name, text]) => [name, read(name, text, received)])),
  };
}

function textOf(what: string, text: string, received: Received): string {
  const value = read(what, text, received);
  const said = typeof value === 'number' ? String(value) : value;
  if (typeof said === 'string' && said !== '' && said.length <= 255) return said;
  throw new HttpProblem(
    'request-invalid',
    `Expected text of at most 255 characters as ${what} of the message, but “${text}” gives ${JSON.stringify(value)?.slice(0, 100)}.`,
  );
}

function read(what: string, text: string, { body, headers, now }: Received): Json {
  if (!isExpression(text)) return text;
  const parsed = parseExpression(expressionOf(text));
  const names = new Map<string, Json>([
    ['body', body],
    ['headers', headers],
  ]);
  const value = parsed.ok ? evaluate(parsed.expression, { lookup: (name) => names.get(name), now }) : null;
  if (value?.ok) return value.value;
  const why = value ? value.error.message : parsed.ok ? '' : parsed.problem.message;
  throw new HttpProblem('request-invalid', `Expected a request from which ${what} can be read, but: ${why}`);
}

/** A text that isn't FEEL is refused when the webhook is made, not when the first request comes. */
export function checkedText(what: string, text: string): string {
  const parsed = isExpression(text) ? parseExpression(expressionOf(text)) : null;
  if (!parsed || parsed.ok) return text;
  throw new HttpProblem('request-invalid', `Expected text or FEEL as ${what}, but: ${parsed.problem.message}`);
}
