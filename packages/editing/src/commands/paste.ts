import { canContain } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { type Draft, indexOf } from '../draft.ts';
import { fragmentBox } from '../fragment.ts';
import { centreOf } from '../geometry/box.ts';
import { insertFragment } from '../insert-fragment.ts';
import { firstRefusal, type Outcome } from '../outcome.ts';

export function paste(draft: Draft, { fragment, at, parent }: EditCommandOf<'paste'>): Outcome {
  const index = indexOf(draft);
  const copied = new Set(fragment.elements.map((element) => element.id));
  const outermost = fragment.elements.filter((element) => element.parent === undefined || !copied.has(element.parent));
  const place = { parent: parent ?? undefined };
  const refused = firstRefusal(canContain(index, place), ...outermost.map(({ type }) => canContain(index, { ...place, type })));
  if (refused) return refused;
  const box = fragmentBox(fragment);
  const from = box ? centreOf(box) : at;
  return insertFragment(draft, fragment, { by: { x: Math.round(at.x - from.x), y: Math.round(at.y - from.y) }, parent: () => parent ?? undefined });
}
