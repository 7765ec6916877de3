import type { Flow } from '../graph.ts';
import { capital, nameOf, nameOfFlow } from '../naming.ts';
import { error, type Problem, warning } from '../problem.ts';
import { forEachElement, type Rule, type RuleContext } from './rule.ts';

/** Whatever is named by id is there: the ends of flows, sub-processes, what an annotation points at. */
export const referencesExist: Rule = (context) => [
  ...context.graph.flows.flatMap((flow) => danglingEnds(flow, context)),
  ...unknownParents(context),
  ...unknownLanes(context),
  ...looseArtifacts(context),
];

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

const unknownLanes = forEachElement((element, { index }) => {
  const { id, lane } = element;
  if (lane === undefined || index.element(lane)) return [];
  const message = `${capital(nameOf(element))} is put in the lane “${lane}”: expected a lane that is drawn, but there is none.`;
  const fix = { type: 'set', id, property: 'lane', value: null, label: 'Take it out of the lane' } as const;
  return [warning('reference-unknown', message, { elementId: id, path: 'lane', fix })];
});

function looseArtifacts({ graph, index }: RuleContext): Problem[] {
  return (graph.artifacts ?? []).flatMap(({ id, attachedTo }) => {
    if (attachedTo === undefined || index.element(attachedTo) || index.flow(attachedTo)) return [];
    const message = `Expected the note “${id}” to point at an element, but there is no element “${attachedTo}”.`;
    return [
      warning('reference-unknown', message, {
        elementId: id,
        path: 'attachedTo',
        fix: { type: 'set', id, property: 'attachedTo', value: null, label: 'Let it point at nothing' },
      }),
    ];
  });
}
