import type { Graph } from './graph.ts';
import { type GraphIndex, indexGraph } from './graph-index.ts';
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
  const problems = RULES.flatMap((rule) => [...rule(context)]).map((problem) => milderWhereOnlyDrawn(problem, context.index));
  return [...problems.filter((problem) => problem.severity === 'error'), ...problems.filter((problem) => problem.severity === 'warning')];
}

/** What is wrong in a pool that isn't executable stops nothing: it never runs. Only ids must be unique there too. */
function milderWhereOnlyDrawn(problem: Problem, index: GraphIndex): Problem {
  if (problem.severity === 'warning' || problem.code === 'duplicate-id' || problem.elementId === undefined || !index.graph.pools) return problem;
  const { elementId } = problem;
  const part = index.element(elementId) ?? index.element(index.flow(elementId)?.from ?? '') ?? index.artifact(elementId);
  const pool = part && index.poolOf(part);
  return pool !== undefined && index.pool(pool)?.isExecutable === false ? { ...problem, severity: 'warning' } : problem;
}
