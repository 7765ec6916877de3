import { canConnect, type Flow } from '@baton/model';
import { type Draft, indexOf } from './draft.ts';
import { addFlow } from './new-flow.ts';
import { firstRefusal, type Refusal } from './outcome.ts';

/** Puts an element into a flow: the flow ends there now and keeps its id and condition; a new one goes on. */
export function insertIntoFlow(draft: Draft, flow: Flow, element: string): Flow | Refusal {
  const refused = firstRefusal(canConnect(indexOf(draft), { from: flow.from, to: element, flowId: flow.id }));
  if (refused) return refused;
  draft.flows.set(flow.id, { ...flow, to: element });
  draft.layout.delete(flow.id);
  return addFlow(draft, { from: element, to: flow.to });
}
