import type { Draft } from '../draft.ts';
import { removeFlowsNobodyMayDraw } from './remove-flows-nobody-may-draw.ts';
import { withBelongings } from './take-along.ts';

/** What was moved into another pool loses the flows that would lead from pool to pool now, and the messages that would stay in one. */
export function removeFlowsBetweenPools(draft: Draft) {
  const before = new Map(draft.before.elements.map(({ id, pool }) => [id, { pool }]));
  const isAnew = (draft.before.pools?.length ?? 0) !== draft.pools.size;
  const moved = [...draft.elements.values()].filter(({ id, pool }) => isAnew || !before.has(id) || before.get(id)?.pool !== pool).map(({ id }) => id);
  if (moved.length > 0) removeFlowsNobodyMayDraw(draft, withBelongings(draft, moved));
}
