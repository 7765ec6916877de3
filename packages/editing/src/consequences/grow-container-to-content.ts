import type { Box } from '@baton/model';
import { type Draft, place, shapeOf } from '../draft.ts';
import { bottom, boxAroundAll, inflate, right } from '../geometry/box.ts';
import { moveBoundaryEventsWithHost } from './move-boundary-events-with-host.ts';
import { pushNeighboursOfGrownContainer } from './push-neighbours-of-grown-container.ts';

/** Room a sub-process leaves around what it holds. */
export const PADDING = 24;

/** An open sub-process grows, in every direction, until all it holds lies inside; so do those around it. Children stay where they are. */
export function growContainerToContent(draft: Draft, container: string | undefined) {
  const seen = new Set<string>();
  for (let id = container; id !== undefined && !seen.has(id); id = draft.elements.get(id)?.parent) {
    seen.add(id);
    growOne(draft, id);
  }
}

function growOne(draft: Draft, id: string) {
  const shape = shapeOf(draft, id);
  const content = contentBox(draft, id);
  if (!shape || shape.isCollapsed || !content) return;
  const needed = inflate(content, PADDING);
  const x = Math.min(shape.x, needed.x);
  const y = Math.min(shape.y, needed.y);
  const grown = { ...shape, x, y, width: Math.max(right(shape), right(needed)) - x, height: Math.max(bottom(shape), bottom(needed)) - y };
  if (grown.x === shape.x && grown.y === shape.y && grown.width === shape.width && grown.height === shape.height) return;
  place(draft, id, grown);
  moveBoundaryEventsWithHost(draft, id, shape, grown);
  pushNeighboursOfGrownContainer(draft, id, shape, grown);
}

export function contentBox(draft: Draft, container: string): Box | undefined {
  const children = [...draft.elements.values()].filter((element) => element.parent === container);
  return boxAroundAll(children.flatMap((child) => shapeOf(draft, child.id) ?? []));
}
