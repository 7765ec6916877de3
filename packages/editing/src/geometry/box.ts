import type { Box, Point } from '@baton/model';

export const centreOf = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
export const right = (box: Box) => box.x + box.width;
export const bottom = (box: Box) => box.y + box.height;

export const boxAround = (centre: Point, size: { readonly width: number; readonly height: number }): Box => ({
  x: Math.round(centre.x - size.width / 2),
  y: Math.round(centre.y - size.height / 2),
  width: size.width,
  height: size.height,
});

export const movedPoint = (point: Point, by: Point): Point => ({ x: point.x + by.x, y: point.y + by.y });
export const movedBox = <B extends Box>(box: B, by: Point): B => ({ ...box, x: box.x + by.x, y: box.y + by.y });
export const inflate = (box: Box, by: number): Box => ({ x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by });

export function overlapArea(left: Box, other: Box): number {
  const width = Math.min(right(left), right(other)) - Math.max(left.x, other.x);
  const height = Math.min(bottom(left), bottom(other)) - Math.max(left.y, other.y);
  return width > 0 && height > 0 ? width * height : 0;
}
export const overlaps = (left: Box, other: Box) => overlapArea(left, other) > 0;
export const areaOf = (box: Box) => box.width * box.height;
export const containsPoint = (box: Box, point: Point) => point.x >= box.x && point.x <= right(box) && point.y >= box.y && point.y <= bottom(box);

/** Smallest box around all; `undefined` for none. */
export function boxAroundAll(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return { x, y, width: Math.max(...boxes.map(right)) - x, height: Math.max(...boxes.map(bottom)) - y };
}

export const pointsBox = (points: readonly Point[]): Box | undefined => boxAroundAll(points.map((point) => ({ ...point, width: 0, height: 0 })));
