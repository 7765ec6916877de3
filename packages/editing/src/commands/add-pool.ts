import { type Box, type Point, type Pool, poolSchema } from '@baton/model';
import type { EditCommandOf, Properties } from '../command.ts';
import { type Draft, isTaken, place, shapeOf } from '../draft.ts';
import { bottom, boxAround, boxAroundAll, overlaps } from '../geometry/box.ts';
import { done, type Outcome, refusal } from '../outcome.ts';
import { ownPool, POOL_HEADER, placedPools } from '../pools.ts';
import { parsedPart } from '../with-properties.ts';

const SIZE = { width: 600, height: 160 } as const;
const AROUND = 40;
const APART = 40;

/** The first pool is that of the process and goes around all that is drawn; others are drawn only, until somebody makes them run. */
export function addPool(draft: Draft, { at, id, properties = {} }: EditCommandOf<'addPool'>): Outcome {
  const newId = draft.newId('pool', id);
  if (isTaken(draft, newId)) return refusal('duplicate-id', `Expected a new id, but “${newId}” is taken.`);
  const isOwn = !ownPool(draft);
  const first: Properties = isOwn ? {} : { process: newId, isExecutable: false };
  const pool = parsedPart<Pool>(poolSchema, { id: newId }, { ...first, ...properties });
  if (!pool.ok) return pool;
  const box = isOwn ? (aroundProcess(draft) ?? boxAround(at, SIZE)) : freeBox(draft, at);
  draft.pools.set(newId, pool.part);
  place(draft, newId, box);
  return done([newId]);
}

function aroundProcess(draft: Draft): Box | undefined {
  const inOtherPool = new Set([...draft.elements.values()].filter(({ pool }) => pool !== undefined).map(({ id }) => id));
  const drawn = [...draft.elements.keys(), ...draft.artifacts.keys()].filter((id) => !inOtherPool.has(id));
  const box = boxAroundAll(drawn.flatMap((id) => shapeOf(draft, id) ?? []));
  return box && { x: box.x - AROUND - POOL_HEADER, y: box.y - AROUND, width: box.width + 2 * AROUND + POOL_HEADER, height: box.height + 2 * AROUND };
}

/** Under the pools that are in the way. */
function freeBox(draft: Draft, at: Point): Box {
  let box = boxAround(at, SIZE);
  for (const other of placedPools(draft).toSorted((a, b) => a.box.y - b.box.y)) if (overlaps(other.box, box)) box = { ...box, y: bottom(other.box) + APART };
  return box;
}
