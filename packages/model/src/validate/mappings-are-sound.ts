import { ELEMENTS } from '../elements/registry.ts';
import type { Element } from '../graph.ts';
import { capital, nameOf } from '../naming.ts';
import { error, type Problem } from '../problem.ts';
import { forEachElement, type Rule } from './rule.ts';

/** Mappings stand where something runs, and each target is written once. */
export const mappingsAreSound: Rule = forEachElement((element) => [...checkList(element, 'inputs'), ...checkList(element, 'outputs')]);

function checkList(element: Element, list: 'inputs' | 'outputs'): Problem[] {
  const mappings = element[list] ?? [];
  if (mappings.length === 0) return [];
  const word = list === 'inputs' ? 'input' : 'output';
  if (!mayMap(element, list)) {
    const message = `${capital(nameOf(element))} has ${word} mappings: expected them at a task or sub-process, but it is neither.`;
    return [
      error('mapping-not-allowed', message, {
        elementId: element.id,
        path: list,
        fix: { type: 'set', id: element.id, property: list, value: null, label: 'Delete the mappings' },
      }),
    ];
  }
  return mappings.flatMap(({ target }, i) => {
    if (mappings.findIndex((mapping) => mapping.target === target) === i) return [];
    return [
      error('mapping-duplicate', `Expected each ${word} of ${nameOf(element)} once, but “${target}” is written twice.`, {
        elementId: element.id,
        path: `${list}.${i}.target`,
      }),
    ];
  });
}

/** What an event catches may be handed on; nothing but an activity takes something in. */
const mayMap = ({ type }: Element, list: 'inputs' | 'outputs') => ELEMENTS[type].isActivity || (list === 'outputs' && ELEMENTS[type].category === 'event');
