import type { Element, Graph } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import type { Problem } from '../problem.ts';

export interface ValidateOptions {
  /** FEEL source -> what is wrong with it, or `null`. */
  readonly checkExpression?: (source: string) => string | null;
  /** Unary tests of a decision table -> what is wrong with them, or `null`. */
  readonly checkUnaryTests?: (source: string) => string | null;
}

export interface RuleContext extends ValidateOptions {
  readonly graph: Graph;
  readonly index: GraphIndex;
}

/** One thing a graph must keep to. */
export type Rule = (context: RuleContext) => Iterable<Problem>;

/** A rule that looks at one element at a time. */
export const forEachElement = (check: (element: Element, context: RuleContext) => readonly Problem[]): Rule => {
  return (context) => context.graph.elements.flatMap((element) => check(element, context));
};
