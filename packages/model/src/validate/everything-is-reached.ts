import { isBoundaryEvent, isCompensationBoundary, isCompensationHandler, isContainer, isEventSubProcess, isLinkCatch, isLinkThrow } from '../elements/roles.ts';
import type { Element } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { nameOf } from '../naming.ts';
import { error, type Problem, warning } from '../problem.ts';
import type { Rule } from './rule.ts';
import { beginningsOf, hasIncoming, processesOf, type Scope, scopeIn } from './scopes.ts';

/**
 * Every element can be reached from where its scope begins. Where there is a start, something that no flow leads to is
 * illegal (BPMN 2.0.2, 10.5.2); a loop that nothing leads into is only useless.
 */
export const everythingIsReached: Rule = ({ graph, index }) => {
  const reached = new Set<string>();
  const begun = processesOf(index).flatMap((scope) => begin(index, scope));
  if (begun.length === 0) return [];
  reach(index, begun, reached);
  const lost = graph.elements.filter((element) => !reached.has(element.id) && isToBeReached(element, reached));
  return [...lost.filter((element) => !hasIncoming(index, element)), ...lost].flatMap((element) => {
    if (reached.has(element.id)) return [];
    reach(index, [element], reached);
    return [problemOf(element, hasIncoming(index, element))];
  });
};

function problemOf(element: Element, isLoop: boolean): Problem {
  const where = { elementId: element.id, fix: { type: 'remove', id: element.id, label: 'Delete it' } } as const;
  const expected = `Expected a way from the start to ${nameOf(element)}, but`;
  if (isLoop) return warning('unreachable', `${expected} only flows of a loop lead there: it will never run.`, where);
  return error('unreachable', `${expected} no flow leads there: it will never run.`, where);
}

/** Others have rules of their own; and what lies in something unreached is not said again. */
function isToBeReached(element: Element, reached: ReadonlySet<string>): boolean {
  if (isBoundaryEvent(element) || isCompensationHandler(element) || isLinkCatch(element)) return false;
  return element.parent === undefined || reached.has(element.parent);
}

const begin = (index: GraphIndex, scope: Scope): Element[] => [...beginningsOf(index, scope), ...scope.elements.filter(isEventSubProcess)];

function reach(index: GraphIndex, from: readonly Element[], reached: Set<string>) {
  const open = [...from];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    if (reached.has(element.id)) continue;
    reached.add(element.id);
    open.push(...next(index, element));
  }
}

function next(index: GraphIndex, element: Element): readonly Element[] {
  return [
    ...index.outgoing(element.id).flatMap((flow) => index.element(flow.to) ?? []),
    ...index.boundaryEventsOf(element.id),
    ...(isContainer(element) ? begin(index, scopeIn(index, element)) : []),
    ...(isLinkThrow(element) ? index.scopeOf(element).filter((each) => isLinkCatch(each) && each.trigger.name === element.trigger.name) : []),
    ...(isCompensationBoundary(element)
      ? index.associationsAt(element.id).flatMap(({ from, to }) => [from, to].flatMap((id) => index.element(id ?? '') ?? []))
      : []),
  ];
}
