import { parseDecision } from '@baton/expressions';
import { type Behaviour, doneWith, failWith } from '../behaviour.ts';
import type { Json, Values } from '../json.ts';
import { jobVerbs } from '../mechanics/job-behaviour.ts';
import { failure } from '../result.ts';

/** Asks its decision table and goes on; with a job a worker decides. Without a result variable the outputs are the result, by name. */
export const businessRuleTask: Behaviour<'businessRuleTask'> = ({ node, element }) => {
  if (element.job) return jobVerbs(node, element.job);
  if (!element.decision) return {};
  const parsed = parseDecision(element.decision);
  const [only] = element.decision.outputs;
  const isOne = element.decision.outputs.length === 1;

  function resultOf(value: Json): Values {
    if (element.resultVariable !== undefined) return { [element.resultVariable]: value };
    if (isOne && only) return { [only.name]: value };
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {};
  }

  return {
    enter: (x, token) => {
      if (!parsed.ok) return failWith(failure('expression-failed', `${parsed.problem.message} It is at ${parsed.problem.path} of “${node.label}”.`));
      const decided = x.decide(parsed.decision, node, token.key);
      if (!decided.ok) return failWith(decided.failure);
      const result = resultOf(decided.value);
      const problem = x.checkValues(node, result);
      return problem ? failWith(problem) : doneWith(result);
    },
  };
};
