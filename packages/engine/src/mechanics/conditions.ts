import { bug } from '../draft.ts';
import type { Key } from '../event.ts';
import type { Execution } from '../execution.ts';
import { byNumber } from './keys.ts';

/**
 * Asks every condition somebody waits for, in the order they began to wait. One that has become true goes off; it goes off
 * again when it was false meanwhile. Null counts as not yet: what it reads may not be there yet.
 */
export function askConditions(x: Execution): void {
  for (const key of [...x.draft.conditions].sort(byNumber)) ask(x, key);
}

function ask(x: Execution, subscriptionKey: Key): void {
  const subscription = x.draft.subscriptions.get(subscriptionKey);
  if (subscription?.kind !== 'conditional') return;
  const event = x.process.node(subscription.elementId);
  const condition = event.triggers[subscription.index]?.condition ?? bug(`${event.id} has no condition`);
  const answer = x.evaluate(condition, event, subscription.key);
  if (!answer.ok || (typeof answer.value !== 'boolean' && answer.value !== null)) {
    const failure = answer.ok
      ? {
          code: 'condition-not-boolean' as const,
          message: `Expected the condition of “${event.label}” to be true or false, but it is ${JSON.stringify(answer.value)}.`,
          expression: condition.source,
        }
      : answer.failure;
    x.raiseAt(event, x.draft.element(subscription.key), failure);
    return;
  }
  const isTrue = answer.value === true;
  if (isTrue === subscription.isTrue) return;
  if (isTrue) x.trigger(subscriptionKey, { kind: 'event', values: {} });
  else x.emit({ type: 'condition.changed', subscriptionKey, elementId: event.id, isTrue });
}
