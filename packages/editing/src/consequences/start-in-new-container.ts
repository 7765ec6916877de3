import { ELEMENTS } from '@baton/model';
import { type Draft, place, setElement, shapeOf } from '../draft.ts';
import { boxAround } from '../geometry/box.ts';
import { PADDING } from './grow-container-to-content.ts';

/** A new sub-process begins somewhere: it gets its start at once. */
export function startInNewContainer(draft: Draft, container: string): string | undefined {
  const shape = shapeOf(draft, container);
  if (!shape) return undefined;
  const { size } = ELEMENTS.startEvent;
  const id = draft.newId('startEvent');
  setElement(draft, { id, type: 'startEvent', parent: container });
  place(draft, id, boxAround({ x: shape.x + PADDING + size.width / 2, y: shape.y + shape.height / 2 }, size));
  return id;
}
