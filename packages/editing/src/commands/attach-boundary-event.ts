import { canAttach, ELEMENTS, type Element, isBoundaryEvent } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { fitTriggersToPlace } from '../consequences/fit-triggers-to-place.ts';
import { removeFlowsThatCrossBorders } from '../consequences/remove-flows-that-cross-borders.ts';
import { type Draft, indexOf, place, setElement, shapeOf } from '../draft.ts';
import { boundaryBox, freePlace } from '../geometry/border-place.ts';
import { isRefusal, newElement } from '../new-element.ts';
import { done, firstRefusal, type Outcome, type Refusal } from '../outcome.ts';

export function attachBoundaryEvent(draft: Draft, command: EditCommandOf<'attachBoundaryEvent'>): Outcome {
  const { host, event } = command;
  const refused = firstRefusal(canAttach(indexOf(draft), { host, ...(event !== undefined && { event }) }));
  if (refused) return refused;
  const element = eventFor(draft, command);
  if (isRefusal(element)) return element;
  setElement(draft, element);
  if (event !== undefined) removeFlowsThatCrossBorders(draft);
  fitTriggersToPlace(draft, [element.id]);
  putOnBorder(draft, element.id, command);
  return done(event === undefined ? [element.id] : []);
}

/** A new one, or the one that stood by itself with its name, trigger and flows. */
function eventFor(draft: Draft, { host, event, id, properties }: EditCommandOf<'attachBoundaryEvent'>): Element | Refusal {
  const beside = draft.elements.get(host);
  const standing = event === undefined ? undefined : draft.elements.get(event);
  if (!standing) return newElement(draft, { type: 'boundaryEvent', id, beside, attachedTo: host, properties });
  const { id: standingId, type: _type, parent: _parent, pool: _pool, lane: _lane, ...kept } = standing;
  const own = 'attachedTo' in kept ? (({ attachedTo: _attachedTo, ...rest }) => rest)(kept) : kept;
  draft.elements.delete(standingId);
  return newElement(draft, { type: 'boundaryEvent', id: standingId, beside, attachedTo: host, properties: { ...own, ...properties } });
}

type WantedPlace = Pick<EditCommandOf<'attachBoundaryEvent'>, 'host' | 'side' | 't'>;

export function putOnBorder(draft: Draft, id: string, { host, side, t }: WantedPlace) {
  const hostShape = shapeOf(draft, host);
  const { size } = ELEMENTS.boundaryEvent;
  if (!hostShape) return;
  const others = [...draft.elements.values()].filter((each) => isBoundaryEvent(each) && each.attachedTo === host && each.id !== id);
  const free = freePlace(
    hostShape,
    others.flatMap((each) => shapeOf(draft, each.id) ?? []),
    size,
  );
  const at = side === undefined && t === undefined ? free : { side: side ?? free.side, t: t ?? 0.5 };
  place(draft, id, boundaryBox(hostShape, at, size));
}
