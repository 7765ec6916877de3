import { nameOf } from '../naming.ts';
import { error } from '../problem.ts';
import { canContain } from '../rules/can-contain.ts';
import { forEachElement, type Rule } from './rule.ts';

/** Elements lie in sub-processes only, and none lies in itself. */
export const parentsAreContainers: Rule = forEachElement((element, { index }) => {
  const { id, parent } = element;
  if (parent === undefined || !index.element(parent)) return [];
  if (index.isInside(id, id))
    return [
      error('contains-itself', `Expected sub-processes inside each other like boxes, but ${nameOf(element)} lies in itself.`, {
        elementId: id,
        path: 'parent',
      }),
    ];
  const verdict = canContain(index, { parent, element: id });
  return verdict.ok ? [] : [error(verdict.code, verdict.message, { elementId: id, path: 'parent' })];
});
