import { capital, ELEMENTS, nameOf } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { contentBox, growContainerToContent, PADDING } from '../consequences/grow-container-to-content.ts';
import { moveBoundaryEventsWithHost } from '../consequences/move-boundary-events-with-host.ts';
import { type Draft, place, shapeOf } from '../draft.ts';
import { boxAroundAll, inflate } from '../geometry/box.ts';
import { done, type Outcome, refusal, unknownElement } from '../outcome.ts';

const LEAST = { width: 60, height: 40 } as const;

/** Tasks and sub-processes only; a sub-process stays large enough for what it holds. */
export function resize(draft: Draft, { id, box }: EditCommandOf<'resize'>): Outcome {
  const element = draft.elements.get(id);
  const shape = shapeOf(draft, id);
  if (!shape || (!element && !draft.artifacts.has(id))) return unknownElement(id);
  if (element && !ELEMENTS[element.type].isActivity) {
    return refusal('setting-not-allowed', `${capital(nameOf(element))} has a fixed size: expected a task or sub-process, but it is neither.`);
  }
  const wanted = { ...box, width: Math.max(LEAST.width, box.width), height: Math.max(LEAST.height, box.height) };
  const content = shape.isCollapsed ? undefined : contentBox(draft, id);
  const resized = { ...shape, ...(content ? boxAroundAll([wanted, inflate(content, PADDING)]) : wanted) };
  place(draft, id, resized);
  moveBoundaryEventsWithHost(draft, id, shape, resized);
  growContainerToContent(draft, element?.parent);
  return done();
}
