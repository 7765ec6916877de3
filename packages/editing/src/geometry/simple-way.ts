import type { Box, Point } from '@baton/model';
import { BEND_COST, crosses, lengthOf, type Port, simplify } from './port.ts';
import { OPPOSITE, type Side } from './side.ts';

export interface WayTask {
  readonly starts: readonly Port[];
  readonly ends: readonly Port[];
  /** No way leaves it. */
  readonly frame: Box;
  readonly blocks: readonly Box[];
}

export interface SimpleWay {
  /** The cheapest way with at most two bends, unless all are blocked or a blocked one would be so much cheaper that a search pays. */
  readonly points: Point[] | undefined;
  /** What stands in the way of the cheapest ones: a search goes around these. */
  readonly hit: readonly Box[];
}

type Way = { readonly points: Point[]; readonly cost: number };

/** So many blocked ways are looked at to see what a search has to go around. */
const MAX_HITS = 3;

export function simpleWay({ starts, ends, blocks }: WayTask): SimpleWay {
  const hit = new Set<Box>();
  let limit = Number.POSITIVE_INFINITY;
  let misses = 0;
  for (const way of waysByCost(starts, ends)) {
    if (way.cost > limit) break;
    const inTheWay = blocks.filter((box) => passesThrough(way.points, box));
    if (inTheWay.length === 0) return { points: way.points, hit: [...hit] };
    limit = Math.min(limit, way.cost + BEND_COST);
    misses += 1;
    if (misses <= MAX_HITS) for (const box of inTheWay) hit.add(box);
  }
  return { points: undefined, hit: [...hit] };
}

function waysByCost(starts: readonly Port[], ends: readonly Port[]): readonly Way[] {
  const ways = starts.flatMap((start) => ends.flatMap((end) => candidates(start, end).map((points) => priced(simplify(points), start.cost + end.cost))));
  return ways.sort((a, b) => a.cost - b.cost);
}

const priced = (points: Point[], portCost: number): Way => ({ points, cost: portCost + lengthOf(points) + BEND_COST * (points.length - 2) });

const passesThrough = (points: readonly Point[], box: Box) => points.some((point, i) => i > 0 && crosses(points[i - 1] ?? point, point, box));

const isLevel = (side: Side) => side === 'left' || side === 'right';

/** Ways that leave and enter in the right direction: an L, a Z through the middle, or a U around both. */
function candidates(start: Port, end: Port): readonly Point[][] {
  const [a, b] = [start.stub, end.stub];
  const join = (...bends: Point[]) => [start.point, a, ...bends, b, end.point];
  if (isLevel(start.side) !== isLevel(end.side)) {
    const corner = isLevel(start.side) ? { x: b.x, y: a.y } : { x: a.x, y: b.y };
    return goesOn(start, corner) && goesOn(end, corner) ? [join(corner)] : [];
  }
  if (start.side === end.side) return [uTurn(start, end, join)];
  if (OPPOSITE[start.side] !== end.side) return [];
  const middle = isLevel(start.side) ? (a.x + b.x) / 2 : (a.y + b.y) / 2;
  const bends = isLevel(start.side)
    ? [
        { x: middle, y: a.y },
        { x: middle, y: b.y },
      ]
    : [
        { x: a.x, y: middle },
        { x: b.x, y: middle },
      ];
  return bends.every((bend, i) => goesOn(i === 0 ? start : end, bend)) ? [join(...bends)] : [];
}

function uTurn(start: Port, end: Port, join: (...bends: Point[]) => Point[]): Point[] {
  const [a, b] = [start.stub, end.stub];
  const far = { top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y), left: Math.min(a.x, b.x), right: Math.max(a.x, b.x) }[start.side];
  return isLevel(start.side) ? join({ x: far, y: a.y }, { x: far, y: b.y }) : join({ x: a.x, y: far }, { x: b.x, y: far });
}

/** A bend lies at or before the stub in its direction, never back inside the shape. */
function goesOn({ side, stub }: Port, bend: Point): boolean {
  return { right: bend.x >= stub.x, left: bend.x <= stub.x, bottom: bend.y >= stub.y, top: bend.y <= stub.y }[side];
}
