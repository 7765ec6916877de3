import { canCarry, type Element, isBoundaryEvent } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { fitContentToContainer } from '../consequences/fit-content-to-container.ts';
import { leaveLanesOfOtherPools } from '../consequences/leave-lanes-of-other-pools.ts';
import { removeFlowsNobodyMayDraw } from '../consequences/remove-flows-nobody-may-draw.ts';
import { withBelongings } from '../consequences/take-along.ts';
import { type Draft, indexOf, setElement } from '../draft.ts';
import { isRefusal } from '../new-element.ts';
import { done, firstRefusal, type Outcome, unknownElement } from '../outcome.ts';
import { withProperties } from '../with-properties.ts';

export function setProperties(draft: Draft, { id, properties }: EditCommandOf<'setProperties'>): Outcome {
  const element = draft.elements.get(id);
  if (!element) return unknownElement(id);
  const changed = withProperties(element, properties);
  if (isRefusal(changed)) return changed;
  const trigger = triggerOf(changed);
  const refused = trigger && trigger !== triggerOf(element) ? firstRefusal(canCarry(indexOf(draft), changed, trigger)) : undefined;
  if (refused) return refused;
  setElement(draft, changed);
  followUp(draft, element, changed);
  return done();
}

const triggerOf = (element: Element) => ('trigger' in element ? element.trigger?.type : undefined);

/** Properties that decide which flows there may be, or what may be inside. */
const DECISIVE: readonly string[] = ['trigger', 'isForCompensation', 'instantiate', 'pool'];

function followUp(draft: Draft, before: Element, { id, ...after }: Element) {
  const changed = Object.keys({ ...before, ...after }).filter((name) => Reflect.get(before, name) !== Reflect.get(after, name));
  if (changed.includes('pool')) putInPool(draft, id, after.pool);
  if (changed.some((name) => DECISIVE.includes(name))) removeFlowsNobodyMayDraw(draft, [id]);
  if (changed.includes('triggeredByEvent')) fitContentToContainer(draft, id);
}

/** Border events go with their step. */
function putInPool(draft: Draft, id: string, pool: string | undefined) {
  const belongings = withBelongings(draft, [id]);
  for (const event of [...draft.elements.values()].filter(isBoundaryEvent)) {
    const { pool: _pool, ...rest } = event;
    if (event.attachedTo === id && event.parent === undefined) setElement(draft, { ...rest, ...(pool && { pool }) });
  }
  leaveLanesOfOtherPools(draft, belongings);
  removeFlowsNobodyMayDraw(draft, belongings);
}
