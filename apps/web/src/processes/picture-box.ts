import { type Box, isEdgeLayout, type Layout, type Point } from '@baton/model';

const MARGIN = 16;
/** A graph of three steps isn't blown up beyond this. */
const LARGEST_SCALE = 0.6;

const cornersOf = (layout: Layout[string]): readonly Point[] =>
  isEdgeLayout(layout) ? layout.waypoints : [layout, { x: layout.x + layout.width, y: layout.y + layout.height }];

/** The part of the drawing a picture of this size shows: all of it, in the middle. */
export function pictureBox(layout: Layout, width: number, height: number): Box {
  const points = Object.values(layout).flatMap(cornersOf);
  if (points.length === 0) return { x: 0, y: 0, width, height };
  const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))];
  const [right, bottom] = [Math.max(...points.map(({ x }) => x)), Math.max(...points.map(({ y }) => y))];
  const scale = Math.min(LARGEST_SCALE, width / (right - left + 2 * MARGIN), height / (bottom - top + 2 * MARGIN));
  const shown = { width: width / scale, height: height / scale };
  return { x: (left + right - shown.width) / 2, y: (top + bottom - shown.height) / 2, ...shown };
}
