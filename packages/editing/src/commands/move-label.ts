import { isEdgeLayout } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import type { Draft } from '../draft.ts';
import { done, type Outcome, unknownElement } from '../outcome.ts';

/** `null`: back to its usual place. */
export function moveLabel(draft: Draft, { id, label }: EditCommandOf<'moveLabel'>): Outcome {
  const layout = draft.layout.get(id);
  if (!layout) return unknownElement(id);
  const moved = label ? { label } : {};
  if (isEdgeLayout(layout)) {
    const { label: _label, ...edge } = layout;
    draft.layout.set(id, { ...edge, ...moved });
  } else {
    const { label: _label, ...shape } = layout;
    draft.layout.set(id, { ...shape, ...moved });
  }
  return done();
}
