import type { Box, Point } from '@baton/model';
import { centreOf, inflate, overlaps, pointsBox } from './box.ts';
import { findWay } from './find-way.ts';
import { dock, type Outline } from './outline.ts';
import { ALL_FREE, type BusySides, portsOf } from './port.ts';
import { OPPOSITE, type Side } from './side.ts';
import { simpleWay } from './simple-way.ts';

export interface RouteRequest {
  readonly from: Outline;
  readonly to: Outline;
  /** What the flow must go around; the two ends themselves need not be among them. */
  readonly obstacles: readonly Box[];
  /** A border event leaves away from its host. */
  readonly fromSide?: Side;
  /** Where other flows leave and come in; free sides are preferred. */
  readonly fromBusy?: BusySides;
  readonly toBusy?: BusySides;
}

/** The way may leave the box around both ends by this much. */
const MARGIN = 240;

/** Bends of a flow from outline to outline: right-angled, around obstacles, with as few bends as possible. Always gives a way, if need be across. */
export function routeFlow(request: RouteRequest): Point[] {
  const { from, to, fromSide } = request;
  const isLoop = from.box === to.box;
  const frame = frameOf(from.box, to.box);
  const obstacles = request.obstacles.filter((box) => overlaps(frame, box));
  const straight = isLoop ? undefined : straightWay(request, obstacles);
  if (straight) return straight;

  const starts = portsOf(from, 'out', request.fromBusy).filter((port) => fromSide === undefined || port.side === fromSide);
  const ends = portsOf(to, 'in', request.toBusy);
  const task = {
    starts: isLoop ? starts.filter((port) => port.side === 'right') : starts,
    ends: isLoop ? ends.filter((port) => port.side === 'top') : ends,
    frame,
  };
  const blocks = [...obstacles, from.box, ...(isLoop ? [] : [to.box])];
  const simple = simpleWay({ ...task, blocks });
  const way =
    simple.points ?? findWay({ ...task, blocks }, simple.hit) ?? findWay({ ...task, blocks }, nearest(blocks, frame)) ?? findWay({ ...task, blocks: [] }, []);
  return way ?? [dock(from, centreOf(to.box)), dock(to, centreOf(from.box))];
}

/** More than these and a search would take longer than a hand waits. */
const MAX_AROUND = 80;

function nearest(boxes: readonly Box[], frame: Box): readonly Box[] {
  const middle = centreOf(frame);
  const distance = (box: Box) => Math.abs(centreOf(box).x - middle.x) + Math.abs(centreOf(box).y - middle.y);
  return boxes.toSorted((a, b) => distance(a) - distance(b)).slice(0, MAX_AROUND);
}

function frameOf(from: Box, to: Box): Box {
  const around = pointsBox([
    { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y) },
    { x: Math.max(from.x + from.width, to.x + to.width), y: Math.max(from.y + from.height, to.y + to.height) },
  ]);
  return inflate(around ?? from, MARGIN);
}

/** Without a bend, where both lie on one line or nearly so. */
function straightWay({ from, to, fromSide, fromBusy = ALL_FREE, toBusy = ALL_FREE }: RouteRequest, obstacles: readonly Box[]): Point[] | undefined {
  for (const axis of ['x', 'y'] as const) {
    const way = straightAlong(axis, from, to);
    if (!way) continue;
    const side = sideOfWay(axis, way);
    if (fromSide !== undefined && fromSide !== side) continue;
    if (fromSide === undefined && (!READING.includes(side) || isBusy(fromBusy, side) || toBusy.out.includes(OPPOSITE[side]))) continue;
    const line = pointsBox(way);
    if (line && !obstacles.some((box) => overlaps(inflate(line, 1), box))) return way;
  }
  return undefined;
}

const isBusy = (busy: BusySides, side: Side) => busy.out.includes(side) || busy.in.includes(side);

/** Straight back over the way one came would hide a flow under another. */
const READING: readonly Side[] = ['right', 'bottom', 'top'];

function sideOfWay(axis: 'x' | 'y', [first, last]: readonly [Point, Point]): Side {
  if (axis === 'x') return last.x > first.x ? 'right' : 'left';
  return last.y > first.y ? 'bottom' : 'top';
}

function straightAlong(axis: 'x' | 'y', from: Outline, to: Outline): [Point, Point] | undefined {
  const across = axis === 'x' ? 'y' : 'x';
  const line = commonLine(across, from, to);
  if (line === undefined) return undefined;
  const [a, b] = [centreOf(from.box), centreOf(to.box)];
  const size = axis === 'x' ? 'width' : 'height';
  if (Math.abs(a[axis] - b[axis]) <= (from.box[size] + to.box[size]) / 2) return undefined;
  const on = (point: Point): Point => (axis === 'x' ? { x: point.x, y: line } : { x: line, y: point.y });
  return [dock(from, on(b)), dock(to, on(a))];
}

/** The line through both, if there is one: a round or pointed shape wants its middle, a box takes what is near its middle. */
function commonLine(across: 'x' | 'y', from: Outline, to: Outline): number | undefined {
  const [a, b] = [centreOf(from.box)[across], centreOf(to.box)[across]];
  const slack = (outline: Outline) => (outline.kind === 'rounded-rect' ? outline.box[across === 'x' ? 'width' : 'height'] / 4 : 0.5);
  if (Math.abs(a - b) <= slack(to)) return a;
  return Math.abs(a - b) <= slack(from) ? b : undefined;
}
