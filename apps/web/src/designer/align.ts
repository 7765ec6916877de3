import type { EditCommand } from '@baton/editing';
import type { Box } from '@baton/model';
import { boundsOf, centreOf } from '../canvas/geometry.ts';

export interface Placed {
  readonly id: string;
  readonly box: Box;
}

export type Alignment = 'row' | 'column' | 'spread';
type Axis = 'x' | 'y';
const SIZE = { x: 'width', y: 'height' } as const;

/** Moves that put middles on one line, or make the gaps equal; none for what stands right already. */
export function alignCommands(placed: readonly Placed[], alignment: Alignment): EditCommand[] {
  const bounds = boundsOf(placed.map(({ box }) => box));
  if (!bounds) return [];
  if (alignment === 'spread') return spread(placed, bounds.width >= bounds.height ? 'x' : 'y', bounds);
  const axis: Axis = alignment === 'row' ? 'y' : 'x';
  const line = Math.round(centreOf(bounds)[axis]);
  return placed.flatMap(({ id, box }) => moved(id, axis, line - centreOf(box)[axis]));
}

function spread(placed: readonly Placed[], axis: Axis, bounds: Box): EditCommand[] {
  const inOrder = placed.toSorted((a, b) => a.box[axis] - b.box[axis]);
  const taken = inOrder.reduce((sum, { box }) => sum + box[SIZE[axis]], 0);
  const gap = (bounds[SIZE[axis]] - taken) / Math.max(1, inOrder.length - 1);
  let next = bounds[axis];
  return inOrder.flatMap(({ id, box }) => {
    const by = Math.round(next) - box[axis];
    next += box[SIZE[axis]] + gap;
    return moved(id, axis, by);
  });
}

const moved = (id: string, axis: Axis, by: number): EditCommand[] => (by === 0 ? [] : [{ type: 'moveElements', ids: [id], by: { x: 0, y: 0, [axis]: by } }]);
