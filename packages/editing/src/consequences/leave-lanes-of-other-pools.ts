import { type Draft, indexOf, setElement } from '../draft.ts';

/** What comes into another pool, or into a sub-process there, leaves the lane it was in. */
export function leaveLanesOfOtherPools(draft: Draft, ids: Iterable<string>) {
  const index = indexOf(draft);
  for (const id of ids) {
    const element = draft.elements.get(id);
    if (!element?.lane) continue;
    const lane = draft.lanes.get(element.lane);
    const { lane: _lane, ...outside } = element;
    if (!lane || (lane.pool ?? index.ownPool) !== index.poolOf(element)) setElement(draft, outside);
  }
}
