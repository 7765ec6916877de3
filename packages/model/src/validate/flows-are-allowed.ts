import type { Flow } from '../graph.ts';
import { error, type Problem, warning } from '../problem.ts';
import { canConnect } from '../rules/can-connect.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Every flow is one that the canvas would have let somebody draw. */
export const flowsAreAllowed: Rule = (context) => context.graph.flows.flatMap((flow) => problemOf(flow, context));

function problemOf({ id, from, to }: Flow, { index }: RuleContext): Problem[] {
  if (!index.element(from) || !index.element(to)) return [];
  const verdict = canConnect(index, { from, to, flowId: id });
  if (verdict.ok) return [];
  const where = { elementId: id, fix: { type: 'remove', id, label: 'Delete the flow' } } as const;
  if (verdict.code !== 'flow-duplicate') return [error(verdict.code, verdict.message, where)];
  const isFirst = index.outgoing(from).find((flow) => flow.to === to)?.id === id;
  return isFirst ? [] : [warning(verdict.code, verdict.message, where)];
}
