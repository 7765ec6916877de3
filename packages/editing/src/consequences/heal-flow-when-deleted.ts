import { canConnect } from '@baton/model';
import { type Draft, indexOf, removeFlow } from '../draft.ts';

/** Where one flow came in and one went out, the way goes on without the element: the incoming flow keeps its id and condition. */
export function healFlowWhenDeleted(draft: Draft, id: string, leaving: ReadonlySet<string>) {
  const flows = [...draft.flows.values()];
  const [incoming, ...otherIn] = flows.filter((flow) => flow.to === id);
  const [outgoing, ...otherOut] = flows.filter((flow) => flow.from === id);
  if (!incoming || !outgoing || otherIn.length > 0 || otherOut.length > 0) return;
  if (incoming.from === id || incoming.from === outgoing.to || leaving.has(incoming.id) || leaving.has(outgoing.id)) return;
  if (!canConnect(indexOf(draft), { from: incoming.from, to: outgoing.to, flowId: incoming.id }).ok) return;
  draft.flows.set(incoming.id, { ...incoming, to: outgoing.to });
  draft.layout.delete(incoming.id);
  removeFlow(draft, outgoing.id);
}
