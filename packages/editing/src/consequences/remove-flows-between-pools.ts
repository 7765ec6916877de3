import { type Draft, removeFlow } from '../draft.ts';
import { poolOf } from '../pools.ts';

/** What was moved into another pool loses the flows that would lead from pool to pool now: only messages do. */
export function removeFlowsBetweenPools(draft: Draft) {
  const moved = new Set(draft.before.elements.filter(({ id, pool }) => draft.elements.has(id) && draft.elements.get(id)?.pool !== pool).map(({ id }) => id));
  for (const { id, from, to } of [...draft.flows.values()]) {
    const [source, target] = [draft.elements.get(from), draft.elements.get(to)];
    if (source && target && (moved.has(from) || moved.has(to)) && poolOf(draft, source) !== poolOf(draft, target)) removeFlow(draft, id);
  }
}
