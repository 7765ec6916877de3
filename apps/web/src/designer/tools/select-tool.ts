import { isEdgeLayout } from '@baton/model';
import { distance, overlaps } from '../../canvas/geometry.ts';
import { shapeOf, shapesOf, wayOf } from '../../canvas/scene.ts';
import { bendSegment, segmentAt } from './bend-flow.ts';
import { startConnection } from './connect-tool.ts';
import { moveCommand, moveTo, startMove } from './move-elements.ts';
import { boxBetween, resized } from './resize-box.ts';
import { IDLE, type PointerInput, stay, type ToolContext, type ToolInput, type ToolState, type ToolStep } from './tool.ts';

type StateOf<P extends ToolState['path']> = Extract<ToolState, { path: P }>;
/** The hand may tremble so far, on the screen, before a press becomes a drag. */
const TREMBLE = 4;

export const stepSelect = {
  'select.idle': (state: StateOf<'select.idle'>, input: ToolInput): ToolStep => {
    if (input.type === 'down') return stay({ path: 'select.pressing', at: input.point, hit: input.hit, isAdding: input.isAdding });
    if (input.type === 'double' && 'id' in input.hit) return stay(IDLE, { type: 'rename', id: input.hit.id });
    return stay(state);
  },
  'select.pressing': (state: StateOf<'select.pressing'>, input: ToolInput, context: ToolContext): ToolStep => {
    if (input.type === 'up') return stay(IDLE, { type: 'select', ids: clicked(state, context) });
    if (input.type === 'move' && distance(state.at, input.point) * context.zoom > TREMBLE) return startDrag(state, input, context);
    return stay(state);
  },
  'select.moving': (state: StateOf<'select.moving'>, input: ToolInput, context: ToolContext): ToolStep => {
    if (input.type === 'move') return stay(moveTo(state, input, context));
    if (input.type !== 'up') return stay(state);
    const moved = moveCommand(state, context);
    return moved ? stay(IDLE, { type: 'command', command: moved }) : stay(IDLE);
  },
  'select.lasso': (state: StateOf<'select.lasso'>, input: ToolInput, context: ToolContext): ToolStep => {
    if (input.type !== 'move' && input.type !== 'up') return stay(state);
    const lasso = boxBetween(state.at, input.point);
    const inside = shapesOf(context.scene)
      .filter(({ box }) => overlaps(lasso, box) && !overlaps(box, { ...state.at, width: 0, height: 0 }))
      .map(({ id }) => id);
    const ids = [...new Set([...state.before, ...inside])];
    return stay(input.type === 'up' ? IDLE : { ...state, to: input.point }, { type: 'select', ids });
  },
  'select.resizing': (state: StateOf<'select.resizing'>, input: ToolInput): ToolStep => {
    if (input.type === 'move') return stay({ ...state, box: resized(state.box, state.corner, input.point) });
    if (input.type !== 'up') return stay(state);
    return stay(IDLE, { type: 'command', command: { type: 'resize', id: state.id, box: state.box } });
  },
  'select.bending': (state: StateOf<'select.bending'>, input: ToolInput): ToolStep => {
    if (input.type === 'move') return stay({ ...bendSegment(state, input.point), hasMoved: true });
    if (input.type !== 'up') return stay(state);
    return stay(IDLE, { type: 'command', command: { type: 'setWaypoints', flow: state.flow, waypoints: state.waypoints } });
  },
};

function clicked({ hit, isAdding }: StateOf<'select.pressing'>, { selection }: ToolContext): readonly string[] {
  if (!('id' in hit)) return isAdding ? selection : [];
  if (!isAdding) return [hit.id];
  return selection.includes(hit.id) ? selection.filter((id) => id !== hit.id) : [...selection, hit.id];
}

function startDrag(pressing: StateOf<'select.pressing'>, input: PointerInput, context: ToolContext): ToolStep {
  const { hit, at, isAdding } = pressing;
  if (hit.type === 'ring') return startConnection(hit.id, input, context);
  if (hit.type === 'corner') {
    const box = shapeOf(context.scene, hit.id)?.box;
    return box ? stay({ path: 'select.resizing', id: hit.id, corner: hit.corner, box: resized(box, hit.corner, input.point) }) : stay(IDLE);
  }
  if (hit.type === 'element' && hit.zone === 'body') return startMove(hit.id, pressing, input, context);
  if (hit.type === 'flow') return startBend(hit.id, at, input, context);
  return stay({ path: 'select.lasso', at, to: input.point, before: isAdding ? context.selection : [] });
}

function startBend(flow: string, at: { x: number; y: number }, input: PointerInput, { scene, index }: ToolContext): ToolStep {
  const drawn = wayOf(scene, flow);
  const layout = index.graph.layout[flow];
  if (!drawn || (layout && !isEdgeLayout(layout))) return stay(IDLE);
  const bending = { path: 'select.bending' as const, flow, segment: segmentAt(drawn.waypoints, at), waypoints: drawn.waypoints, hasMoved: false };
  return stay({ ...bendSegment(bending, input.point), hasMoved: true }, { type: 'select', ids: [flow] });
}
