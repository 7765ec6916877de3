import type { EditCommandOf } from '../command.ts';
import { healFlowWhenDeleted } from '../consequences/heal-flow-when-deleted.ts';
import { settleIn } from '../consequences/settle-in-pools-and-lanes.ts';
import { withBelongings } from '../consequences/take-along.ts';
import { type Draft, flowsAt, isDrawn, place, removeFlow, shapeOf } from '../draft.ts';
import { bottom } from '../geometry/box.ts';
import { done, type Outcome, unknownElement } from '../outcome.ts';
import { lanesOf, ownPool, poolOfLane } from '../pools.ts';

export function removeElements(draft: Draft, { ids }: EditCommandOf<'removeElements'>): Outcome {
  const unknown = ids.find((id) => !isDrawn(draft, id));
  if (unknown !== undefined) return unknownElement(unknown);
  const own = ownPool(draft)?.id;
  const elements = withBelongings(
    draft,
    ids.filter((id) => id !== own),
  );
  const leaving = new Set([...ids, ...elements]);
  for (const id of ids) if (draft.flows.has(id)) removeFlow(draft, id);
  for (const id of elements) removeElement(draft, id, leaving);
  for (const id of ids) removePart(draft, id);
  return done();
}

function removeElement(draft: Draft, id: string, leaving: ReadonlySet<string>) {
  healFlowWhenDeleted(draft, id, leaving);
  for (const flow of flowsAt(draft, id)) removeFlow(draft, flow.id);
  draft.elements.delete(id);
  draft.layout.delete(id);
}

function removePart(draft: Draft, id: string) {
  if (draft.pools.has(id)) for (const lane of lanesOf(draft, id)) removeLane(draft, lane.id);
  if (draft.lanes.has(id)) giveRoomToNeighbour(draft, id);
  if (draft.artifacts.delete(id) || draft.messageFlows.delete(id) || draft.pools.delete(id)) draft.layout.delete(id);
}

function removeLane(draft: Draft, id: string) {
  draft.lanes.delete(id);
  draft.layout.delete(id);
  for (const element of draft.elements.values()) {
    const { lane, ...kept } = element;
    if (lane === id) draft.elements.set(element.id, kept);
  }
}

/** The row above gets the room, else the one below. */
function giveRoomToNeighbour(draft: Draft, id: string) {
  const [lane, shape] = [draft.lanes.get(id), shapeOf(draft, id)];
  const pool = lane && poolOfLane(draft, lane);
  if (!lane || pool === undefined) return;
  for (const inner of lanesOf(draft, pool)) if (inner.parent === id) removeLane(draft, inner.id);
  removeLane(draft, id);
  const siblings = lanesOf(draft, pool).filter(({ parent }) => parent === lane.parent);
  const above = siblings.find((sibling) => shape && bottom(shapeOf(draft, sibling.id) ?? shape) === shape.y);
  const heir = above ?? siblings[0];
  const room = heir && shapeOf(draft, heir.id);
  if (room && shape) place(draft, heir.id, { ...room, y: Math.min(room.y, shape.y), height: room.height + shape.height });
  settleIn(draft, pool);
}
