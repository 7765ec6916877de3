import { ELEMENTS, isBoundaryEvent, nameOf } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { growContainerToContent } from '../consequences/grow-container-to-content.ts';
import { removeFlowsNobodyMayDraw } from '../consequences/remove-flows-nobody-may-draw.ts';
import { type Draft, place, setElement } from '../draft.ts';
import { boxAround } from '../geometry/box.ts';
import { isRefusal, newElement } from '../new-element.ts';
import { done, type Outcome, refusal, unknownElement } from '../outcome.ts';

export function detachBoundaryEvent(draft: Draft, { id, at }: EditCommandOf<'detachBoundaryEvent'>): Outcome {
  const event = draft.elements.get(id);
  if (!event) return unknownElement(id);
  if (!isBoundaryEvent(event)) return refusal('attach-not-an-event', `Expected a border event, but ${nameOf(event)} is none.`);
  const { id: _id, type: _type, parent, attachedTo: _attachedTo, cancelActivity, trigger, ...kept } = event;
  const isKept = ELEMENTS.intermediateCatchEvent.triggers.some((type) => type === trigger?.type);
  draft.elements.delete(id);
  const free = newElement(draft, { type: 'intermediateCatchEvent', id, parent, properties: { ...kept, ...(isKept && { trigger }) } });
  if (isRefusal(free)) return free;
  setElement(draft, free);
  place(draft, id, boxAround(at, ELEMENTS.intermediateCatchEvent.size));
  growContainerToContent(draft, parent);
  removeFlowsNobodyMayDraw(draft, [id]);
  return done([], [...(cancelActivity === undefined ? [] : ['cancelActivity']), ...(trigger && !isKept ? ['trigger'] : [])]);
}
