import type { Draft } from '../draft.ts';
import { boundaryEventsOn } from './take-boundary-events-along.ts';
import { childrenIn } from './take-children-along.ts';

/** Elements with all that lies in them and sits on them: what is moved, copied or deleted as one. In drawn order. */
export function withBelongings(draft: Draft, ids: readonly string[]): string[] {
  const all = new Set(ids.filter((id) => draft.elements.has(id)));
  for (let size = -1; size !== all.size; ) {
    size = all.size;
    for (const id of [...childrenIn(draft, all), ...boundaryEventsOn(draft, all)]) all.add(id);
  }
  return [...draft.elements.keys()].filter((id) => all.has(id));
}
