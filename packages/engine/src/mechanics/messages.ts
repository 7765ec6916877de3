import { addDuration } from '@baton/expressions';
import type { CompiledNode } from '../compiled-process.ts';
import type { Key } from '../event.ts';
import type { Execution } from '../execution.ts';
import { fail, type Result, succeed } from '../result.ts';
import { text } from './expressions.ts';

/** What names a message; all of it may be FEEL. */
export type MessageSetting = {
  readonly name?: string | undefined;
  readonly correlationKey?: string | undefined;
  readonly messageId?: string | undefined;
  readonly timeToLive?: string | undefined;
};
export type Message = { readonly name: string; readonly correlationKey: string; readonly messageId?: string; readonly timeToLiveMs?: number };
export type TextSetting = (x: Execution, node: CompiledNode, scope: Key) => Result<string>;

export const bareMessage = ({ name, correlationKey }: Message) => ({ name, correlationKey });

/** A property that gives text: a number counts as its digits. */
export function textOf(what: string, setting: string | undefined): TextSetting | null {
  if (!setting?.trim()) return null;
  const value = text(setting.trim());
  return (x, node, scope) => {
    const result = value(x, node, scope);
    if (!result.ok) return result;
    if (typeof result.value === 'string' && result.value !== '') return succeed(result.value);
    if (typeof result.value === 'number') return succeed(String(result.value));
    return fail('event-invalid', `Expected text as ${what} of “${node.label}”, but got ${JSON.stringify(result.value)}.`, setting);
  };
}

/** Reads how a message is named, once; gives its name and key each time one is awaited or sent. */
export function messageOf(setting: MessageSetting): (x: Execution, node: CompiledNode, scope: Key) => Result<Message> {
  const name = textOf('the message name', setting.name);
  const key = textOf('the correlation key', setting.correlationKey);
  const id = textOf('the message id', setting.messageId);
  const life = textOf('the time to live', setting.timeToLive);
  return (x, node, scope) => {
    if (!name) return fail('event-invalid', `Expected “${node.label}” to name its message, but it names none.`);
    const named = name(x, node, scope);
    if (!named.ok) return named;
    const keyed = key ? key(x, node, scope) : succeed('');
    if (!keyed.ok) return keyed;
    const identified = id ? id(x, node, scope) : null;
    if (identified && !identified.ok) return identified;
    const living = life ? lifeOf(life(x, node, scope), x.now, node) : null;
    if (living && !living.ok) return living;
    return succeed({
      name: named.value,
      correlationKey: keyed.value,
      ...(identified ? { messageId: identified.value } : {}),
      ...(living ? { timeToLiveMs: living.value } : {}),
    });
  };
}

function lifeOf(duration: Result<string>, now: number, node: CompiledNode): Result<number> {
  if (!duration.ok) return duration;
  const end = addDuration(now, duration.value);
  if (end.ok) return succeed(end.value - now);
  return fail('event-invalid', `Expected an ISO 8601 duration as the time to live of the message of “${node.label}”, but got “${duration.value}”.`);
}
