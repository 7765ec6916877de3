import type { Box, Element, Lane, Pool } from '@baton/model';
import { type Draft, shapeOf } from './draft.ts';

export const POOL_HEADER = 30;
export const LANE_HEADER = 26;

/** The pool of the process the graph is named after. */
export const ownPool = (draft: Draft): Pool | undefined => {
  const pools = [...draft.pools.values()];
  return (
    pools.find(({ process }) => process === draft.before.key) ?? pools.find(({ process, isExecutable }) => process === undefined && isExecutable !== false)
  );
};

/** The pool an element lies in, through its sub-processes. */
export function poolOf(draft: Draft, element: Element): string | undefined {
  let outermost = element;
  for (let parent = element.parent, depth = 0; parent !== undefined && depth < 100; depth++) {
    const container = draft.elements.get(parent);
    if (!container) break;
    outermost = container;
    parent = container.parent;
  }
  return outermost.pool ?? ownPool(draft)?.id;
}

/** The pool a lane is a row of. */
export const poolOfLane = (draft: Draft, lane: Lane): string | undefined => lane.pool ?? ownPool(draft)?.id;

export const lanesOf = (draft: Draft, pool: string): Lane[] => [...draft.lanes.values()].filter((lane) => poolOfLane(draft, lane) === pool);

export const rowsOf = (draft: Draft, pool: string): Lane[] => lanesOf(draft, pool).filter(({ parent }) => parent === undefined);

/** What lies in a pool but in none of its sub-processes. */
export const rootsIn = (draft: Draft, pool: string): Element[] =>
  [...draft.elements.values()].filter((element) => element.parent === undefined && poolOf(draft, element) === pool);

/** Where a pool's elements can stand: right of its header. */
export const roomOf = (box: Box): Box => ({ ...box, x: box.x + POOL_HEADER, width: box.width - POOL_HEADER });

export const placedPools = (draft: Draft): { readonly pool: Pool; readonly box: Box }[] =>
  [...draft.pools.values()].flatMap((pool) => {
    const box = shapeOf(draft, pool.id);
    return box ? [{ pool, box }] : [];
  });
