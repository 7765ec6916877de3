import { type Draft, place, shapeOf } from '../draft.ts';
import { bottom, centreOf, right } from '../geometry/box.ts';
import { shiftAll } from '../shift.ts';

/** Least room between a step put into a flow and the one behind it. */
const LEAST_GAP = 40;

/** A step put into a flow keeps its distance from the one before it, where that stands left of it. */
export function keepDistanceToStepBefore(draft: Draft, id: string, before: string) {
  const shape = shapeOf(draft, id);
  const left = shapeOf(draft, before);
  if (!shape || !left || centreOf(left).x >= centreOf(shape).x || bottom(left) < shape.y || left.y > bottom(shape)) return;
  place(draft, id, { ...shape, x: Math.max(shape.x, right(left) + LEAST_GAP) });
}

/** What stands right of a step just put in, in the same sub-process, moves right until there is room. */
export function makeRoomBehind(draft: Draft, id: string) {
  const element = draft.elements.get(id);
  const shape = shapeOf(draft, id);
  const next = [...draft.flows.values()].filter((flow) => flow.from === id).flatMap((flow) => shapeOf(draft, flow.to) ?? []);
  if (!element || !shape) return;
  const behind = next.filter((box) => right(box) > shape.x + shape.width / 2);
  const lacking = Math.max(0, ...behind.map((box) => right(shape) + LEAST_GAP - box.x));
  if (lacking === 0) return;
  const from = Math.min(...behind.map((box) => box.x));
  const siblings = [...draft.elements.values()].filter(
    (each) => each.id !== id && each.parent === element.parent && (shapeOf(draft, each.id)?.x ?? Number.NEGATIVE_INFINITY) >= from,
  );
  shiftAll(
    draft,
    siblings.map((each) => each.id),
    { x: Math.ceil(lacking / 10) * 10, y: 0 },
  );
}
