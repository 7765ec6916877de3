import { lineBetween } from '@baton/editing';
import { isOpenContainer, shapeAt } from '../../canvas/hit-test.ts';
import type { DrawnFigure } from '../../canvas/scene.ts';
import { type ConnectionTarget, IDLE, type PointerInput, stay, type ToolContext, type ToolInput, type ToolState, type ToolStep } from './tool.ts';

type Drawing = Extract<ToolState, { path: 'connect.drawing' }>;
/** So near to a shape, on the screen, its outline counts as hit. */
const REACH = 10;

/** A flow is drawn by pressing and pulling, or (`byClick`) by one click at each end. */
export function startConnection(source: string, input: PointerInput, context: ToolContext, byClick = false): ToolStep {
  return stay(drawTo({ path: 'connect.drawing', source, to: input.point, target: null, byClick }, input, context));
}

export const stepConnect = {
  'connect.choosing': (state: Extract<ToolState, { path: 'connect.choosing' }>, input: ToolInput, context: ToolContext): ToolStep => {
    if (input.type !== 'down') return stay(state);
    const source = shapeAt(context.scene, input.point, 0);
    return source ? startConnection(source.id, input, context, true) : stay(IDLE);
  },
  'connect.drawing': (state: Drawing, input: ToolInput, context: ToolContext): ToolStep => {
    if (input.type === 'move') return stay(drawTo(state, input, context));
    const isEnd = state.byClick ? input.type === 'down' : input.type === 'up';
    if (!isEnd || input.type === 'cancel') return stay(state);
    return finish(drawTo(state, input, context));
  },
};

function drawTo(state: Drawing, input: PointerInput, context: ToolContext): Drawing {
  return { ...state, to: input.point, target: targetAt(state.source, input, context) };
}

function targetAt(source: string, { point, keepsParent }: PointerInput, { scene, index, zoom }: ToolContext): ConnectionTarget | null {
  const drawn = shapeAt(scene, point, REACH / zoom);
  const holdsSource = drawn && ('figure' in drawn ? isOwnPool(drawn, source, index) : isOpenContainer(drawn) && index.isInside(source, drawn.id));
  if (!drawn || holdsSource || (drawn.id === source && !keepsParent)) return null;
  const verdict = lineBetween(index, { from: source, to: drawn.id });
  return verdict.ok ? { id: drawn.id, isAllowed: true } : { id: drawn.id, isAllowed: false, reason: verdict.message };
}

/** The free room of the pool one draws in is nothing to connect to. */
const isOwnPool = ({ figure, id }: DrawnFigure, source: string, index: ToolContext['index']): boolean =>
  figure.kind === 'pool' && index.element(source) !== undefined && !lineBetween(index, { from: source, to: id }).ok;

function finish({ source, target }: Drawing): ToolStep {
  if (!target) return stay(IDLE);
  if (!target.isAllowed) return stay(IDLE, { type: 'say', text: target.reason ?? 'These two can’t be connected.' });
  return stay(IDLE, { type: 'command', command: { type: 'connect', from: source, to: target.id } });
}
