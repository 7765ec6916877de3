import type { Element, Flow } from '../graph.ts';
import { nameOf, nameOfFlow } from '../naming.ts';
import { error, type Fix, type Problem, warning } from '../problem.ts';
import { forEachElement, type Rule, type RuleContext } from './rule.ts';

/** Where a decision has several ways out, each but the default says when it is taken. */
export const decisionsAreComplete: Rule = forEachElement((element, context) => {
  if (element.type !== 'exclusiveGateway') return [];
  const ways = context.index.outgoing(element.id);
  if (ways.length < 2) return [];
  const missing = ways.filter((flow) => !flow.isDefault && !flow.condition?.trim());
  if (missing.length > 0) return missing.map((flow) => conditionMissing(element, flow, context));
  return ways.some((flow) => flow.isDefault) ? [] : [defaultMissing(element, ways)];
});

function conditionMissing(element: Element, flow: Flow, { index }: RuleContext): Problem {
  const hasDefault = index.outgoing(element.id).some((each) => each.isDefault);
  const message = `Expected a condition for ${nameOfFlow(index, flow)}, because ${nameOf(element)} has several ways out, but there is none.`;
  return error('condition-missing', message, { elementId: flow.id, path: 'condition', ...(!hasDefault && { fix: makeDefault(flow) }) });
}

function defaultMissing(element: Element, ways: readonly Flow[]): Problem {
  const message = `Expected a default way out of ${nameOf(element)}, but there is none: if no condition is true, the process stops there.`;
  const last = ways.at(-1);
  return warning('default-missing', message, { elementId: element.id, ...(last && { fix: makeDefault(last) }) });
}

const makeDefault = (flow: Flow): Fix => ({
  type: 'set',
  id: flow.id,
  property: 'isDefault',
  value: true,
  label: flow.name ? `Make “${flow.name}” the default` : 'Make it the default',
});
