import { ELEMENTS } from '../elements/registry.ts';
import type { Element, Flow } from '../graph.ts';
import { nameOf, nameOfFlow } from '../naming.ts';
import { error, type Fix, type Problem, warning } from '../problem.ts';
import { forEachElement, type Rule, type RuleContext } from './rule.ts';

/** Conditions and a default only where somebody decides; one default, and that without a condition. */
export const conditionsAreWhereAllowed: Rule = forEachElement((element, context) => {
  const ways = context.index.outgoing(element.id);
  if (ELEMENTS[element.type].decides) return [...secondDefaults(element, ways), ...ways.flatMap((flow) => conditionOnDefault(flow, context))];
  return ways.flatMap((flow) => decidingFlow(element, flow, context));
});

function decidingFlow(element: Element, flow: Flow, { index }: RuleContext): Problem[] {
  const elementId = flow.id;
  const because = `only flows out of decisions and activities have them, and ${nameOf(element)} is neither`;
  // BPMN 2.0.2, 10.6.4: a parallel gateway takes all flows without asking, so that a condition there only misleads.
  const problem = element.type === 'parallelGateway' ? warning : error;
  return [
    ...(flow.condition?.trim()
      ? [
          problem('condition-not-allowed', `Expected ${nameOfFlow(index, flow)} to have no condition, but it has one: ${because}.`, {
            elementId,
            path: 'condition',
            fix: dropCondition(flow),
          }),
        ]
      : []),
    ...(flow.isDefault
      ? [
          error('default-not-allowed', `Expected ${nameOfFlow(index, flow)} not to be a default, but it is: ${because}.`, {
            elementId,
            path: 'isDefault',
            fix: dropDefault(flow),
          }),
        ]
      : []),
  ];
}

function secondDefaults(element: Element, ways: readonly Flow[]): Problem[] {
  const [first, ...others] = ways.filter((flow) => flow.isDefault);
  if (!first) return [];
  return others.map((flow) =>
    error('default-duplicate', `Expected one default way out of ${nameOf(element)}, but there are ${others.length + 1}.`, {
      elementId: flow.id,
      path: 'isDefault',
      fix: dropDefault(flow),
    }),
  );
}

function conditionOnDefault(flow: Flow, { index }: RuleContext): Problem[] {
  if (!flow.isDefault || !flow.condition?.trim()) return [];
  const message = `Expected no condition on the default: it is taken when no other is true, but ${nameOfFlow(index, flow)} has one.`;
  return [error('default-with-condition', message, { elementId: flow.id, path: 'condition', fix: dropCondition(flow) })];
}

const dropCondition = ({ id }: Flow): Fix => ({ type: 'set', id, property: 'condition', value: null, label: 'Delete the condition' });
const dropDefault = ({ id }: Flow): Fix => ({ type: 'set', id, property: 'isDefault', value: null, label: 'Make it an ordinary flow' });
