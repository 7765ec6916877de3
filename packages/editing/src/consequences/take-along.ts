import { type Draft, shapeOf } from '../draft.ts';
import { centreOf, containsPoint } from '../geometry/box.ts';
import { lanesOf, poolOfLane, rootsIn } from '../pools.ts';
import { boundaryEventsOn } from './take-boundary-events-along.ts';
import { childrenIn } from './take-children-along.ts';

/** Elements with all that lies in them and sits on them: what is moved, copied or deleted as one. In drawn order. */
export function withBelongings(draft: Draft, ids: readonly string[]): string[] {
  const inPools = ids.filter((id) => draft.pools.has(id)).flatMap((id) => rootsIn(draft, id).map((element) => element.id));
  const all = new Set([...ids.filter((id) => draft.elements.has(id)), ...inPools]);
  for (let size = -1; size !== all.size; ) {
    size = all.size;
    for (const id of [...childrenIn(draft, all), ...boundaryEventsOn(draft, all)]) all.add(id);
  }
  return [...draft.elements.keys()].filter((id) => all.has(id));
}

/** Pools, lanes and artifacts that go along: a lane goes as a part of its pool, a note goes with what it lies in. */
export function figuresAlong(draft: Draft, ids: readonly string[], elements: ReadonlySet<string>): string[] {
  const pools = ids.filter((id) => draft.pools.has(id));
  const artifacts = [...draft.artifacts.values()].filter(({ id, parent }) => {
    const shape = shapeOf(draft, id);
    if (!shape || (parent !== undefined && elements.has(parent)) || ids.includes(id)) return shape !== undefined;
    return pools.some((pool) => containsPoint(shapeOf(draft, pool) ?? { x: 0, y: 0, width: 0, height: 0 }, centreOf(shape)));
  });
  return [...pools, ...pools.flatMap((pool) => lanesOf(draft, pool).map(({ id }) => id)), ...artifacts.map(({ id }) => id)];
}

/** Who takes hold of a lane takes hold of its pool. */
export const poolsForLanes = (draft: Draft, ids: readonly string[]): string[] => [
  ...new Set(
    ids.flatMap((id) => {
      const lane = draft.lanes.get(id);
      return lane ? (poolOfLane(draft, lane) ?? []) : id;
    }),
  ),
];
