import { ELEMENTS } from '../elements/registry.ts';
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
  if (!ELEMENTS[hostElement.type].isActivity) {
    return refuse('host-not-activity', `Expected a task or sub-process for the border event to sit on, but ${nameOf(hostElement)} is neither.`);
  }
  return event === undefined ? ALLOWED : mayBeABoundaryEvent(index, event);
}

function mayBeABoundaryEvent(index: GraphIndex, id: string): Verdict {
  const event = index.element(id);
  if (!event) return refuse('element-unknown', `Expected an event to attach, but there is no element “${id}”.`);
  if (event.type !== 'boundaryEvent' && event.type !== 'intermediateCatchEvent') {
    return refuse('attach-not-an-event', `Expected an event that waits, but ${nameOf(event)} can't sit on a border.`);
  }
  if (index.incoming(id).length > 0)
    return refuse('attach-has-incoming', `Expected a border event without incoming flows, but a flow leads to ${nameOf(event)}.`);
  return ALLOWED;
}
