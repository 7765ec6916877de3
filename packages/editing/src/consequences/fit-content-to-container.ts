import { canContain, ELEMENTS, indexGraph, isBoundaryEvent, isEventSubProcess } from '@baton/model';
import { type Draft, flowsAt, graphOf, removeFlow } from '../draft.ts';
import { fitTriggersToPlace } from './fit-triggers-to-place.ts';
import { removeFlowsNobodyMayDraw } from './remove-flows-nobody-may-draw.ts';

/** When a sub-process becomes one of another kind: its starts get or lose their events, an ad-hoc one loses starts and ends, an event sub-process its flows and border events. */
export function fitContentToContainer(draft: Draft, id: string) {
  const container = draft.elements.get(id);
  if (!container || !ELEMENTS[container.type].isActivity) return;
  removeFlowsNobodyMayDraw(draft, [id]);
  const all = [...draft.elements.values()];
  const onBorder = all.filter((each) => isBoundaryEvent(each) && each.attachedTo === id).map((each) => each.id);
  const inside = all.filter((each) => each.parent === id).map((each) => each.id);
  if (isEventSubProcess(container)) for (const event of onBorder) remove(draft, event);
  const index = indexGraph(graphOf(draft));
  for (const element of inside) if (!canContain(index, { parent: id, element }).ok) remove(draft, element);
  fitTriggersToPlace(draft, [...onBorder, ...inside]);
  removeFlowsNobodyMayDraw(draft, [...onBorder, ...inside]);
}

function remove(draft: Draft, id: string) {
  for (const flow of flowsAt(draft, id)) removeFlow(draft, flow.id);
  draft.elements.delete(id);
  draft.layout.delete(id);
}
