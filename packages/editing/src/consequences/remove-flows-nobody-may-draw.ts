import { canConnect, canSend } from '@baton/model';
import { type Draft, flowsAt, indexOf, removeFlow } from '../draft.ts';
import { removeLine } from '../lines.ts';

/** What became something else, or came into another pool, loses the flows and message flows that the rules would refuse now. */
export function removeFlowsNobodyMayDraw(draft: Draft, ids: Iterable<string>) {
  for (const id of ids) {
    const index = indexOf(draft);
    for (const flow of flowsAt(draft, id)) {
      const verdict = canConnect(index, { from: flow.from, to: flow.to, flowId: flow.id });
      if (!verdict.ok && verdict.code !== 'flow-duplicate') removeFlow(draft, flow.id);
    }
    for (const flow of index.messageFlowsAt(id)) if (!canSend(index, flow).ok) removeLine(draft, flow.id);
  }
}
