import { canCarry, type Element } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { fitContentToContainer } from '../consequences/fit-content-to-container.ts';
import { leaveLanesOfOtherPools } from '../consequences/leave-lanes-of-other-pools.ts';
import { removeFlowsNobodyMayDraw } from '../consequences/remove-flows-nobody-may-draw.ts';
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
  if (changed.some((name) => DECISIVE.includes(name))) removeFlowsNobodyMayDraw(draft, [id]);
  if (changed.includes('triggeredByEvent')) fitContentToContainer(draft, id);
  if (changed.includes('pool')) leaveLanesOfOtherPools(draft, [id]);
}
