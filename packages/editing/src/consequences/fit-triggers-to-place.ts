import { ELEMENTS, type Element, triggersAt } from '@baton/model';
import { type Draft, indexOf, setElement } from '../draft.ts';
import { isRefusal } from '../new-element.ts';
import { withProperties } from '../with-properties.ts';

/** An event that came to stand where its trigger can't be loses it, or gets the usual one where it needs one. */
export function fitTriggersToPlace(draft: Draft, ids: Iterable<string>) {
  const index = indexOf(draft);
  for (const id of ids) {
    const element = draft.elements.get(id);
    if (!element || ELEMENTS[element.type].triggers.length === 0) continue;
    const allowed = triggersAt(index, element);
    const trigger = 'trigger' in element ? (element.trigger?.type ?? null) : null;
    if (allowed.includes(trigger)) continue;
    const fitted = withProperties(element, { trigger: allowed.includes(null) ? null : usualTrigger(element) });
    if (!isRefusal(fitted)) setElement(draft, fitted);
  }
}

const usualTrigger = ({ type }: Element) => ({ type: type === 'startEvent' ? 'message' : 'timer' });
