import { type Behaviour, DONE, doneWith, failWith } from '../behaviour.ts';
import { formula } from '../mechanics/expressions.ts';

/** Calculates with FEEL and goes on at once; the value goes to `resultVariable`, without one it is dropped. */
export const scriptTask: Behaviour<'scriptTask'> = ({ node, element }) => {
  const script = element.script?.trim() ? formula(element.script) : null;
  const target = element.resultVariable;
  if (!script) return {};
  return {
    enter: (x, token) => {
      const value = x.evaluate(script, node, token.key);
      if (!value.ok) return failWith(value.failure);
      if (target === undefined) return DONE;
      const result = { [target]: value.value };
      const failure = x.checkValues(node, result);
      return failure ? failWith(failure) : doneWith(result);
    },
  };
};
