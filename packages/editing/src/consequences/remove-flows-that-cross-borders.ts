import { type Draft, removeFlow } from '../draft.ts';

/** What changed its sub-process loses the flows that would cross a border now. */
export function removeFlowsThatCrossBorders(draft: Draft) {
  for (const { id, from, to } of [...draft.flows.values()]) {
    const [source, target] = [draft.elements.get(from), draft.elements.get(to)];
    if (source && target && source.parent !== target.parent) removeFlow(draft, id);
  }
}
