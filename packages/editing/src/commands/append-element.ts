import { canContain, ELEMENTS, type Element } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { growContainerToContent } from '../consequences/grow-container-to-content.ts';
import { startInNewContainer } from '../consequences/start-in-new-container.ts';
import { type Draft, indexOf, place, setElement, shapeOf } from '../draft.ts';
import { bottom, centreOf } from '../geometry/box.ts';
import { firstFree, GAP, placeBehind } from '../geometry/free-place.ts';
import { isRefusal, newElement } from '../new-element.ts';
import { addFlow } from '../new-flow.ts';
import { done, firstRefusal, type Outcome, refusal, unknownElement } from '../outcome.ts';

export function appendElement(draft: Draft, { after, elementType, id, properties }: EditCommandOf<'appendElement'>): Outcome {
  const source = draft.elements.get(after);
  if (!source) return unknownElement(after);
  if (elementType === 'boundaryEvent') return refusal('host-missing', 'Expected a step for the border event to sit on, but it was put behind one.');
  const refused = firstRefusal(canContain(indexOf(draft), { parent: source.parent, type: elementType }));
  if (refused) return refused;
  const element = newElement(draft, { type: elementType, id, beside: source, properties });
  if (isRefusal(element)) return element;

  const box = freeBoxBehind(draft, source, element);
  setElement(draft, element);
  if (box) place(draft, element.id, box);
  const start = startInNewContainer(draft, element.id);
  const flow = addFlow(draft, { from: after, to: element.id });
  if (isRefusal(flow)) return flow;
  growContainerToContent(draft, source.parent);
  return done([element.id, flow.id, ...(start ? [start] : [])]);
}

function freeBoxBehind(draft: Draft, source: Element, element: Element) {
  const shape = shapeOf(draft, source.id);
  if (!shape) return undefined;
  const { size } = ELEMENTS[element.type];
  const siblings = [...draft.elements.values()].filter((each) => each.parent === source.parent && each.id !== source.id);
  const taken = siblings.flatMap((each) => shapeOf(draft, each.id) ?? []);
  if (source.type !== 'boundaryEvent') return placeBehind(shape, size, taken);
  return firstFree({ x: centreOf(shape).x + GAP + size.width / 2, y: bottom(shape) + GAP }, size, taken);
}
