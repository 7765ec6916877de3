import { isActivity, isBoundaryEvent } from '../elements/roles.ts';
import type { Element } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { capital, nameOf } from '../naming.ts';
import { ALLOWED, refuse, type Verdict } from '../problem.ts';

/** Ends of a message flow: elements, or whole pools. */
export interface MessageConnection {
  readonly from: string;
  readonly to: string;
}

/** May a message flow go from one element or pool to another? (BPMN 2.0.2, 7.6.2 and 9.4) */
export function canSend(index: GraphIndex, { from, to }: MessageConnection): Verdict {
  const unknown = [from, to].find((id) => !index.element(id) && !index.pool(id));
  if (unknown !== undefined) return refuse('element-unknown', `Expected a message flow between pools or elements in them, but there is no “${unknown}”.`);
  const source = index.element(from);
  const target = index.element(to);
  if (source && !maySend(source)) {
    const message = `Expected a message to be sent by a step, or by an event that throws one, but ${nameOf(source)} sends none.`;
    return refuse('message-flow-source', message);
  }
  if (target && !mayReceive(target)) {
    const message = `Expected a message to be received by a step, or by an event that waits for one, but ${nameOf(target)} takes none.`;
    return refuse('message-flow-target', message);
  }
  if (poolOfEnd(index, from) !== poolOfEnd(index, to)) return ALLOWED;
  return refuse(
    'message-flow-inside-pool',
    `${capital(placeOf(index, from))} and ${placeOf(index, to)} belong to the same pool: expected two pools, but within one, draw a flow.`,
  );
}

/** BPMN 2.0.2, 10.5.3 and 10.5.4: of the events only those that throw a message. */
const maySend = (element: Element) =>
  isActivity(element) || ((element.type === 'endEvent' || element.type === 'intermediateThrowEvent') && hasMessage(element));
const mayReceive = (element: Element) =>
  isActivity(element) || ((element.type === 'startEvent' || element.type === 'intermediateCatchEvent' || isBoundaryEvent(element)) && hasMessage(element));

function hasMessage(element: Element): boolean {
  if (!('trigger' in element) || !element.trigger) return false;
  const { trigger } = element;
  const triggers = trigger.type === 'multiple' || trigger.type === 'parallelMultiple' ? trigger.triggers : [trigger];
  return triggers.some(({ type }) => type === 'message');
}

function poolOfEnd(index: GraphIndex, id: string): string | undefined {
  const element = index.element(id);
  return element ? index.poolOf(element) : id;
}

function placeOf(index: GraphIndex, id: string): string {
  const element = index.element(id);
  return element ? nameOf(element) : `the pool “${index.pool(id)?.name?.trim() || id}”`;
}
