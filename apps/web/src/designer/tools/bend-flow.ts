import type { Point } from '@baton/model';
import { distance, distanceToSegment } from '../../canvas/geometry.ts';
import type { ToolState } from './tool.ts';

type Bending = Extract<ToolState, { path: 'select.bending' }>;
const STUB = 20;

/** Which stretch of the line lies nearest to a point. */
export function segmentAt(waypoints: readonly Point[], point: Point): number {
  const away = waypoints.slice(1).map((to, index) => distanceToSegment(point, waypoints[index]!, to));
  return away.indexOf(Math.min(...away));
}

/** Moves one stretch sideways, never along itself. Where it touches a shape, a short stub stays at the shape. */
export function bendSegment(bending: Bending, to: Point): Bending {
  const { waypoints, segment } = bending;
  const [from, next] = [waypoints[segment], waypoints[segment + 1]];
  if (!from || !next) return bending;
  const isHorizontal = Math.abs(from.y - next.y) <= Math.abs(from.x - next.x);
  const moved = (point: Point): Point => (isHorizontal ? { x: point.x, y: to.y } : { x: to.x, y: point.y });
  const isFirst = segment === 0;
  const isLast = segment === waypoints.length - 2;
  const stub = Math.min(STUB, distance(from, next) / 3);
  const start = isFirst ? [from, along(from, next, stub), moved(along(from, next, stub))] : [moved(from)];
  const end = isLast ? [moved(along(next, from, stub)), along(next, from, stub), next] : [moved(next)];
  return {
    ...bending,
    segment: segment + start.length - 1,
    waypoints: [...waypoints.slice(0, segment), ...start, ...end, ...waypoints.slice(segment + 2)],
  };
}

function along(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
}
