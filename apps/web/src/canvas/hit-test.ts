import { type Box, ELEMENTS, type Point } from '@baton/model';
import { contains, distance, distanceToLine, grow, isInsideOutline } from './geometry.ts';
import type { DrawnElement, DrawnFlow, Scene } from './scene.ts';

export type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';
export type Hit =
  /** `inside`: an open sub-process's free room, where a lasso begins rather than a move. */
  | { readonly type: 'element'; readonly id: string; readonly zone: 'body' | 'inside' }
  /** The ring around an element, where a new flow begins. */
  | { readonly type: 'ring'; readonly id: string }
  | { readonly type: 'corner'; readonly id: string; readonly corner: Corner }
  | { readonly type: 'flow'; readonly id: string }
  | { readonly type: 'nothing' };

export interface HitOptions {
  readonly zoom: number;
  /** Elements whose ring and corners can be grabbed: the hovered and the selected one. */
  readonly grabbable?: ReadonlySet<string>;
}

const HEADER = 32;
const BORDER = 6;
const DOCK = 8;
const FLOW_REACH = 8;
const CORNER_REACH = 7;

/** What lies under a point, uppermost first. Sizes of targets are those on the screen. */
export function hitTest(scene: Scene, point: Point, { zoom, grabbable }: HitOptions): Hit {
  const uppermost = scene.elements.toSorted((a, b) => b.band - a.band);
  const grabbed = uppermost.filter(({ element }) => grabbable?.has(element.id));
  const corner = grabbed.map((drawn) => cornerHit(drawn, point, CORNER_REACH / zoom)).find(Boolean);
  if (corner) return corner;
  const dock = grabbed.find((drawn) => dockPoints(drawn.box).some((place) => distance(place, point) <= DOCK / zoom));
  const over = uppermost.find((drawn) => isInsideOutline(drawn.element, drawn.box, point));
  if (dock && (!over || over === dock || over.band < dock.band)) return { type: 'ring', id: dock.element.id };
  if (over && zoneOf(over, point) === 'body') return { type: 'element', id: over.element.id, zone: 'body' };
  const flow = nearestFlow(scene.flows, point, FLOW_REACH / zoom);
  if (flow && (!over || flow.band > over.band)) return { type: 'flow', id: flow.flow.id };
  if (over) return { type: 'element', id: over.element.id, zone: 'inside' };
  return { type: 'nothing' };
}

/** Where a flow can be drawn from: the four sides, a little outside. */
export function dockPoints(box: Box): readonly Point[] {
  const { x, y, width, height } = grow(box, 4);
  return [
    { x: x + width / 2, y },
    { x: x + width, y: y + height / 2 },
    { x: x + width / 2, y: y + height },
    { x, y: y + height / 2 },
  ];
}

export const isOpenContainer = ({ element, isCollapsed }: Pick<DrawnElement, 'element' | 'isCollapsed'>): boolean =>
  ELEMENTS[element.type].category === 'container' && !isCollapsed;

function zoneOf(drawn: DrawnElement, point: Point): 'body' | 'inside' {
  if (!isOpenContainer(drawn)) return 'body';
  const { box } = drawn;
  const isInHeader = point.y <= box.y + HEADER;
  return isInHeader || !contains(grow(box, -BORDER), point) ? 'body' : 'inside';
}

export function cornersOf(box: Box): Readonly<Record<Corner, Point>> {
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  return {
    'top-left': { x: box.x, y: box.y },
    'top-right': { x: right, y: box.y },
    'bottom-left': { x: box.x, y: bottom },
    'bottom-right': { x: right, y: bottom },
  };
}

function cornerHit(drawn: DrawnElement, point: Point, reach: number): Hit | undefined {
  if (!isOpenContainer(drawn)) return undefined;
  const found = Object.entries(cornersOf(drawn.box)).find(([, place]) => distance(place, point) <= reach);
  return found && { type: 'corner', id: drawn.element.id, corner: found[0] as Corner };
}

export function nearestFlow(flows: readonly DrawnFlow[], point: Point, reach: number): DrawnFlow | undefined {
  let best: { drawn: DrawnFlow; away: number } | undefined;
  for (const drawn of flows) {
    const away = distanceToLine(point, drawn.waypoints);
    if (away <= reach && away < (best?.away ?? Number.POSITIVE_INFINITY)) best = { drawn, away };
  }
  return best?.drawn;
}

/** The uppermost element there, whatever its zone; its ring counts too, so that a drop needn't be exact. */
export function elementAt(scene: Scene, point: Point, reach: number): DrawnElement | undefined {
  return scene.elements.toSorted((a, b) => b.band - a.band).find(({ box }) => contains(grow(box, reach), point));
}
