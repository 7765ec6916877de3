import type { Graph } from './graph.ts';
import { indexGraph } from './graph-index.ts';
import type { Problem } from './problem.ts';
import type { ValidateOptions } from './validate/rule.ts';
import { RULES } from './validate/rules.ts';

export type { ValidateOptions } from './validate/rule.ts';

/**
 * Everything that is wrong or dubious in a graph, errors first. A graph without errors can be published and run.
 * FEEL is not known here: pass `checkExpression` to have expressions checked too.
 */
export function validate(graph: Graph, options: ValidateOptions = {}): Problem[] {
  const context = { graph, index: indexGraph(graph), ...options };
  const problems = RULES.flatMap((rule) => [...rule(context)]);
  return [...problems.filter((problem) => problem.severity === 'error'), ...problems.filter((problem) => problem.severity === 'warning')];
}
