import { failWith } from '../behaviour.ts';
import { throwError } from '../mechanics/errors.ts';
import { textOf } from '../mechanics/messages.ts';
import { fail } from '../result.ts';
import type { TriggerBehaviour } from '../trigger.ts';

/** BPMN 2.0.2, 10.5.6: breaks off the nearest scope around it that catches its code. */
export const error: TriggerBehaviour<'error'> = (trigger) => {
  const code =
    textOf('the error code', trigger.code) ?? ((_x, node) => fail('event-invalid', `Expected “${node.label}” to name its error code, but it names none.`));
  const message = textOf('the error message', trigger.message);
  return {
    code: trigger.code?.trim() || null,
    codeVariable: trigger.codeVariable ?? null,
    messageVariable: trigger.messageVariable ?? null,
    throw: (x, node, token) => {
      const coded = code(x, node, token.key);
      if (!coded.ok) return failWith(coded.failure);
      const said = message ? message(x, node, token.key) : null;
      if (said && !said.ok) return failWith(said.failure);
      return throwError(x, token, { code: coded.value, values: x.localsOf(token), ...(said ? { message: said.value } : {}) });
    },
  };
};
