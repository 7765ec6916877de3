import type { Box, Point } from '@baton/model';
import type { Corner } from '../../canvas/hit-test.ts';
import { toGrid } from '../../canvas/snap.ts';

const MIN = { width: 120, height: 80 };

export const boxBetween = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** The box with one corner pulled to a point, on the grid; the opposite corner stays. */
export function resized(box: Box, corner: Corner, point: Point): Box {
  const to = toGrid(point);
  const isLeft = corner.endsWith('left');
  const isTop = corner.startsWith('top');
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const width = Math.max(MIN.width, isLeft ? right - to.x : to.x - box.x);
  const height = Math.max(MIN.height, isTop ? bottom - to.y : to.y - box.y);
  return { x: isLeft ? right - width : box.x, y: isTop ? bottom - height : box.y, width, height };
}
