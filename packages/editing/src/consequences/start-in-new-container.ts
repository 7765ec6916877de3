import { ELEMENTS, isEventSubProcess } from '@baton/model';
import { type Draft, place, setElement, shapeOf } from '../draft.ts';
import { boxAround } from '../geometry/box.ts';
import { PADDING } from './grow-container-to-content.ts';

/** A new sub-process begins somewhere: it gets its start at once, an event sub-process one that waits for a message. In an ad-hoc one there is none. */
export function startInNewContainer(draft: Draft, container: string): string | undefined {
  const shape = shapeOf(draft, container);
  const element = draft.elements.get(container);
  if (!shape || !element || !needsStart(draft, container)) return undefined;
  const { size } = ELEMENTS.startEvent;
  const id = draft.newId('startEvent');
  setElement(draft, { id, type: 'startEvent', parent: container, ...(isEventSubProcess(element) && { trigger: { type: 'message' } }) });
  place(draft, id, boxAround({ x: shape.x + PADDING + size.width / 2, y: shape.y + shape.height / 2 }, size));
  return id;
}

function needsStart(draft: Draft, container: string): boolean {
  const type = draft.elements.get(container)?.type;
  if (type === undefined || ELEMENTS[type].category !== 'container' || type === 'adHocSubProcess') return false;
  return ![...draft.elements.values()].some((element) => element.type === 'startEvent' && element.parent === container);
}
