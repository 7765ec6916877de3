import type { Box, Point } from '@baton/model';
import { boxAround, centreOf, inflate, overlaps, right } from './box.ts';

/** Room left between steps. */
export const GAP = 60;
const SPACE = 20;
const ROW = 110;

type Size = { readonly width: number; readonly height: number };

/** Where a step of that size goes behind another: right of it on its line, else the nearest free row below or above. */
export function placeBehind(before: Box, size: Size, taken: readonly Box[]): Box {
  return firstFree({ x: right(before) + GAP + size.width / 2, y: centreOf(before).y }, size, taken);
}

/** As near as possible to a point: there, or in a row below or above. */
export function firstFree(wanted: Point, size: Size, taken: readonly Box[]): Box {
  for (let row = 0; row <= taken.length + 1; row++) {
    for (const direction of row === 0 ? [0] : [1, -1]) {
      const box = boxAround({ x: wanted.x, y: wanted.y + direction * row * ROW }, size);
      if (!taken.some((other) => overlaps(inflate(box, SPACE), other))) return box;
    }
  }
  return boxAround(wanted, size);
}
