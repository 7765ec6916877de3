import { type Box, type Element, isBoundaryEvent } from '@baton/model';
import { type Draft, setElement, shapeOf } from '../draft.ts';
import { areaOf, centreOf, containsPoint } from '../geometry/box.ts';
import { lanesOf, ownPool, placedPools, poolOf, rootsIn } from '../pools.ts';

/** What was put somewhere belongs to the pool and the lane its middle lies in. */
export function settleInPoolsAndLanes(draft: Draft) {
  for (const id of draft.touched) settle(draft, id);
}

/** All that lies in a pool, when its lanes changed. */
export function settleIn(draft: Draft, pool: string) {
  for (const { id } of rootsIn(draft, pool)) settle(draft, id);
}

function settle(draft: Draft, id: string) {
  const element = draft.elements.get(id);
  if (element) setElement(draft, settled(draft, element));
  const artifact = draft.artifacts.get(id);
  const shape = shapeOf(draft, id);
  if (!artifact || !shape) return;
  const { pool: _pool, ...kept } = artifact;
  const pool = artifact.parent === undefined ? poolUnder(draft, shape) : undefined;
  draft.artifacts.set(id, pool === undefined ? kept : { ...kept, pool });
}

function settled(draft: Draft, element: Element): Element {
  const { pool: before, lane: laneBefore, ...kept } = element;
  const shape = shapeOf(draft, isBoundaryEvent(element) ? element.attachedTo : element.id);
  if (!shape || (draft.pools.size === 0 && draft.lanes.size === 0) || element.parent !== undefined) {
    const isKnown = before !== undefined && draft.pools.has(before) && element.parent === undefined;
    return before === undefined && laneBefore === undefined ? element : { ...kept, ...(isKnown && { pool: before }) };
  }
  const pool = poolUnder(draft, shape) ?? (before !== undefined && draft.pools.has(before) ? before : undefined);
  const inPool: Element = pool === undefined || pool === ownPool(draft)?.id ? kept : { ...kept, pool };
  const lane = laneUnder(draft, poolOf(draft, inPool), shape);
  const after: Element = lane === undefined ? inPool : { ...inPool, lane };
  return before === after.pool && laneBefore === after.lane ? element : after;
}

const poolUnder = (draft: Draft, shape: Box): string | undefined => placedPools(draft).find(({ box }) => containsPoint(box, centreOf(shape)))?.pool.id;

/** The innermost lane. */
function laneUnder(draft: Draft, pool: string | undefined, shape: Box): string | undefined {
  if (pool === undefined) return undefined;
  const under = lanesOf(draft, pool).flatMap(({ id }) => {
    const box = shapeOf(draft, id);
    return box && containsPoint(box, centreOf(shape)) ? [{ id, area: areaOf(box) }] : [];
  });
  return under.toSorted((a, b) => a.area - b.area)[0]?.id;
}
