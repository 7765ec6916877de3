import type { Point } from '@baton/model';
import { figuresAlong, withBelongings } from './consequences/take-along.ts';
import { type Draft, edgeOf, place, shapeOf } from './draft.ts';
import { movedBox, movedPoint } from './geometry/box.ts';
import { linesOf } from './lines.ts';

/** Moves a shape with its label. */
export function shiftShape(draft: Draft, id: string, by: Point) {
  const shape = shapeOf(draft, id);
  if (shape) place(draft, id, { ...movedBox(shape, by), ...(shape.label && { label: movedBox(shape.label, by) }) });
}

/** Moves a whole flow: its bends and its label. */
export function shiftEdge(draft: Draft, id: string, by: Point) {
  const edge = edgeOf(draft, id);
  if (!edge) return;
  draft.layout.set(id, { ...edge, waypoints: edge.waypoints.map((point) => movedPoint(point, by)), ...(edge.label && { label: movedBox(edge.label, by) }) });
}

/** Moves elements, pools and notes with all that belongs to them, and the lines among them. */
export function shiftAll(draft: Draft, ids: readonly string[], by: Point) {
  const elements = new Set(withBelongings(draft, ids));
  const moving = new Set([...elements, ...figuresAlong(draft, ids, elements)]);
  for (const id of moving) shiftShape(draft, id, by);
  for (const line of [...draft.flows.values(), ...linesOf(draft)]) if (moving.has(line.from) && moving.has(line.to)) shiftEdge(draft, line.id, by);
}
