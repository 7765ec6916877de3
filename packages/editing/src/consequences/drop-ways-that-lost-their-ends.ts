import type { Box, Point } from '@baton/model';
import { type Draft, edgeOf, shapeOf } from '../draft.ts';
import { containsPoint, inflate } from '../geometry/box.ts';
import { linesOf } from '../lines.ts';

const NEAR = 6;

/** A message flow or association whose end moved away from under it finds its way by itself again. */
export function dropWaysThatLostTheirEnds(draft: Draft) {
  for (const { id, from, to } of linesOf(draft)) {
    const edge = edgeOf(draft, id);
    if (!edge || !(draft.touched.has(from) || draft.touched.has(to))) continue;
    const isHeld = touches(shapeOf(draft, from), edge.waypoints[0]) && touches(shapeOf(draft, to), edge.waypoints.at(-1));
    if (!isHeld) draft.layout.delete(id);
  }
}

const touches = (box: Box | undefined, point: Point | undefined) => box === undefined || point === undefined || containsPoint(inflate(box, NEAR), point);
