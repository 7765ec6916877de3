import type { Box, Point } from '@baton/model';
import { centreOf } from './geometry.ts';

export const GRID = 10;
const TOLERANCE = 6;

/** A line that shows along what something was aligned. */
export interface HelperLine {
  readonly axis: 'x' | 'y';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Snapped {
  readonly by: Point;
  readonly lines: readonly HelperLine[];
}

interface SnapOptions {
  readonly zoom: number;
  readonly neighbours: readonly Box[];
}

/**
 * Corrects a movement so that the moved box's middle comes to stand on a neighbour's middle line, else its edges on a
 * neighbour's edges, else on the grid. Each axis is decided for itself.
 */
export function snapMove(box: Box, by: Point, { zoom, neighbours }: SnapOptions): Snapped {
  const moved = { ...box, x: box.x + by.x, y: box.y + by.y };
  const reach = TOLERANCE / zoom;
  const x = snapAxis('x', moved, neighbours, reach);
  const y = snapAxis('y', moved, neighbours, reach);
  return {
    by: { x: by.x + (x?.shift ?? gridShift(centreOf(moved).x)), y: by.y + (y?.shift ?? gridShift(centreOf(moved).y)) },
    lines: [x?.line, y?.line].filter((line) => line !== undefined),
  };
}

const gridShift = (value: number) => Math.round(value / GRID) * GRID - value;
export const toGrid = ({ x, y }: Point): Point => ({ x: x + gridShift(x), y: y + gridShift(y) });

function snapAxis(axis: 'x' | 'y', moved: Box, neighbours: readonly Box[], reach: number): { shift: number; line: HelperLine } | undefined {
  const centre = closest([centreOf(moved)[axis]], neighbours, (box) => [centreOf(box)[axis]], reach);
  const found = centre ?? closest(edgesOf(axis, moved), neighbours, (box) => edgesOf(axis, box), reach);
  if (!found) return undefined;
  const across = axis === 'x' ? ('y' as const) : ('x' as const);
  const spans = [...edgesOf(across, moved), ...edgesOf(across, found.neighbour)];
  return { shift: found.shift, line: { axis, at: found.at, from: Math.min(...spans), to: Math.max(...spans) } };
}

const edgesOf = (axis: 'x' | 'y', box: Box): number[] => (axis === 'x' ? [box.x, box.x + box.width] : [box.y, box.y + box.height]);

function closest(own: readonly number[], neighbours: readonly Box[], linesOf: (box: Box) => number[], reach: number) {
  let best: { shift: number; at: number; neighbour: Box } | undefined;
  for (const neighbour of neighbours) {
    for (const at of linesOf(neighbour)) {
      for (const value of own) {
        const shift = at - value;
        if (Math.abs(shift) <= reach && Math.abs(shift) < Math.abs(best?.shift ?? Number.POSITIVE_INFINITY)) best = { shift, at, neighbour };
      }
    }
  }
  return best;
}
