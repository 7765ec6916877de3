import { containerAt, nearestPlace } from '@baton/editing';
import { type Box, canAttach, ELEMENTS, type Point } from '@baton/model';
import { figureBox } from '../../canvas/figures.ts';
import { nearestFlow } from '../../canvas/hit-test.ts';
import { toGrid } from '../../canvas/snap.ts';
import { catalogueItem } from '../catalogue.tsx';
import { type CanvasItem, isFigureItem, type PaletteItem } from '../palette-items.ts';
import { borderDistance } from './move-elements.ts';
import { type DropPlace, IDLE, stay, type ToolContext, type ToolInput, type ToolState, type ToolStep } from './tool.ts';

type Aiming = Extract<ToolState, { path: 'place.aiming' }>;
const FLOW_REACH = 14;
const BORDER_REACH = 14;

/** Something from the palette hangs on the pointer until it is put down: by letting go, or by a click. */
export const stepPlace = {
  'place.aiming': (state: Aiming, input: ToolInput, context: ToolContext): ToolStep => {
    if (input.type !== 'move' && input.type !== 'down' && input.type !== 'up') return stay(state);
    const item = catalogueItem(state.item);
    if (!item) return stay(IDLE);
    const at = input.isFree ? input.point : toGrid(input.point);
    const place = placeFor(item, input.point, context);
    if (input.type === 'move') return stay({ ...state, at, place });
    if (input.type === 'up' && !state.at) return stay(state);
    return stay(IDLE, { type: 'place', item: item.id, at, place });
  },
};

export const sizeOfItem = (item: CanvasItem): { readonly width: number; readonly height: number } =>
  isFigureItem(item) ? figureBox({ layout: {} }, { id: item.id, kind: item.figure }) : ELEMENTS[item.elementType].size;

/** Onto a border, into a flow, into a sub-process, or nothing of these: the process itself. */
export function placeFor(item: CanvasItem, point: Point, context: ToolContext): DropPlace | null {
  if (isFigureItem(item)) return item.figure === 'pool' || item.figure === 'lane' ? null : intoContainer(item, point, context);
  return onBorder(item, point, context) ?? intoFlow(item, point, context) ?? intoContainer(item, point, context);
}

function onBorder({ elementType }: PaletteItem, point: Point, { scene, index, zoom }: ToolContext): DropPlace | null {
  if (elementType !== 'boundaryEvent' && elementType !== 'intermediateCatchEvent') return null;
  const host = scene.elements.find(
    ({ element, box }) => borderDistance(box, point) <= BORDER_REACH / zoom && canAttach(index, { host: element.id }).ok && ELEMENTS[element.type].isActivity,
  );
  return host ? { type: 'border', host: host.id, ...nearestPlace(host.box, point) } : null;
}

function intoFlow({ elementType, properties }: PaletteItem, point: Point, { scene, zoom }: ToolContext): DropPlace | null {
  const { incoming, outgoing } = ELEMENTS[elementType];
  if (incoming.max === 0 || outgoing.max === 0 || properties?.triggeredByEvent || properties?.instantiate) return null;
  const flow = nearestFlow(scene.flows, point, FLOW_REACH / zoom);
  return flow ? { type: 'flow', id: flow.flow.id } : null;
}

function intoContainer(item: CanvasItem, point: Point, { index }: ToolContext): DropPlace | null {
  const { width, height } = sizeOfItem(item);
  const box: Box = { x: point.x - width / 2, y: point.y - height / 2, width, height };
  const id = containerAt(index.graph, { box, pointer: point });
  return id === null ? null : { type: 'container', id };
}
