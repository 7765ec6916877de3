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

type Way = { readonly points: Point[]; readonly cost: number; readonly isFree: boolean };

/** The way with at most two bends, if one is free and no blocked one would be so much cheaper that a search pays. */
export function simpleWay({ starts, ends, blocks }: WayTask): Point[] | undefined {
  let best: Way | undefined;
  let cheapestBlocked = Number.POSITIVE_INFINITY;
  for (const start of starts) {
    for (const end of ends) {
      for (const points of candidates(start, end)) {
        const way = judge(points, start.cost + end.cost, blocks);
        if (!way.isFree) cheapestBlocked = Math.min(cheapestBlocked, way.cost);
        else if (!best || way.cost < best.cost) best = way;
      }
    }
  }
  return best && best.cost <= cheapestBlocked + BEND_COST ? best.points : undefined;
}

function judge(points: readonly Point[], portCost: number, blocks: readonly Box[]): Way {
  const way = simplify(points);
  const isFree = way.every((point, i) => i === 0 || !blocks.some((box) => crosses(way[i - 1] ?? point, point, box)));
  return { points: way, cost: portCost + lengthOf(way) + BEND_COST * (way.length - 2), isFree };
}

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
