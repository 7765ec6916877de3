import type { Box, Point } from '@baton/model';
import { bottom, boxAround, centreOf, right } from './box.ts';
import { SIDES, type Side } from './side.ts';

/** A place on a border: `t` runs from 0 to 1, left to right or top to bottom. */
export interface BorderPlace {
  readonly side: Side;
  readonly t: number;
}

/** Nearer to a corner than this an event would not belong to one side. */
export const CORNER_GAP = 12;

const isHorizontal = (side: Side) => side === 'top' || side === 'bottom';

export function pointAt(host: Box, { side, t }: BorderPlace): Point {
  const length = isHorizontal(side) ? host.width : host.height;
  const gap = Math.min(CORNER_GAP, length / 2);
  const along = Math.min(length - gap, Math.max(gap, t * length));
  if (isHorizontal(side)) return { x: host.x + along, y: side === 'top' ? host.y : bottom(host) };
  return { x: side === 'left' ? host.x : right(host), y: host.y + along };
}

/** Where an event of that size sits on its host. */
export const boundaryBox = (host: Box, at: BorderPlace, size: { readonly width: number; readonly height: number }): Box => boxAround(pointAt(host, at), size);

/** The place on the border nearest to a point. */
export function nearestPlace(host: Box, point: Point): BorderPlace {
  const distances = SIDES.map((side) => ({ side, distance: distanceTo(host, side, point) }));
  const { side } = distances.reduce((best, each) => (each.distance < best.distance ? each : best));
  const t = isHorizontal(side) ? (point.x - host.x) / (host.width || 1) : (point.y - host.y) / (host.height || 1);
  return { side, t: Math.min(1, Math.max(0, t)) };
}

function distanceTo(host: Box, side: Side, point: Point): number {
  const at = isHorizontal(side)
    ? { x: Math.min(right(host), Math.max(host.x, point.x)), y: side === 'top' ? host.y : bottom(host) }
    : { x: side === 'left' ? host.x : right(host), y: Math.min(bottom(host), Math.max(host.y, point.y)) };
  return Math.hypot(at.x - point.x, at.y - point.y);
}

/** Where an event that is drawn there sits on its host. */
export const placeOf = (host: Box, event: Box): BorderPlace => nearestPlace(host, centreOf(event));

const SLOTS: readonly BorderPlace[] = (['bottom', 'right', 'top', 'left'] as const).flatMap((side) => [0.75, 0.5, 0.25].map((t) => ({ side, t })));

/** The first usual place that no other event on this border covers. */
export function freePlace(host: Box, taken: readonly Box[], size: { readonly width: number; readonly height: number }): BorderPlace {
  const isFree = (slot: BorderPlace) => {
    const box = boundaryBox(host, slot, size);
    return taken.every((other) => Math.abs(other.x - box.x) >= size.width || Math.abs(other.y - box.y) >= size.height);
  };
  return SLOTS.find(isFree) ?? { side: 'bottom', t: 0.75 };
}
