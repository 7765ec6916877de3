import { type Lane, laneSchema, type Point } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { growPool } from '../consequences/grow-pool-to-content.ts';
import { settleIn } from '../consequences/settle-in-pools-and-lanes.ts';
import { type Draft, isTaken, place, shapeOf } from '../draft.ts';
import { bottom, containsPoint } from '../geometry/box.ts';
import { done, type Outcome, refusal, unknownElement } from '../outcome.ts';
import { ownPool, placedPools, roomOf, rowsOf } from '../pools.ts';
import { parsedPart } from '../with-properties.ts';
import { addPool } from './add-pool.ts';

const HEIGHT = 120;
const MIDDLE: Point = { x: 400, y: 200 };

export function addLane(draft: Draft, { pool, at, id, properties }: EditCommandOf<'addLane'>): Outcome {
  const found = pool ?? poolAt(draft, at) ?? ownPool(draft)?.id;
  const made = found === undefined ? addPool(draft, { type: 'addPool', at: at ?? MIDDLE }) : done();
  if (!made.ok) return made;
  const home = found ?? made.created[0] ?? '';
  const shape = shapeOf(draft, home);
  if (!draft.pools.has(home) || !shape) return unknownElement(home);
  const newId = draft.newId('lane', id);
  if (isTaken(draft, newId)) return refusal('duplicate-id', `Expected a new id, but “${newId}” is taken.`);
  const lane = parsedPart<Lane>(laneSchema, { id: newId, pool: home }, properties);
  if (!lane.ok) return lane;

  const isFirst = rowsOf(draft, home).length === 0;
  const room = roomOf(shape);
  if (!isFirst) growPool(draft, home, { ...shape, height: shape.height + HEIGHT }, { stretchesLanes: false });
  draft.lanes.set(newId, lane.part);
  place(draft, newId, isFirst ? room : { ...room, y: bottom(shape), height: HEIGHT });
  settleIn(draft, home);
  return done([newId, ...made.created]);
}

const poolAt = (draft: Draft, at: Point | undefined): string | undefined =>
  at ? placedPools(draft).find(({ box }) => containsPoint(box, at))?.pool.id : undefined;
