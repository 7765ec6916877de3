import { ELEMENTS } from '../elements/registry.ts';
import {
  isActivity,
  isBoundaryEvent,
  isCompensationBoundary,
  isCompensationHandler,
  isEventSubProcess,
  isLinkCatch,
  isLinkThrow,
  isStart,
} from '../elements/roles.ts';
import type { Element } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { capital, nameOf } from '../naming.ts';
import { error, type Fix, type Problem, warning } from '../problem.ts';
import { forEachElement, type Rule, type RuleContext } from './rule.ts';

/** After every element there is a way on, and the way leads to an end some time (BPMN 2.0.2, 10.5.3 and 10.5.4). */
export const pathsGoOn: Rule = (context) => {
  const ending = elementsThatEnd(context);
  return forEachElement((element, each) => problemOf(element, ending, each))(context);
};

function problemOf(element: Element, ending: ReadonlySet<string>, { index }: RuleContext): Problem[] {
  const { id } = element;
  if (mayEndHere(element, index)) return [];
  if (index.outgoing(id).length === 0) return [noWayOn(element, index)];
  if (!isStart(element) || ending.has(id)) return [];
  return [
    warning('end-unreachable', `${capital(nameOf(element))} never leads to an end: expected at least one way out of the loop, but every way leads back.`, {
      elementId: id,
    }),
  ];
}

/** Ends, what has no flows by right, and the steps of an ad-hoc sub-process. */
function mayEndHere(element: Element, index: GraphIndex): boolean {
  if (ELEMENTS[element.type].outgoing.max === 0 || isEventSubProcess(element) || isCompensationHandler(element)) return true;
  if (isCompensationBoundary(element) || isLinkThrow(element)) return true;
  return isActivity(element) && isAdHoc(element, index) && index.outgoing(element.id).length === 0;
}

const isAdHoc = ({ parent }: Element, index: GraphIndex) => parent !== undefined && index.element(parent)?.type === 'adHocSubProcess';

function noWayOn(element: Element, index: GraphIndex): Problem {
  const message = `Expected a way on after ${nameOf(element)}, but no flow leads out of it.`;
  const where = { elementId: element.id, ...(!isAdHoc(element, index) && { fix: appendTo(element) }) };
  return isActivity(element) ? warning('dead-end', `${message} The path ends there.`, where) : error('outgoing-missing', message, where);
}

const appendTo = ({ id, type }: Element): Fix =>
  type === 'eventBasedGateway'
    ? { type: 'append', after: id, elementType: 'intermediateCatchEvent', label: 'Add an event to wait for' }
    : { type: 'append', after: id, elementType: 'endEvent', label: 'Add an end' };

/** Elements from which some way comes to an end: walked backwards from where paths end. */
function elementsThatEnd({ graph, index }: RuleContext): ReadonlySet<string> {
  const ending = new Set<string>();
  const open = graph.elements.filter((element) => index.outgoing(element.id).length === 0 && endsItself(element, index));
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (ending.has(element.id)) continue;
    ending.add(element.id);
    open.push(...index.incoming(element.id).flatMap((flow) => index.element(flow.from) ?? []), ...enteredFrom(element, index));
  }
  return ending;
}

const endsItself = (element: Element, index: GraphIndex) =>
  !isCompensationBoundary(element) && !(isLinkThrow(element) && linksOf(index, element, isLinkCatch).length > 0);

/** What leads to an element without a flow. */
function enteredFrom(element: Element, index: GraphIndex): readonly Element[] {
  if (isBoundaryEvent(element)) return [index.element(element.attachedTo)].flatMap((host) => host ?? []);
  return isLinkCatch(element) ? linksOf(index, element, isLinkThrow) : [];
}

const linksOf = (index: GraphIndex, element: Extract<Element, { trigger?: unknown }>, isLink: (each: Element) => boolean): Element[] =>
  index.scopeOf(element).filter((each) => isLink(each) && linkName(each) === linkName(element));
const linkName = (element: Element) => ('trigger' in element && element.trigger?.type === 'link' ? element.trigger.name : undefined);
