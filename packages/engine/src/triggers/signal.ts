import { failWith } from '../behaviour.ts';
import { textOf } from '../mechanics/messages.ts';
import { throwSignal } from '../mechanics/signals.ts';
import { fail } from '../result.ts';
import type { TriggerBehaviour } from '../trigger.ts';

/** A broadcast: who waits in this instance hears it at once, all others after the commit. */
export const signal: TriggerBehaviour<'signal'> = (trigger) => {
  const name =
    textOf('the signal name', trigger.name) ?? ((_x, node) => fail('event-invalid', `Expected “${node.label}” to name its signal, but it names none.`));
  return {
    listen: (x, node, scope) => {
      const named = name(x, node, scope);
      return named.ok ? { ok: true, value: { kind: 'signal', name: named.value } } : named;
    },
    throw: (x, node, token) => {
      const named = name(x, node, token.key);
      return named.ok ? throwSignal(x, node, token, named.value) : failWith(named.failure);
    },
  };
};
