import { containerAt, type EditCommand, nearestPlace } from '@baton/editing';
import { type Box, canAttach, ELEMENTS, type Element, type Point } from '@baton/model';
import { boundsOf, centreOf, distance } from '../../canvas/geometry.ts';
import { nearestFlow } from '../../canvas/hit-test.ts';
import { type Scene, shapeOf, shapesOf } from '../../canvas/scene.ts';
import { snapMove } from '../../canvas/snap.ts';
import { type DropPlace, IDLE, type PointerInput, stay, type ToolContext, type ToolState, type ToolStep } from './tool.ts';

type Moving = Extract<ToolState, { path: 'select.moving' }>;
/** An event this near to a border, on the screen, sits down on it. */
const ATTACH_REACH = 14;
/** And leaves it when it is pulled this far away. */
const DETACH_REACH = 40;
/** A step whose middle comes this near to a flow, on the screen, goes into it. */
const FLOW_REACH = 14;
/** More neighbours than this are not worth looking at while the hand moves. */
const MAX_NEIGHBOURS = 200;

export function startMove(id: string, pressing: { readonly at: Point; readonly isAdding: boolean }, input: PointerInput, context: ToolContext): ToolStep {
  const ids = context.selection.includes(id) ? context.selection.filter((selected) => shapeOf(context.scene, selected)) : [id];
  const box = boundsOf(
    shapesOf(context.scene)
      .filter((drawn) => ids.includes(drawn.id))
      .map((drawn) => drawn.box),
  );
  if (!box) return stay(IDLE);
  const moving: Moving = { path: 'select.moving', at: pressing.at, ids, box, by: { x: 0, y: 0 }, lines: [], place: null, parent: undefined };
  return stay(moveTo(moving, input, context), ...(context.selection.includes(id) ? [] : [{ type: 'select' as const, ids }]));
}

export function moveTo(state: Moving, input: PointerInput, context: ToolContext): Moving {
  const wanted = { x: input.point.x - state.at.x, y: input.point.y - state.at.y };
  const border = borderPlace(state, shifted(state.box, wanted), context);
  if (border) return { ...state, by: wanted, lines: [], place: border, parent: undefined };
  const snapped = input.isFree ? { by: wanted, lines: [] } : snapMove(state.box, wanted, { zoom: context.zoom, neighbours: neighboursOf(state, context) });
  const flow = input.keepsParent ? undefined : flowUnder(state, shifted(state.box, snapped.by), context);
  if (flow !== undefined) return { ...state, ...snapped, parent: undefined, place: { type: 'flow', id: flow } };
  const parent = input.keepsParent ? undefined : newParent(state, shifted(state.box, snapped.by), input.point, context);
  return { ...state, ...snapped, parent, place: parent ? { type: 'container', id: parent } : null };
}

const shifted = (box: Box, by: Point): Box => ({ ...box, x: box.x + by.x, y: box.y + by.y });

function neighboursOf(state: Moving, { scene, index }: ToolContext): Box[] {
  if (state.ids.some((id) => isPoolOrLane(scene, id))) return [];
  const isMoved = (id: string) => state.ids.includes(id) || index.ancestorsOf(id).some((ancestor) => state.ids.includes(ancestor));
  const near = scene.elements.filter(({ element }) => !isMoved(element.id) && ELEMENTS[element.type].category !== 'container' && !('attachedTo' in element));
  return near.slice(0, MAX_NEIGHBOURS).map(({ box }) => box);
}

/** `undefined`: it stays where it is; `null`: out into the process itself. */
function newParent(state: Moving, box: Box, pointer: Point, { index, scene }: ToolContext): string | null | undefined {
  if (state.ids.some((id) => isPoolOrLane(scene, id))) return undefined;
  const parents = new Set(state.ids.map((id) => index.element(id)?.parent ?? figureIn(scene, id)?.parent));
  const target = containerAt(index.graph, { box, pointer, except: state.ids });
  return parents.size === 1 && (parents.values().next().value ?? null) === target ? undefined : target;
}

