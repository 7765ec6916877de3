import { canContain, type Element, isBoundaryEvent, type Point } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { fitTriggersToPlace } from '../consequences/fit-triggers-to-place.ts';
import { growContainerToContent } from '../consequences/grow-container-to-content.ts';
import { removeFlowsNobodyMayDraw } from '../consequences/remove-flows-nobody-may-draw.ts';
import { removeFlowsThatCrossBorders } from '../consequences/remove-flows-that-cross-borders.ts';
import { poolsForLanes, withBelongings } from '../consequences/take-along.ts';
import { type Draft, flowsAt, indexOf, isDrawn, place, setElement, shapeOf } from '../draft.ts';
import { boundaryBox, nearestPlace } from '../geometry/border-place.ts';
import { centreOf, movedPoint } from '../geometry/box.ts';
import { insertIntoFlow } from '../insert-into-flow.ts';
import { isRefusal } from '../new-element.ts';
import { done, firstRefusal, type Outcome, refusal, unknownElement, unknownFlow } from '../outcome.ts';
import { shiftAll } from '../shift.ts';

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

function moveAll(draft: Draft, { ids: given, by, parent }: EditCommandOf<'moveElements'>): Outcome {
  const unknown = given.find((id) => !isDrawn(draft, id) || draft.flows.has(id) || draft.messageFlows.has(id));
  if (unknown !== undefined) return unknownElement(unknown);
  const ids = poolsForLanes(draft, given);
  const leading = ids.filter((id) => !sitsOnSomethingThatStays(draft, id, ids));
  const moving = new Set(withBelongings(draft, leading));
  if (parent !== undefined) {
    const index = indexOf(draft);
    const refused = firstRefusal(...ids.filter((id) => draft.elements.has(id)).map((element) => canContain(index, { parent: parent ?? undefined, element })));
    if (refused) return refused;
    for (const id of moving) changeParent(draft, id, moving, parent ?? undefined);
    for (const id of ids) changeParentOfArtifact(draft, id, parent ?? undefined);
    fitTriggersToPlace(draft, moving);
    removeFlowsThatCrossBorders(draft);
    removeFlowsNobodyMayDraw(draft, moving);
  }
  shiftAll(draft, leading, by);
  for (const id of ids) slideOnBorder(draft, id, ids, by);
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

/** Only the outermost of what moves changes its sub-process; what lies in it stays in it. */
function changeParent(draft: Draft, id: string, moving: ReadonlySet<string>, parent: string | undefined) {
  const element = draft.elements.get(id);
  if (!element || (element.parent !== undefined && moving.has(element.parent))) return;
  setElement(draft, inParent(element, parent));
}

function changeParentOfArtifact(draft: Draft, id: string, parent: string | undefined) {
  const artifact = draft.artifacts.get(id);
  if (!artifact) return;
  const { parent: _parent, ...rest } = artifact;
  draft.artifacts.set(id, parent === undefined ? rest : { ...rest, parent });
}

function inParent(element: Element, parent: string | undefined): Element {
  const { parent: _parent, ...rest } = element;
  return parent === undefined ? rest : { ...rest, parent };
}
