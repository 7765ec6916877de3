import { type Box, isBoundaryEvent } from '@baton/model';
import { type Draft, place, shapeOf } from '../draft.ts';
import { boundaryBox, placeOf } from '../geometry/border-place.ts';

/** When a step gets another size, its border events keep their place along its border. */
export function moveBoundaryEventsWithHost(draft: Draft, host: string, before: Box, after: Box) {
  for (const event of [...draft.elements.values()].filter(isBoundaryEvent)) {
    const shape = event.attachedTo === host ? shapeOf(draft, event.id) : undefined;
    if (shape) place(draft, event.id, { ...shape, ...boundaryBox(after, placeOf(before, shape), shape) });
  }
}