const figureIn = (scene: Scene, id: string) => scene.figures.find((drawn) => drawn.id === id)?.figure;
function isPoolOrLane(scene: Scene, id: string): boolean {
  const kind = figureIn(scene, id)?.kind;
  return kind === 'pool' || kind === 'lane';
}

/** The flow that a step without flows of its own would be put into. */
function flowUnder(state: Moving, box: Box, { scene, index, zoom }: ToolContext): string | undefined {
  const [id] = state.ids;
  const element = id === undefined ? undefined : index.element(id);
  if (!element || state.ids.length !== 1 || index.incoming(element.id).length + index.outgoing(element.id).length > 0) return undefined;
  const { incoming, outgoing } = ELEMENTS[element.type];
  if (incoming.max === 0 || outgoing.max === 0) return undefined;
  const free = scene.flows.filter(({ flow }) => ![flow.from, ...index.ancestorsOf(flow.from)].includes(element.id));
  return nearestFlow(free, centreOf(box), FLOW_REACH / zoom)?.flow.id;
}

/** Where a single event that may sit on a border would sit, if it is near enough to one. */
function borderPlace(state: Moving, box: Box, { scene, index, zoom }: ToolContext): Extract<DropPlace, { type: 'border' }> | null {
  const [id] = state.ids;
  const element = id === undefined ? undefined : index.element(id);
  if (!element || state.ids.length !== 1 || ELEMENTS[element.type].category !== 'event') return null;
  const host = hostOf(element);
  const centre = centreOf(box);
  for (const drawn of scene.elements) {
    const reach = (drawn.element.id === host ? DETACH_REACH : ATTACH_REACH) / zoom;
    if (!ELEMENTS[drawn.element.type].isActivity || borderDistance(drawn.box, centre) > reach) continue;
    if (canAttach(index, { host: drawn.element.id, event: element.id }).ok)
      return { type: 'border', host: drawn.element.id, ...nearestPlace(drawn.box, centre) };
  }
  return null;
}

const hostOf = (element: Element): string | undefined => ('attachedTo' in element ? element.attachedTo : undefined);

export function borderDistance(box: Box, point: Point): number {
  const inside = { x: Math.min(Math.max(point.x, box.x), box.x + box.width), y: Math.min(Math.max(point.y, box.y), box.y + box.height) };
  if (distance(inside, point) > 0) return distance(inside, point);
  return Math.min(point.x - box.x, box.x + box.width - point.x, point.y - box.y, box.y + box.height - point.y);
}

/** What letting go here means; `undefined`: nothing moved. Also what is shown while the hand still moves. */
export function moveCommand(state: Moving, { index }: Pick<ToolContext, 'index'>): EditCommand | undefined {
  const [id] = state.ids;
  const element = id === undefined ? undefined : index.element(id);
  if (id === undefined || (state.by.x === 0 && state.by.y === 0)) return undefined;
  if (element && state.place?.type === 'border') return attachCommand(element, state.place);
  const isAloneOnBorder = element !== undefined && hostOf(element) !== undefined && state.ids.length === 1;
  if (element && isAloneOnBorder) return { type: 'detachBoundaryEvent', id: element.id, at: centreOf(shifted(state.box, state.by)) };
  if (state.place?.type === 'flow') return { type: 'moveElements', ids: state.ids, by: state.by, onFlow: state.place.id };
  return { type: 'moveElements', ids: state.ids, by: state.by, ...(state.parent === undefined ? {} : { parent: state.parent }) };
}

function attachCommand(element: Element, { host, side, t }: Extract<DropPlace, { type: 'border' }>): EditCommand {
  return hostOf(element) === undefined
    ? { type: 'attachBoundaryEvent', host, side, t, event: element.id }
    : { type: 'moveBoundaryEvent', id: element.id, side, t, host };
}
