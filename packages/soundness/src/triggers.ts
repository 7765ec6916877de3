import type { Element, ElementOf, Process, SingleTrigger, Trigger } from '@baton/model';

/** What an event waits for or throws, one by one. */
export function triggersOf(element: Element): readonly SingleTrigger[] {
  const trigger: Trigger | undefined = 'trigger' in element ? element.trigger : undefined;
  if (!trigger) return [];
  return trigger.type === 'multiple' || trigger.type === 'parallelMultiple' ? trigger.triggers : [trigger];
}

export const has = (element: Element, type: SingleTrigger['type']) => triggersOf(element).some((trigger) => trigger.type === type);

/** Only undoes; no token of the drawn flow ever gets there. */
export const isCompensating = (element: Element): boolean =>
  has(element, 'compensation') && (element.type === 'boundaryEvent' || element.type === 'startEvent');

/** Work that others do, who may answer with an error or an escalation. */
const MAY_THROW: ReadonlySet<Element['type']> = new Set(['serviceTask', 'sendTask', 'businessRuleTask', 'callActivity', 'userTask']);

/** May what it listens for come from outside the drawing? Errors and escalations come from work inside; cancellations never do. */
export function mayOccur(process: Process, event: Element, inside: string): boolean {
  if (isCompensating(event)) return false;
  return triggersOf(event).some(({ type }) => {
    if (type === 'cancel') return false;
    return type === 'error' || type === 'escalation' ? throwsInside(process, inside) : true;
  });
}

function throwsInside(process: Process, id: string): boolean {
  const node = process.node(id);
  if (node.type !== 'process' && process.childrenOf(id).length === 0) return true;
  return process.childrenOf(id).some((child) => MAY_THROW.has(child.type) || (process.childrenOf(child.id).length > 0 && throwsInside(process, child.id)));
}

export type Catcher =
  | { readonly type: 'border'; readonly event: ElementOf<'boundaryEvent'>; readonly scope: string }
  | { readonly type: 'eventSubProcess'; readonly event: ElementOf<'startEvent'>; readonly subProcess: string; readonly scope: string };

/** Who catches what `from` throws: the nearest scope outwards, its event sub-processes before its border (BPMN 2.0.2, 10.5.6). */
export function catcherOf(process: Process, from: Element, thrown: SingleTrigger): Catcher | undefined {
  const scope = from.parent ?? process.root.id;
  for (const { event, subProcess } of eventSubProcessStarts(process, scope)) {
    if (subProcess !== from.id && catches(event, thrown)) return { type: 'eventSubProcess', event, subProcess, scope };
  }
  const around = process.node(scope);
  if (around.type === 'process') return undefined;
  const event = process.boundaryEventsOf(scope).find((candidate) => catches(candidate, thrown));
  if (event?.type === 'boundaryEvent') return { type: 'border', event, scope };
  return catcherOf(process, around, thrown);
}

export function eventSubProcessStarts(process: Process, scope: string) {
  return process
    .eventSubProcessesOf(scope)
    .flatMap(({ id }) => process.childrenOf(id).flatMap((event) => (event.type === 'startEvent' && event.trigger ? [{ event, subProcess: id }] : [])));
}

const isFormula = (text: string) => text.trimStart().startsWith('=');
const codeOf = (trigger: SingleTrigger) => ('code' in trigger ? trigger.code?.trim() || undefined : undefined);

function catches(event: Element, thrown: SingleTrigger): boolean {
  return triggersOf(event).some((trigger) => {
    if (trigger.type !== thrown.type) return false;
    const [expected, given] = [codeOf(trigger), codeOf(thrown)];
    return expected === undefined || given === undefined || expected === given || isFormula(expected) || isFormula(given);
  });
}
