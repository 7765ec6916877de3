import { DONE, type Next, STAY } from '../behaviour.ts';
import type { CompiledNode } from '../compiled-process.ts';
import type { Execution } from '../execution.ts';
import type { Values } from '../json.ts';
import type { LiveElement } from '../state.ts';
import { numberOf } from './keys.ts';

/** Who waits here now hears it now; who begins to wait later in this command hears it with everybody else, after the commit. */
export function throwSignal(x: Execution, node: CompiledNode, token: LiveElement, name: string): Next {
  const values = x.localsOf(token);
  const sinceKey = x.draft.nextKey;
  x.emit({ type: 'signal.thrown', signalKey: x.draft.newKey('g'), key: token.key, elementId: node.id, name, variables: values, sinceKey });
  hearSignal(x, name, values, (number) => number < sinceKey);
  return x.draft.elements.has(token.key) ? DONE : STAY;
}

/** Each subscription to it whose number is asked for, in order; one that an earlier one cancelled hears nothing. */
export function hearSignal(x: Execution, name: string, values: Values, isMeant: (number: number) => boolean): boolean {
  const waiting = x.draft.subscriptions.keys().filter((key) => {
    const subscription = x.draft.subscriptions.get(key);
    return subscription?.kind === 'signal' && subscription.name === name && isMeant(numberOf(key));
  });
  for (const key of waiting) x.trigger(key, { kind: 'event', values });
  return waiting.length > 0;
}
