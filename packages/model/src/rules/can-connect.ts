import { ELEMENTS } from '../elements/registry.ts';
import { isCompensationBoundary, isCompensationHandler, isEventSubProcess, isLinkCatch, isLinkThrow } from '../elements/roles.ts';
import type { Element } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { capital, nameOf } from '../naming.ts';
import { ALLOWED, refuse, type Verdict } from '../problem.ts';
import { mayFollowEventGateway } from './may-follow-event-gateway.ts';

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
  return (
    refusedOut(source) ??
    refusedInto(target) ??
    refusedByKind(source, target) ??
    refusedByBorder(index, source, target) ??
    refusedAsDuplicate(index, { from, to, ...(flowId && { flowId }) }) ??
    ALLOWED
  );
}

function refusedOut(source: Element): Verdict | undefined {
  const why = reasonAgainstOutgoing(source);
  return why === undefined ? undefined : refuse('outgoing-not-allowed', `Expected a flow to come out of a step, but ${nameOf(source)} ${why}.`);
}

function reasonAgainstOutgoing(source: Element): string | undefined {
  if (ELEMENTS[source.type].outgoing.max === 0) return 'is an end';
  if (isCompensationBoundary(source)) return 'leads to what undoes its step by an association';
  if (isLinkThrow(source)) return 'goes on at the link of the same name';
  return reasonAgainstFlows(source);
}

function refusedInto(target: Element): Verdict | undefined {
  const why = reasonAgainstIncoming(target);
  return why === undefined ? undefined : refuse('incoming-not-allowed', `Expected a flow to lead to a step, but ${nameOf(target)} ${why}.`);
}

function reasonAgainstIncoming(target: Element): string | undefined {
  if (target.type === 'boundaryEvent') return 'is entered from the step it sits on';
  if (ELEMENTS[target.type].incoming.max === 0) return 'is where the path begins';
  if (isLinkCatch(target)) return 'is entered from the links of the same name';
  return reasonAgainstFlows(target);
}

/** BPMN 2.0.2, 10.3.5 (event sub-processes) and 10.7 (compensation handlers). */
function reasonAgainstFlows(element: Element): string | undefined {
  if (isEventSubProcess(element)) return 'is an event sub-process, which begins by its own event';
  return isCompensationHandler(element) ? 'runs only to undo a step' : undefined;
}

function refusedByKind(source: Element, target: Element): Verdict | undefined {
  if (source.id === target.id && !ELEMENTS[source.type].isActivity) {
    return refuse('connects-itself', `Expected a flow to another element, but it leads from ${nameOf(source)} to itself.`);
  }
  if (source.type !== 'eventBasedGateway' || mayFollowEventGateway(target)) return undefined;
  return refuse(
    'event-gateway-target',
    `Expected an event that waits (message, signal, timer or condition) or a receive task after ${nameOf(source)}, but ${nameOf(target)} is something else.`,
  );
}

function refusedByBorder(index: GraphIndex, source: Element, target: Element): Verdict | undefined {
  const ends = `the flow from ${nameOf(source)} to ${nameOf(target)}`;
  if (source.parent !== target.parent) return refuse('crosses-border', `Expected both ends in the same sub-process, but ${ends} crosses a border.`);
  if (index.poolOf(source) === index.poolOf(target)) return undefined;
  return refuse('crosses-border', `Expected both ends in the same pool, but ${ends} leads into another one: between pools, draw a message flow.`);
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
