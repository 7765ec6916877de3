import { ELEMENTS } from '../elements/registry.ts';
import type { Element, Flow } from '../graph.ts';
import { nameOf, nameOfFlow } from '../naming.ts';
import { error, type Fix, type Problem, warning } from '../problem.ts';
import { forEachElement, type Rule, type RuleContext } from './rule.ts';

/** Where a decision has several ways out, each but the default says when it is taken. */
export const decisionsAreComplete: Rule = forEachElement((element, context) => {
  const { category, decides } = ELEMENTS[element.type];
  if (!decides) return [];
  const ways = context.index.outgoing(element.id);
  if (category !== 'gateway') return activityProblems(element, ways, context);
  if (ways.length < 2) return [];
  // What a complex gateway does not ask about is always taken, as out of an activity (BPMN 2.0.2, 10.6.5).
  if (element.type === 'complexGateway') return activityProblems(element, ways, context);
  const missing = ways.filter((flow) => !flow.isDefault && !flow.condition?.trim());
  if (missing.length > 0) return missing.map((flow) => conditionMissing(element, flow, context));
  return ways.some((flow) => flow.isDefault) ? [] : [defaultMissing(element, ways)];
});

/** Out of an activity a flow without a condition is always taken; the default stands in for the others if no condition is true. */
function activityProblems(element: Element, ways: readonly Flow[], { index }: RuleContext): Problem[] {
  const conditional = ways.filter((flow) => flow.condition?.trim());
  const fallback = ways.find((flow) => flow.isDefault);
  if (fallback && conditional.length === 0) {
    const message = `Expected another way out of ${nameOf(element)} to have a condition, because ${nameOfFlow(index, fallback)} is the default, but none has.`;
    const fix: Fix = { type: 'set', id: fallback.id, property: 'isDefault', value: null, label: 'Make it an ordinary flow' };
    return [error('default-without-condition', message, { elementId: fallback.id, path: 'isDefault', fix })];
  }
  if (conditional.length < ways.length) return [];
  const [only] = conditional;
  if (only && ways.length === 1) return [conditionAlone(element, only)];
  return ways.length > 0 ? [defaultMissing(element, ways)] : [];
}

/** BPMN 2.0.2, 7.6.1 and 8.3.13: a conditional flow needs another one beside it. */
function conditionAlone(element: Element, flow: Flow): Problem {
  const message = `Expected another way out of ${nameOf(element)}, because the only one has a condition, but there is none.`;
  const fix: Fix = { type: 'set', id: flow.id, property: 'condition', value: null, label: 'Delete the condition' };
  return error('condition-alone', message, { elementId: flow.id, path: 'condition', fix });
}

function conditionMissing(element: Element, flow: Flow, { index }: RuleContext): Problem {
  const hasDefault = index.outgoing(element.id).some((each) => each.isDefault);
  const message = `Expected a condition for ${nameOfFlow(index, flow)}, because ${nameOf(element)} has several ways out, but there is none.`;
  return error('condition-missing', message, { elementId: flow.id, path: 'condition', ...(!hasDefault && { fix: makeDefault(flow) }) });
}

function defaultMissing(element: Element, ways: readonly Flow[]): Problem {
  const message = `Expected a default way out of ${nameOf(element)}, but there is none: if no condition is true, the process stops there.`;
  const last = ways.length > 1 ? ways.at(-1) : undefined;
  return warning('default-missing', message, { elementId: element.id, ...(last && { fix: makeDefault(last) }) });
}

const makeDefault = (flow: Flow): Fix => ({
  type: 'set',
  id: flow.id,
  property: 'isDefault',
  value: true,
  label: flow.name ? `Make “${flow.name}” the default` : 'Make it the default',
});
