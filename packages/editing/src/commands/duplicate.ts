import type { EditCommandOf } from '../command.ts';
import { type Draft, graphOf } from '../draft.ts';
import { copyFragment } from '../fragment.ts';
import { insertFragment } from '../insert-fragment.ts';
import { type Outcome, unknownElement } from '../outcome.ts';

/** Copies stand in the sub-process of their originals. */
export function duplicate(draft: Draft, { ids, by }: EditCommandOf<'duplicate'>): Outcome {
  const unknown = ids.find((id) => !draft.elements.has(id) && !draft.artifacts.has(id));
  if (unknown !== undefined) return unknownElement(unknown);
  return insertFragment(draft, copyFragment(graphOf(draft), ids), { by, parent: (element) => element.parent });
}
