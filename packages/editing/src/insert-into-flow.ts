import { canConnect, type Flow } from '@baton/model';
import { axisOfFlow, keepDistanceToStepBefore, makeRoomBehind } from './consequences/make-room-around.ts';
import { type Draft, indexOf } from './draft.ts';
import { isRefusal } from './new-element.ts';
import { addFlow } from './new-flow.ts';
import { firstRefusal, type Refusal } from './outcome.ts';

/** Puts an element into a flow and makes room for it: the flow ends there now and keeps its id and condition; a new one goes on. */
export function insertIntoFlow(draft: Draft, flow: Flow, element: string): Flow | Refusal {
  const refused = firstRefusal(canConnect(indexOf(draft), { from: flow.from, to: element, flowId: flow.id }));
  if (refused) return refused;
  const axis = axisOfFlow(draft, flow);
  draft.flows.set(flow.id, { ...flow, to: element });
  draft.layout.delete(flow.id);
  const added = addFlow(draft, { from: element, to: flow.to });
  if (isRefusal(added)) return added;
  keepDistanceToStepBefore(draft, element, flow.from, axis);
  makeRoomBehind(draft, element, axis);
  return added;
}
