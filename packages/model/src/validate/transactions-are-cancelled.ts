import { nameOf } from '../naming.ts';
import { warning } from '../problem.ts';
import { triggersOf } from '../triggers/triggers-of.ts';
import { forEachElement, type Rule } from './rule.ts';

/** Who cancels a transaction wants to go on at its border, and who waits there for it to be cancelled wants somebody to do so. */
export const transactionsAreCancelled: Rule = forEachElement((element, { index }) => {
  if (element.type !== 'transaction') return [];
  const cancels = index
    .childrenOf(element.id)
    .filter((child) => child.type === 'endEvent' && triggersOf(child).some(({ trigger }) => trigger.type === 'cancel'));
  const catches = index.boundaryEventsOf(element.id).filter((event) => event.trigger?.type === 'cancel');
  if (cancels.length > 0 && catches.length === 0)
    return [
      warning('cancel-not-caught', `Expected a cancel event on the border of ${nameOf(element)}, but there is none: cancelled, it goes on nowhere.`, {
        elementId: element.id,
      }),
    ];
  if (catches.length === 0 || cancels.length > 0) return [];
  return catches.map(({ id }) =>
    warning('cancel-never', `Expected a cancel end in ${nameOf(element)}, but there is none: it is never cancelled.`, { elementId: id }),
  );
});
