import type { Box, Element, Point } from '@baton/model';
import { ELEMENTS, type ElementCategory } from '@baton/model';

export const centreOf = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
export const contains = (box: Box, { x, y }: Point): boolean => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
export const grow = (box: Box, by: number): Box => ({ x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by });
export const overlaps = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The smallest box around several; `null` when there are none. */
export function boundsOf(boxes: readonly Box[]): Box | null {
  if (!boxes.length) return null;
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const right = Math.max(...boxes.map(({ x, width }) => x + width));
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function distanceToSegment(point: Point, from: Point, to: Point): number {
  const length = (to.x - from.x) ** 2 + (to.y - from.y) ** 2;
  const t = length === 0 ? 0 : ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / length;
  const clamped = Math.max(0, Math.min(1, t));
  return distance(point, { x: from.x + clamped * (to.x - from.x), y: from.y + clamped * (to.y - from.y) });
}

export function distanceToLine(point: Point, waypoints: readonly Point[]): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let index = 1; index < waypoints.length; index++) nearest = Math.min(nearest, distanceToSegment(point, waypoints[index - 1]!, waypoints[index]!));
  return nearest;
}

export type OutlineKind = 'circle' | 'diamond' | 'box';
const OUTLINE_OF: { readonly [C in ElementCategory]: OutlineKind } = { event: 'circle', gateway: 'diamond', task: 'box', container: 'box' };
export const outlineKindOf = (element: Element): OutlineKind => OUTLINE_OF[ELEMENTS[element.type].category];

/** Where the line from the middle towards `from` leaves the true outline of each kind of shape. */
const OUTLINES: { readonly [K in OutlineKind]: (box: Box, from: Point) => Point } = {
  circle: (box, from) => along(box, from, (dx, dy) => box.width / 2 / Math.hypot(dx, dy)),
  diamond: (box, from) => along(box, from, (dx, dy) => 1 / (Math.abs(dx) / (box.width / 2) + Math.abs(dy) / (box.height / 2))),
  box: (box, from) => along(box, from, (dx, dy) => Math.min(box.width / 2 / Math.abs(dx), box.height / 2 / Math.abs(dy))),
};

function along(box: Box, from: Point, scale: (dx: number, dy: number) => number): Point {
  const centre = centreOf(box);
  const [dx, dy] = [from.x - centre.x, from.y - centre.y];
  if (dx === 0 && dy === 0) return centre;
  const factor = scale(dx, dy);
  return { x: centre.x + dx * factor, y: centre.y + dy * factor };
}

export const pointOnOutline = (outline: OutlineKind, box: Box, from: Point): Point => OUTLINES[outline](box, from);
export const outlinePoint = (element: Element, box: Box, from: Point): Point => pointOnOutline(outlineKindOf(element), box, from);

/** Whether a point lies inside the true outline, not only inside the box. */
export function isInsideOutline(outline: OutlineKind, box: Box, point: Point): boolean {
  if (!contains(box, point)) return false;
  const centre = centreOf(box);
  if (distance(centre, point) < 1) return true;
  return distance(centre, point) <= distance(centre, pointOnOutline(outline, box, point)) - 0.5;
}
