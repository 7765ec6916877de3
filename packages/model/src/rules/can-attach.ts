import { ELEMENTS } from '../elements/registry.ts';
import { isEventSubProcess, isLinkCatch } from '../elements/roles.ts';
import type { Element } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { nameOf } from '../naming.ts';
import { ALLOWED, refuse, type Verdict } from '../problem.ts';

export interface Attachment {
  readonly host: string;
  /** The event that shall sit on it, if it is drawn already. */
  readonly event?: string;
}

/** May an event sit on the border of that element? (BPMN 2.0.2, 10.5.6) */
export function canAttach(index: GraphIndex, { host, event }: Attachment): Verdict {
  const hostElement = index.element(host);
  if (!hostElement) return refuse('host-missing', `Expected a step for the border event to sit on, but there is no element “${host}”.`);
  return refusedByHost(index, hostElement) ?? (event === undefined ? ALLOWED : mayBeABoundaryEvent(index, event, hostElement));
}

function refusedByHost(index: GraphIndex, host: Element): Verdict | undefined {
  if (!ELEMENTS[host.type].isActivity)
    return refuse('host-not-activity', `Expected a task or sub-process for the border event to sit on, but ${nameOf(host)} is neither.`);
  if (isEventSubProcess(host))
    return refuse('host-not-activity', `Expected a step that a flow leads to for the border event to sit on, but ${nameOf(host)} is an event sub-process.`);
  const isBehindEventGateway = host.type === 'receiveTask' && index.incoming(host.id).some((flow) => index.element(flow.from)?.type === 'eventBasedGateway');
  if (!isBehindEventGateway) return undefined;
  // BPMN 2.0.2, 10.6.6
  return refuse('event-gateway-target', `Expected no border events on ${nameOf(host)}, but one was put there: it waits behind an event-based gateway.`);
}

function mayBeABoundaryEvent(index: GraphIndex, id: string, host: Element): Verdict {
  const event = index.element(id);
  if (!event) return refuse('element-unknown', `Expected an event to attach, but there is no element “${id}”.`);
  if ((event.type !== 'boundaryEvent' && event.type !== 'intermediateCatchEvent') || isLinkCatch(event)) {
    return refuse('attach-not-an-event', `Expected an event that waits, but ${nameOf(event)} can't sit on a border.`);
  }
  if (index.incoming(id).length > 0)
    return refuse('attach-has-incoming', `Expected a border event without incoming flows, but a flow leads to ${nameOf(event)}.`);
  if (event.trigger?.type === 'cancel' && host.type !== 'transaction')
    return refuse('trigger-not-allowed', `Expected a transaction for ${nameOf(event)} to sit on, but ${nameOf(host)} is none: nothing else can be cancelled.`);
  return ALLOWED;
}
