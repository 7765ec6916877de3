import { DONE, failWith } from '../behaviour.ts';
import { bareMessage, messageOf } from '../mechanics/messages.ts';
import type { TriggerBehaviour } from '../trigger.ts';

/** Caught, it waits for a message; thrown, it sends one with what its input mappings gave. */
export const message: TriggerBehaviour<'message'> = (trigger) => {
  const evaluate = messageOf(trigger);
  return {
    listen: (x, node, scope) => {
      const found = evaluate(x, node, scope);
      return found.ok ? { ok: true, value: { kind: 'message', ...bareMessage(found.value) } } : found;
    },
    throw: (x, node, token) => {
      const found = evaluate(x, node, token.key);
      if (!found.ok) return failWith(found.failure);
      x.throwMessage(node, token, found.value);
      return DONE;
    },
  };
};
