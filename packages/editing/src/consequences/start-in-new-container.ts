import { ELEMENTS } from '@baton/model';
import { type Draft, place, setElement, shapeOf } from '../draft.ts';
import { boxAround } from '../geometry/box.ts';
import { PADDING } from './grow-container-to-content.ts';

/** A new sub-process begins somewhere: it gets its start at once. An event sub-process begins with an event, an ad-hoc one with any of its steps. */
export function startInNewContainer(draft: Draft, container: string): string | undefined {
  const element = draft.elements.get(container);
  const shape = shapeOf(draft, container);
  if (!element || !shape || element.type === 'adHocSubProcess') return undefined;
  const isEvent = element.type === 'subProcess' && element.triggeredByEvent === true;
  const { size } = ELEMENTS.startEvent;
  const id = draft.newId('startEvent');
  setElement(draft, { id, type: 'startEvent', parent: container, ...(isEvent && { trigger: { type: 'message' } }) });
  place(draft, id, boxAround({ x: shape.x + PADDING + size.width / 2, y: shape.y + shape.height / 2 }, size));
  return id;
}
