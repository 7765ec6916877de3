import type { Draft } from '../draft.ts';
import { removeFlowsNobodyMayDraw } from './remove-flows-nobody-may-draw.ts';
import { withBelongings } from './take-along.ts';

/** What was moved into another pool loses the flows that would lead from pool to pool now, and the messages that would stay in one. */
export function removeFlowsBetweenPools(draft: Draft) {
  const moved = draft.before.elements.filter(({ id, pool }) => draft.elements.has(id) && draft.elements.get(id)?.pool !== pool).map(({ id }) => id);
  if (moved.length > 0) removeFlowsNobodyMayDraw(draft, withBelongings(draft, moved));
}
