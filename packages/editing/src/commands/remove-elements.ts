import type { EditCommandOf } from '../command.ts';
import { healFlowWhenDeleted } from '../consequences/heal-flow-when-deleted.ts';
import { withBelongings } from '../consequences/take-along.ts';
import { type Draft, flowsAt, removeFlow } from '../draft.ts';
import { done, type Outcome, unknownElement } from '../outcome.ts';

export function removeElements(draft: Draft, { ids }: EditCommandOf<'removeElements'>): Outcome {
  const unknown = ids.find((id) => ![draft.elements, draft.flows, draft.artifacts, draft.messageFlows].some((list) => list.has(id)));
  if (unknown !== undefined) return unknownElement(unknown);
  const leaving = new Set([...ids, ...withBelongings(draft, ids)]);
  for (const id of ids) if (draft.flows.has(id)) removeFlow(draft, id);
  for (const id of withBelongings(draft, ids)) removeElement(draft, id, leaving);
  for (const id of ids) if (draft.artifacts.delete(id) || draft.messageFlows.delete(id)) draft.layout.delete(id);
  return done();
}

function removeElement(draft: Draft, id: string, leaving: ReadonlySet<string>) {
  healFlowWhenDeleted(draft, id, leaving);
  for (const flow of flowsAt(draft, id)) removeFlow(draft, flow.id);
  draft.elements.delete(id);
  draft.layout.delete(id);
}
