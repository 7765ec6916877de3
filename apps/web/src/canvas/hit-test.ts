import { type Box, ELEMENTS, type Point } from '@baton/model';
import { contains, distance, distanceToLine, grow, isInsideOutline } from './geometry.ts';
import { type DrawnElement, type DrawnFigure, type DrawnFlow, type DrawnShape, type Scene, shapesOf, type Way, waysOf } from './scene.ts';

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
  const uppermost = shapesOf(scene).toSorted((a, b) => b.band - a.band);
  const grabbed = uppermost.filter(({ id }) => grabbable?.has(id));
  const corner = grabbed.map((drawn) => cornerHit(drawn, point, CORNER_REACH / zoom)).find(Boolean);
  if (corner) return corner;
  const dock = grabbed.find((drawn) => !isLane(drawn) && dockPoints(drawn.box).some((place) => distance(place, point) <= DOCK / zoom));
  const over = uppermost.find((drawn) => isInsideOutline(drawn.outline, drawn.box, point) && !(isGroup(drawn) && zoneOf(drawn, point) === 'inside'));
  if (dock && (!over || over === dock || over.band < dock.band)) return { type: 'ring', id: dock.id };
  if (over && zoneOf(over, point) === 'body') return { type: 'element', id: over.id, zone: 'body' };
  const way = nearestWay(waysOf(scene), point, FLOW_REACH / zoom);
  if (way && (!over || way.band > over.band)) return { type: 'flow', id: way.id };
  if (over) return { type: 'element', id: over.id, zone: 'inside' };
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

const isFigure = (drawn: DrawnShape): drawn is DrawnFigure => 'figure' in drawn;
const isGroup = (drawn: DrawnShape): boolean => isFigure(drawn) && drawn.figure.kind === 'group';
const isLane = (drawn: DrawnShape): boolean => isFigure(drawn) && drawn.figure.kind === 'lane';

type ZoneOf = (box: Box, point: Point) => 'body' | 'inside';
const allBody: ZoneOf = () => 'body';
const headedAbove: ZoneOf = (box, point) => (point.y <= box.y + HEADER ? 'body' : border(box, point));
const headedLeft =
  (width: number): ZoneOf =>
  (box, point) =>
    point.x <= box.x + width ? 'body' : border(box, point);
const border: ZoneOf = (box, point) => (contains(grow(box, -BORDER), point) ? 'inside' : 'body');

/** Only the headers and borders of what holds others can be taken hold of: inside, a lasso begins. */
const FIGURE_ZONES: { readonly [K in DrawnFigure['figure']['kind']]: ZoneOf } = {
  pool: headedLeft(30),
  lane: headedLeft(26),
  group: border,
  textAnnotation: allBody,
  dataObject: allBody,
  dataStore: allBody,
};

function zoneOf(drawn: DrawnShape, point: Point): 'body' | 'inside' {
  if (isFigure(drawn) && drawn.figure.isClosed) return 'body';
  if (isFigure(drawn)) return FIGURE_ZONES[drawn.figure.kind](drawn.box, point);
  return isOpenContainer(drawn) ? headedAbove(drawn.box, point) : 'body';
}

const RESIZABLE: { readonly [K in DrawnFigure['figure']['kind']]: boolean } = {
  pool: true,
  lane: true,
  group: true,
  textAnnotation: true,
  dataObject: false,
  dataStore: false,
};

/** Whether its corners can be pulled. */
export const isResizable = (drawn: DrawnShape): boolean => (isFigure(drawn) ? RESIZABLE[drawn.figure.kind] : isOpenContainer(drawn));

export function cornersOf(box: Box): Readonly<Record<Corner, Point>> {
  const [right, bottom] = [box.x + box.width, box.y + box.height];
  return {
    'top-left': { x: box.x, y: box.y },
    'top-right': { x: right, y: box.y },
    'bottom-left': { x: box.x, y: bottom },
    'bottom-right': { x: right, y: bottom },
  };
}

function cornerHit(drawn: DrawnShape, point: Point, reach: number): Hit | undefined {
  if (!isResizable(drawn)) return undefined;
  const found = Object.entries(cornersOf(drawn.box)).find(([, place]) => distance(place, point) <= reach);
  return found && { type: 'corner', id: drawn.id, corner: found[0] as Corner };
}

export const nearestFlow = (flows: readonly DrawnFlow[], point: Point, reach: number): DrawnFlow | undefined => nearestOf(flows, point, reach);
const nearestWay = (ways: readonly Way[], point: Point, reach: number): Way | undefined => nearestOf(ways, point, reach);

function nearestOf<W extends { readonly waypoints: readonly Point[] }>(ways: readonly W[], point: Point, reach: number): W | undefined {
  let best: { drawn: W; away: number } | undefined;
  for (const drawn of ways) {
    const away = distanceToLine(point, drawn.waypoints);
    if (away <= reach && away < (best?.away ?? Number.POSITIVE_INFINITY)) best = { drawn, away };
  }
  return best?.drawn;
}

/** The uppermost shape there, whatever its zone; its ring counts too, so that a drop needn't be exact. A lane is no end of a line. */
export function shapeAt(scene: Scene, point: Point, reach: number): DrawnShape | undefined {
  const uppermost = shapesOf(scene).toSorted((a, b) => b.band - a.band);
  return uppermost.find((drawn) => !isLane(drawn) && contains(grow(drawn.box, reach), point) && !(isGroup(drawn) && border(drawn.box, point) === 'inside'));
}
