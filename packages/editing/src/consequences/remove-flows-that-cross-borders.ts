import { canConnect } from '@baton/model';
import { type Draft, indexOf, removeFlow } from '../draft.ts';

/** What changed its sub-process loses the flows that would cross a border now. */
export function removeFlowsThatCrossBorders(draft: Draft) {
  const index = indexOf(draft);
  for (const { id, from, to } of [...draft.flows.values()]) {
    const verdict = canConnect(index, { from, to, flowId: id });
    if (!verdict.ok && verdict.code === 'crosses-border') removeFlow(draft, id);
  }
}
