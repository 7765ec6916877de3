import type { Point } from '@baton/model';
import { distance } from './geometry.ts';

const BEND = 8;
const TIP_LENGTH = 9;
const TIP_HALF = 4.25;
/** The line ends inside the tip, so that its round cap doesn't stick out. */
const TIP_OVERLAP = 7;

const towards = (from: Point, to: Point, by: number): Point => {
  const length = distance(from, to) || 1;
  return { x: from.x + ((to.x - from.x) * by) / length, y: from.y + ((to.y - from.y) * by) / length };
};
const at = ({ x, y }: Point) => `${round(x)} ${round(y)}`;
const round = (value: number) => Math.round(value * 100) / 100;

/** The line of a flow with rounded bends. */
export function flowLine(waypoints: readonly Point[], { hasTip = true, startGap = 0 } = {}): string {
  if (waypoints.length < 2) return '';
  const points = [...waypoints];
  if (startGap) points[0] = towards(points[0]!, points[1]!, startGap);
  if (hasTip) points[points.length - 1] = towards(points.at(-1)!, points.at(-2)!, TIP_OVERLAP);
  let path = `M${at(points[0]!)}`;
  for (let index = 1; index < points.length - 1; index++) path += bend(points[index - 1]!, points[index]!, points[index + 1]!);
  return `${path}L${at(points.at(-1)!)}`;
}

function bend(before: Point, corner: Point, after: Point): string {
  const radius = Math.min(BEND, distance(before, corner) / 2, distance(corner, after) / 2);
  return `L${at(towards(corner, before, radius))}Q${at(corner)} ${at(towards(corner, after, radius))}`;
}

/** The filled arrow, its point exactly on the outline. */
export function flowTip(waypoints: readonly Point[]): string {
  const [before, tip] = [waypoints.at(-2), waypoints.at(-1)];
  if (!before || !tip) return '';
  const base = towards(tip, before, TIP_LENGTH);
  const unit = towards({ x: 0, y: 0 }, { x: base.x - tip.x, y: base.y - tip.y }, 1);
  const side = { x: -unit.y * TIP_HALF, y: unit.x * TIP_HALF };
  return `M${at(tip)}L${at({ x: base.x + side.x, y: base.y + side.y })}L${at({ x: base.x - side.x, y: base.y - side.y })}z`;
}

/** The open arrow of associations and data: two strokes. */
export function openTip(waypoints: readonly Point[]): string {
  const [tip, left, right] = tipCorners(waypoints, 7, 4.5);
  return tip && left && right ? `M${at(left)}L${at(tip)}L${at(right)}` : '';
}

/** The empty arrow of a message flow. */
export function wideTip(waypoints: readonly Point[]): string {
  const [tip, left, right] = tipCorners(waypoints, TIP_LENGTH, 4.5);
  return tip && left && right ? `M${at(tip)}L${at(left)}L${at(right)}z` : '';
}

function tipCorners(waypoints: readonly Point[], length: number, half: number): readonly Point[] {
  const [before, tip] = [waypoints.at(-2), waypoints.at(-1)];
  if (!before || !tip) return [];
  const base = towards(tip, before, length);
  const unit = towards({ x: 0, y: 0 }, { x: base.x - tip.x, y: base.y - tip.y }, 1);
  const side = { x: -unit.y * half, y: unit.x * half };
  return [tip, { x: base.x + side.x, y: base.y + side.y }, { x: base.x - side.x, y: base.y - side.y }];
}

/** The stroke across a default flow, near its source. */
export function defaultSlash(waypoints: readonly Point[]): string {
  const [from, to] = [waypoints[0], waypoints[1]];
  if (!from || !to) return '';
  const middle = towards(from, to, 12);
  const unit = towards({ x: 0, y: 0 }, { x: to.x - from.x, y: to.y - from.y }, 1);
  const turned = (along: number, across: number) => at({ x: middle.x + unit.x * along - unit.y * across, y: middle.y + unit.y * along + unit.x * across });
  return `M${turned(-3, 5)}L${turned(3, -5)}`;
}

/** The small diamond at the source of a conditional flow that doesn't leave a gateway. 14 px long. */
export function conditionDiamond(waypoints: readonly Point[]): string {
  const [from, to] = [waypoints[0], waypoints[1]];
  if (!from || !to) return '';
  const unit = towards({ x: 0, y: 0 }, { x: to.x - from.x, y: to.y - from.y }, 1);
  const turned = (along: number, across: number) => at({ x: from.x + unit.x * along - unit.y * across, y: from.y + unit.y * along + unit.x * across });
  return `M${turned(0, 0)} ${turned(7, 4.5)} ${turned(14, 0)} ${turned(7, -4.5)}z`;
}
export const DIAMOND_LENGTH = 14;

/** The point `t` (0 to 1) of the way along the line: where a token is. */
export function pointAlong(waypoints: readonly Point[], t: number): Point {
  const lengths = waypoints.slice(1).map((to, index) => distance(waypoints[index]!, to));
  let left = t * lengths.reduce((sum, length) => sum + length, 0);
  for (const [index, length] of lengths.entries()) {
    if (left <= length) return towards(waypoints[index]!, waypoints[index + 1]!, left);
    left -= length;
  }
  return waypoints.at(-1)!;
}
