import { ELEMENTS } from '@baton/model';
import type { Draft } from '../draft.ts';

/** A flow out of something that decides nothing has no condition and is no default. */
export function dropConditionsWhereNobodyDecides(draft: Draft, from: string) {
  const source = draft.elements.get(from);
  if (!source || ELEMENTS[source.type].decides) return;
  for (const flow of draft.flows.values()) {
    if (flow.from !== from || (flow.condition === undefined && flow.isDefault === undefined)) continue;
    const { condition: _condition, isDefault: _isDefault, ...kept } = flow;
    draft.flows.set(flow.id, kept);
  }
}
