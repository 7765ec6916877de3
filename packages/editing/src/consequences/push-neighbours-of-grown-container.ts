import { type Box, type Element, isBoundaryEvent } from '@baton/model';
import { type Draft, shapeOf } from '../draft.ts';
import { bottom, overlaps, right } from '../geometry/box.ts';
import { shiftAll } from '../shift.ts';

/** Where a sub-process grew over its neighbours, all that stands on that side moves on by as much as it grew. */
export function pushNeighboursOfGrownContainer(draft: Draft, id: string, before: Box, after: Box) {
  const container = draft.elements.get(id);
  if (!container) return;
  push(draft, container, { after, isBeyond: (box) => box.x >= right(before), by: { x: right(after) - right(before), y: 0 } });
  push(draft, container, { after, isBeyond: (box) => box.y >= bottom(before), by: { x: 0, y: bottom(after) - bottom(before) } });
  push(draft, container, { after, isBeyond: (box) => right(box) <= before.x, by: { x: after.x - before.x, y: 0 } });
  push(draft, container, { after, isBeyond: (box) => bottom(box) <= before.y, by: { x: 0, y: after.y - before.y } });
}

interface Push {
  readonly after: Box;
  readonly isBeyond: (box: Box) => boolean;
  readonly by: { readonly x: number; readonly y: number };
}

/** Nothing moves unless something would be covered. */
function push(draft: Draft, container: Element, { after, isBeyond, by }: Push) {
  if (by.x === 0 && by.y === 0) return;
  const beyond = [...draft.elements.values()].filter((each) => {
    const shape = shapeOf(draft, each.id);
    return each.id !== container.id && each.parent === container.parent && !isBoundaryEvent(each) && shape !== undefined && isBeyond(shape);
  });
  const isCovered = beyond.some((each) => overlaps(shapeOf(draft, each.id) ?? after, after));
  if (!isCovered) return;
  shiftAll(
    draft,
    beyond.map((each) => each.id),
    by,
  );
}
