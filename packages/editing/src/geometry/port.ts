import type { Box, Point } from '@baton/model';
import type { Outline } from './outline.ts';
import { OUTWARD, SIDES, type Side, sideMiddle } from './side.ts';

/** A place where a flow may leave or enter a shape, and what that costs beside its length. */
export interface Port {
  readonly side: Side;
  readonly point: Point;
  /** A step out of the shape: bends begin there. */
  readonly stub: Point;
  readonly cost: number;
}

export const BEND_COST = 80;
/** Distance kept from shapes, in pixels. */
export const STUB = 15;

/** People read from left to right: out on the right, in on the left; a diamond's lower and upper corner are as good. Further ways go down before they go up. */
const COSTS = {
  out: { right: 0, top: 95, bottom: 90, left: 400 },
  in: { left: 0, top: 95, bottom: 90, right: 400 },
} as const;
const TIP_COSTS = { top: 5, bottom: 0 } as const;

/** What another flow on that side costs: two out of one, or one out where one comes in, share a piece; two that come in may meet. */
const BUSY_COSTS = { out: { out: 120, in: 120 }, in: { out: 120, in: 30 } } as const;

/** Sides of a shape at which other flows leave or come in. */
export interface BusySides {
  readonly out: readonly Side[];
  readonly in: readonly Side[];
}
export const ALL_FREE: BusySides = { out: [], in: [] };

export function portsOf(outline: Outline, direction: 'in' | 'out', busy: BusySides = ALL_FREE): readonly Port[] {
  const busyCost = (side: Side) => Math.max(busy.out.includes(side) ? BUSY_COSTS[direction].out : 0, busy.in.includes(side) ? BUSY_COSTS[direction].in : 0);
  return SIDES.map((side) => {
    const point = sideMiddle(outline.box, side);
    const stub = { x: point.x + OUTWARD[side].x * STUB, y: point.y + OUTWARD[side].y * STUB };
    const usual = outline.kind === 'diamond' && (side === 'top' || side === 'bottom') ? TIP_COSTS[side] : COSTS[direction][side];
    return { side, point, stub, cost: usual + busyCost(side) };
  });
}

export const lengthOf = (points: readonly Point[]) => points.reduce((sum, point, i) => sum + distance(points[i - 1] ?? point, point), 0);
const distance = (a: Point, b: Point) => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

/** The same line without points that are no bends. */
export function simplify(points: readonly Point[]): Point[] {
  const line: Point[] = [];
  for (const point of points) {
    const last = line.at(-1);
    if (last && last.x === point.x && last.y === point.y) continue;
    const before = line.at(-2);
    if (last && before && goesStraight(before, last, point)) line.pop();
    line.push(point);
  }
  return line;
}

const goesStraight = (a: Point, b: Point, c: Point) => (a.x === b.x && b.x === c.x) || (a.y === b.y && b.y === c.y);

/** Does a level or upright line run through the inside of a box? */
export function crosses(a: Point, b: Point, box: Box): boolean {
  return Math.max(a.x, b.x) > box.x && Math.min(a.x, b.x) < box.x + box.width && Math.max(a.y, b.y) > box.y && Math.min(a.y, b.y) < box.y + box.height;
}
