import { canContain, isBoundaryEvent, type Point } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { fitTriggersToPlace } from '../consequences/fit-triggers-to-place.ts';
import { growContainerToContent } from '../consequences/grow-container-to-content.ts';
import { leaveLanesOfOtherPools } from '../consequences/leave-lanes-of-other-pools.ts';
import { removeFlowsNobodyMayDraw } from '../consequences/remove-flows-nobody-may-draw.ts';
import { removeFlowsThatCrossBorders } from '../consequences/remove-flows-that-cross-borders.ts';
import { withBelongings } from '../consequences/take-along.ts';
import { type Draft, flowsAt, indexOf, place, setElement, shapeOf } from '../draft.ts';
import { boundaryBox, nearestPlace } from '../geometry/border-place.ts';
import { centreOf, movedPoint } from '../geometry/box.ts';
import { insertIntoFlow } from '../insert-into-flow.ts';
import { isRefusal } from '../new-element.ts';
import { done, firstRefusal, type Outcome, refusal, unknownElement, unknownFlow } from '../outcome.ts';
import { shiftAll, shiftShape } from '../shift.ts';

export function moveElements(draft: Draft, command: EditCommandOf<'moveElements'>): Outcome {
  if (command.onFlow === undefined) return moveAll(draft, command);
  const flow = draft.flows.get(command.onFlow);
  const [id, ...others] = command.ids;
  if (!flow) return unknownFlow(command.onFlow);
  if (id === undefined || others.length > 0 || flowsAt(draft, id).length > 0)
    return refusal('outgoing-not-allowed', 'Expected a single step without flows to be put into a flow, but it has some.');
  const outcome = moveAll(draft, { ...command, parent: draft.elements.get(flow.from)?.parent ?? null });
  if (!outcome.ok) return outcome;
  const inserted = insertIntoFlow(draft, flow, id);
  if (isRefusal(inserted)) return inserted;
  growContainerToContent(draft, draft.elements.get(id)?.parent);
  return done([inserted.id]);
}

function moveAll(draft: Draft, { ids, by, parent, pool, lane }: EditCommandOf<'moveElements'>): Outcome {
  const unknown = ids.find((id) => !draft.elements.has(id) && !draft.artifacts.has(id));
  if (unknown !== undefined) return unknownElement(unknown);
  const moving = new Set(
    withBelongings(
      draft,
      ids.filter((id) => !sitsOnSomethingThatStays(draft, id, ids)),
    ),
  );
  if (parent !== undefined) {
    const index = indexOf(draft);
    const refused = firstRefusal(...ids.filter((id) => draft.elements.has(id)).map((element) => canContain(index, { parent: parent ?? undefined, element })));
    if (refused) return refused;
  }
  if (parent !== undefined || pool !== undefined || lane !== undefined) {
    for (const id of moving) changePlace(draft, id, moving, { parent, pool, lane });
    fitTriggersToPlace(draft, moving);
    leaveLanesOfOtherPools(draft, moving);
    removeFlowsThatCrossBorders(draft);
    removeFlowsNobodyMayDraw(draft, moving);
  }
  shiftAll(draft, [...moving], by);
  for (const id of ids) slideOnBorder(draft, id, ids, by);
  for (const id of ids) if (draft.artifacts.has(id)) shiftShape(draft, id, by);
  for (const id of moving) growContainerToContent(draft, draft.elements.get(id)?.parent);
  return done();
}

const sitsOnSomethingThatStays = (draft: Draft, id: string, ids: readonly string[]) => {
  const element = draft.elements.get(id);
  return element !== undefined && isBoundaryEvent(element) && !ids.includes(element.attachedTo);
};

/** A border event moved without its host stays on the border, as near as it can. */
function slideOnBorder(draft: Draft, id: string, ids: readonly string[], by: Point) {
  const event = draft.elements.get(id);
  const shape = shapeOf(draft, id);
  if (!event || !shape || !isBoundaryEvent(event) || ids.includes(event.attachedTo)) return;
  const host = shapeOf(draft, event.attachedTo);
  if (host) place(draft, id, { ...shape, ...boundaryBox(host, nearestPlace(host, movedPoint(centreOf(shape), by)), shape) });
}

/** `null`: none; absent: as before. */
type Place = { readonly [N in 'parent' | 'pool' | 'lane']: string | null | undefined };

/** Only the outermost of what moves changes its sub-process or pool; what lies in it stays in it. */
function changePlace(draft: Draft, id: string, moving: ReadonlySet<string>, place: Place) {
  const element = draft.elements.get(id);
  if (!element || (element.parent !== undefined && moving.has(element.parent))) return;
  const { parent: oldParent, pool: oldPool, lane: oldLane, ...rest } = element;
  const parent = place.parent === undefined ? oldParent : place.parent;
  const pool = place.pool === undefined ? oldPool : place.pool;
  const lane = place.lane === undefined ? oldLane : place.lane;
  // Inside a sub-process, the pool of that counts.
  setElement(draft, { ...rest, ...(parent ? { parent } : pool && { pool }), ...(lane && { lane }) });
}
