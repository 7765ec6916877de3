import type { Flow } from '../graph.ts';
import { capital, nameOf, nameOfFlow } from '../naming.ts';
import { error, type Problem } from '../problem.ts';
import { forEachElement, type Rule, type RuleContext } from './rule.ts';

/** The ends of flows and the sub-processes elements lie in are there. */
export const referencesExist: Rule = (context) => [...context.graph.flows.flatMap((flow) => danglingEnds(flow, context)), ...unknownParents(context)];

function danglingEnds(flow: Flow, { index }: RuleContext): Problem[] {
  return (['from', 'to'] as const)
    .filter((end) => !index.element(flow[end]))
    .map((end) => {
      const message = `Expected both ends of ${nameOfFlow(index, flow)} to be elements, but there is no element “${flow[end]}”.`;
      return error('flow-dangling', message, { elementId: flow.id, path: end, fix: { type: 'remove', id: flow.id, label: 'Delete the flow' } });
    });
}

const unknownParents = forEachElement((element, { index }) => {
  if (element.parent === undefined || index.element(element.parent)) return [];
  return [
    error('reference-unknown', `${capital(nameOf(element))} is drawn inside “${element.parent}”: expected a sub-process, but there is no such element.`, {
      elementId: element.id,
      path: 'parent',
    }),
  ];
});
