import { ELEMENTS, nameOf, type ShapeLayout } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { growContainerToContent } from '../consequences/grow-container-to-content.ts';
import { moveBoundaryEventsWithHost } from '../consequences/move-boundary-events-with-host.ts';
import { pushNeighboursOfGrownContainer } from '../consequences/push-neighbours-of-grown-container.ts';
import { type Draft, place, shapeOf } from '../draft.ts';
import { done, type Outcome, refusal, unknownElement } from '../outcome.ts';

const COLLAPSED_SIZE = { width: 100, height: 80 } as const;

/** A sub-process is drawn as one step, or with what it holds. Its upper left corner stays, and its size is remembered. */
export function toggleCollapsed(draft: Draft, { id }: EditCommandOf<'toggleCollapsed'>): Outcome {
  const element = draft.elements.get(id);
  const shape = shapeOf(draft, id);
  if (!element || !shape) return unknownElement(id);
  if (ELEMENTS[element.type].category !== 'container')
    return refusal('parent-not-container', `Expected a sub-process to open or close, but ${nameOf(element)} is none.`);
  const toggled = shape.isCollapsed
    ? expanded(shape)
    : { ...shape, ...COLLAPSED_SIZE, isCollapsed: true, expanded: { width: shape.width, height: shape.height } };
  place(draft, id, toggled);
  moveBoundaryEventsWithHost(draft, id, shape, toggled);
  if (shape.isCollapsed) pushNeighboursOfGrownContainer(draft, id, shape, toggled);
  growContainerToContent(draft, id);
  return done();
}

function expanded({ isCollapsed: _isCollapsed, expanded: size = ELEMENTS.subProcess.size, ...shape }: ShapeLayout): ShapeLayout {
  return { ...shape, width: size.width, height: size.height };
}
