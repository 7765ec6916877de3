import { ELEMENTS } from '../elements/registry.ts';
import { isCompensationHandler, isEventSubProcess } from '../elements/roles.ts';
import type { Element } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { capital, nameOf } from '../naming.ts';
import { error, type Problem } from '../problem.ts';
import { forEachElement, type Rule } from './rule.ts';

/** What belongs to steps that flows lead to, and not to an event sub-process (BPMN 2.0.2, 10.3.5). */
const NOT_BY_EVENT = ['isForCompensation', 'loop', 'startQuantity', 'completionQuantity'] as const;
/** No token comes to a compensation handler, or goes from it. */
const NOT_FOR_COMPENSATION = ['startQuantity', 'completionQuantity'] as const;

/** Settings of sub-processes fit how they begin, and an ad-hoc one has something to do. */
export const subProcessesAreSound: Rule = forEachElement((element, { index }) => {
  if (isEventSubProcess(element)) return unfitSettings(element, NOT_BY_EVENT, 'an event sub-process');
  const handler = isCompensationHandler(element) ? unfitSettings(element, NOT_FOR_COMPENSATION, 'a step that only undoes') : [];
  return element.type === 'adHocSubProcess' ? [...handler, ...emptyAdHoc(element, index)] : handler;
});

function unfitSettings(element: Element, settings: readonly string[], what: string): Problem[] {
  const given = settings.filter((name) => Reflect.get(element, name) !== undefined && Reflect.get(element, name) !== false);
  return given.map((property) =>
    error('setting-not-allowed', `${capital(nameOf(element))} is ${what}: expected no “${property}”, but it is set.`, {
      elementId: element.id,
      path: property,
      fix: { type: 'set', id: element.id, property, value: null, label: 'Take it away' },
    }),
  );
}

function emptyAdHoc(element: Element, index: GraphIndex): Problem[] {
  if (index.childrenOf(element.id).some((child) => ELEMENTS[child.type].isActivity)) return [];
  const fix = { type: 'add', elementType: 'userTask', parent: element.id, label: 'Add a human task' } as const;
  return [error('ad-hoc-empty', `Expected at least one step in ${nameOf(element)}, but there is none.`, { elementId: element.id, fix })];
}
