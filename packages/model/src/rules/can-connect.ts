import { ELEMENTS } from '../elements/registry.ts';
import type { Element } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { capital, nameOf } from '../naming.ts';
import { ALLOWED, refuse, type Verdict } from '../problem.ts';

export interface Connection {
  readonly from: string;
  readonly to: string;
  /** The flow that is moved or judged, if there is one already. */
  readonly flowId?: string;
}

/** May a flow go from one element to another? (BPMN 2.0.2, 7.6.1 and 10.4) */
export function canConnect(index: GraphIndex, { from, to, flowId }: Connection): Verdict {
  const source = index.element(from);
  const target = index.element(to);
  if (!source || !target) return refuse('element-unknown', `Expected a flow between two elements, but there is no element “${source ? to : from}”.`);
  return refusedByKind(source, target) ?? refusedByBorder(source, target) ?? refusedAsDuplicate(index, { from, to, ...(flowId && { flowId }) }) ?? ALLOWED;
}

function refusedByKind(source: Element, target: Element): Verdict | undefined {
  if (ELEMENTS[source.type].outgoing.max === 0)
    return refuse('outgoing-not-allowed', `Expected a flow to come out of a step, but ${nameOf(source)} is an end.`);
  if (ELEMENTS[target.type].incoming.max === 0) {
    const why = target.type === 'boundaryEvent' ? 'is entered from the step it sits on' : 'is where the path begins';
    return refuse('incoming-not-allowed', `Expected a flow to lead to a step, but ${nameOf(target)} ${why}.`);
  }
  if (source.id === target.id && !ELEMENTS[source.type].isActivity) {
    return refuse('connects-itself', `Expected a flow to another element, but it leads from ${nameOf(source)} to itself.`);
  }
  return undefined;
}

function refusedByBorder(source: Element, target: Element): Verdict | undefined {
  if (source.parent === target.parent) return undefined;
  return refuse('crosses-border', `Expected both ends in the same sub-process, but the flow from ${nameOf(source)} to ${nameOf(target)} crosses a border.`);
}

/** Two flows between the same two make sense only if their conditions tell them apart. */
function refusedAsDuplicate(index: GraphIndex, { from, to, flowId }: Connection): Verdict | undefined {
  const condition = flowId === undefined ? undefined : index.flow(flowId)?.condition?.trim();
  const twin = index.outgoing(from).find((flow) => flow.to === to && flow.id !== flowId && (flow.condition?.trim() || undefined) === (condition || undefined));
  const source = index.element(from);
  const target = index.element(to);
  if (!twin || !source || !target) return undefined;
  return refuse(
    'flow-duplicate',
    `${capital(nameOf(source))} and ${nameOf(target)} are connected already: expected one flow between them, but this would be a second one.`,
  );
}
