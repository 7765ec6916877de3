import type { Box, Point } from '@baton/model';
import type { LineKind } from './figures.ts';
import { centreOf, type OutlineKind, pointOnOutline } from './geometry.ts';

/** One end of a line: what is drawn there. */
export interface LineEnd {
  readonly box: Box;
  readonly outline: OutlineKind;
  readonly isPool: boolean;
  readonly isBorderEvent: boolean;
}

/** How a line goes when nobody has bent it. */
export function lineWay(kind: LineKind, from: LineEnd, to: LineEnd): readonly Point[] {
  if (kind === 'messageFlow') return messageWay(from, to);
  const cornered = from.isBorderEvent ? aroundCorner(from.box, to.box) : null;
  return cornered ?? straight(from, to);
}

const straight = (from: LineEnd, to: LineEnd): Point[] => [
  pointOnOutline(from.outline, from.box, centreOf(to.box)),
  pointOnOutline(to.outline, to.box, centreOf(from.box)),
];

/** From a border event down and then across, to what undoes the step. */
function aroundCorner(from: Box, to: Box): Point[] | null {
  const [a, b] = [centreOf(from), centreOf(to)];
  const isAside = to.x > from.x + from.width || to.x + to.width < from.x;
  if (!isAside || b.y <= from.y + from.height) return null;
  return [
    { x: a.x, y: from.y + from.height },
    { x: a.x, y: b.y },
    { x: to.x > a.x ? to.x : to.x + to.width, y: b.y },
  ];
}

/** Down or up from one pool to the other; a whole pool is met where the line is straight. */
function messageWay(from: LineEnd, to: LineEnd): Point[] {
  const isDown = centreOf(to.box).y >= centreOf(from.box).y;
  const startY = isDown ? from.box.y + from.box.height : from.box.y;
  const endY = isDown ? to.box.y : to.box.y + to.box.height;
  const endX = to.isPool ? within(to.box, from.isPool ? middleOfBoth(from.box, to.box) : centreOf(from.box).x) : centreOf(to.box).x;
  const startX = from.isPool ? within(from.box, endX) : centreOf(from.box).x;
  const [start, end] = [
    { x: startX, y: startY },
    { x: endX, y: endY },
  ];
  if (Math.abs(startX - endX) < 1) return [start, end];
  const middle = (startY + endY) / 2;
  return [start, { x: startX, y: middle }, { x: endX, y: middle }, end];
}

const MARGIN = 20;
const within = ({ x, width }: Box, wanted: number) => Math.min(Math.max(wanted, x + MARGIN), x + width - MARGIN);
const middleOfBoth = (a: Box, b: Box) => (Math.max(a.x, b.x) + Math.min(a.x + a.width, b.x + b.width)) / 2;
