import { failWith } from '../behaviour.ts';
import { throwEscalation } from '../mechanics/errors.ts';
import { textOf } from '../mechanics/messages.ts';
import { fail } from '../result.ts';
import type { TriggerBehaviour } from '../trigger.ts';

export const escalation: TriggerBehaviour<'escalation'> = (trigger) => {
  const code =
    textOf('the escalation code', trigger.code) ??
    ((_x, node) => fail('event-invalid', `Expected “${node.label}” to name its escalation code, but it names none.`));
  return {
    code: trigger.code?.trim() || null,
    codeVariable: trigger.codeVariable ?? null,
    throw: (x, node, token) => {
      const coded = code(x, node, token.key);
      if (!coded.ok) return failWith(coded.failure);
      return throwEscalation(x, token, { code: coded.value, values: x.localsOf(token) });
    },
  };
};
