import type { EditCommandOf } from '../command.ts';
import { type Draft, setElement } from '../draft.ts';
import { isRefusal } from '../new-element.ts';
import { done, type Outcome, unknownElement } from '../outcome.ts';
import { withProperties } from '../with-properties.ts';

export function setProperties(draft: Draft, { id, properties }: EditCommandOf<'setProperties'>): Outcome {
  const element = draft.elements.get(id);
  if (!element) return unknownElement(id);
  const changed = withProperties(element, properties);
  if (isRefusal(changed)) return changed;
  setElement(draft, changed);
  return done();
}
