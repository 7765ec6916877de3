import type { Box, Flow } from '@baton/model';
import { type Draft, place, shapeOf } from '../draft.ts';
import { centreOf } from '../geometry/box.ts';
import { shiftAll } from '../shift.ts';

/** Least room between a step put into a flow and the one behind it. */
const LEAST_GAP = 40;
const GRID = 10;

type Axis = 'x' | 'y';
const SIZE = { x: 'width', y: 'height' } as const;
const endOf = (box: Box, axis: Axis) => box[axis] + box[SIZE[axis]];
const other = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x');
const isBeside = (a: Box, b: Box, axis: Axis) => endOf(a, axis) >= b[axis] && a[axis] <= endOf(b, axis);

/** A flow between two steps that stand one under the other runs down, any other from left to right. */
export function axisOfFlow(draft: Draft, { from, to }: Pick<Flow, 'from' | 'to'>): Axis {
  const [a, b] = [shapeOf(draft, from), shapeOf(draft, to)];
  if (!a || !b) return 'x';
  const [start, end] = [centreOf(a), centreOf(b)];
  return end.y > start.y && isBeside(a, b, 'x') && Math.abs(end.y - start.y) > Math.abs(end.x - start.x) ? 'y' : 'x';
}

/** A step put into a flow keeps its distance from the one before it, where that stands left of it, or above it in a flow that runs down. */
export function keepDistanceToStepBefore(draft: Draft, id: string, before: string, axis: Axis = 'x') {
  const shape = shapeOf(draft, id);
  const previous = shapeOf(draft, before);
  if (!shape || !previous || centreOf(previous)[axis] >= centreOf(shape)[axis] || !isBeside(previous, shape, other(axis))) return;
  place(draft, id, { ...shape, [axis]: Math.max(shape[axis], endOf(previous, axis) + LEAST_GAP) });
}

/** What stands right of a step just put in (in a flow that runs down: below it), in the same sub-process, moves on until there is room. */
export function makeRoomBehind(draft: Draft, id: string, axis: Axis = 'x') {
  const element = draft.elements.get(id);
  const shape = shapeOf(draft, id);
  const next = [...draft.flows.values()].filter((flow) => flow.from === id).flatMap((flow) => shapeOf(draft, flow.to) ?? []);
  if (!element || !shape) return;
  const behind = next.filter((box) => endOf(box, axis) > centreOf(shape)[axis]);
  const lacking = Math.max(0, ...behind.map((box) => endOf(shape, axis) + LEAST_GAP - box[axis]));
  if (lacking === 0) return;
  const from = Math.min(...behind.map((box) => box[axis]));
  const siblings = [...draft.elements.values()].filter(
    (each) => each.id !== id && each.parent === element.parent && (shapeOf(draft, each.id)?.[axis] ?? Number.NEGATIVE_INFINITY) >= from,
  );
  shiftAll(
    draft,
    siblings.map((each) => each.id),
    { x: 0, y: 0, [axis]: Math.ceil(lacking / GRID) * GRID },
  );
}
