import { ELEMENTS } from '../elements/registry.ts';
import type { Element } from '../graph.ts';
import { capital, nameOf } from '../naming.ts';
import { error, type Problem, warning } from '../problem.ts';
import { forEachElement, type Rule, type RuleContext } from './rule.ts';

/** After every element there is a way on, and the way leads to an end some time. */
export const pathsGoOn: Rule = (context) => {
  const ending = elementsThatEnd(context);
  return forEachElement((element, each) => problemOf(element, ending, each))(context);
};

function problemOf(element: Element, ending: ReadonlySet<string>, { index }: RuleContext): Problem[] {
  const { id, type } = element;
  const { outgoing, category } = ELEMENTS[type];
  if (outgoing.max === 0) return [];
  if (index.outgoing(id).length === 0) {
    const message = `Expected a way on after ${nameOf(element)}, but no flow leads out of it.`;
    const fix = { type: 'append', after: id, elementType: 'endEvent', label: 'Add an end' } as const;
    const isBroken = outgoing.min > 0 || category === 'gateway';
    return isBroken
      ? [error('outgoing-missing', message, { elementId: id, fix })]
      : [warning('dead-end', `${message} The path ends there.`, { elementId: id, fix })];
  }
  if (type !== 'startEvent' || ending.has(id)) return [];
  return [
    warning('end-unreachable', `${capital(nameOf(element))} never leads to an end: expected at least one way out of the loop, but every way leads back.`, {
      elementId: id,
    }),
  ];
}

/** Elements from which some way comes to an end: walked backwards from where paths end. */
function elementsThatEnd({ graph, index }: RuleContext): ReadonlySet<string> {
  const ending = new Set<string>();
  const open = graph.elements.filter((element) => index.outgoing(element.id).length === 0).map((element) => element.id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (ending.has(id)) continue;
    ending.add(id);
    const element = index.element(id);
    open.push(...index.incoming(id).map((flow) => flow.from), ...(element?.type === 'boundaryEvent' ? [element.attachedTo] : []));
  }
  return ending;
}
