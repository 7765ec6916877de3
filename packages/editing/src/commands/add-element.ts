import { canContain, ELEMENTS } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { growContainerToContent } from '../consequences/grow-container-to-content.ts';
import { startInNewContainer } from '../consequences/start-in-new-container.ts';
import { type Draft, indexOf, place, setElement } from '../draft.ts';
import { boxAround } from '../geometry/box.ts';
import { insertIntoFlow } from '../insert-into-flow.ts';
import { isRefusal, newElement } from '../new-element.ts';
import { done, firstRefusal, type Outcome, refusal, unknownFlow } from '../outcome.ts';

export function addElement(draft: Draft, { elementType, at, parent, onFlow, id, properties }: EditCommandOf<'addElement'>): Outcome {
  if (elementType === 'boundaryEvent') return refusal('host-missing', 'Expected a step for the border event to sit on, but it was put beside one.');
  const flow = onFlow === undefined ? undefined : draft.flows.get(onFlow);
  if (onFlow !== undefined && !flow) return unknownFlow(onFlow);
  const beside = flow ? draft.elements.get(flow.from) : undefined;
  const scope = flow ? beside?.parent : (parent ?? undefined);
  const refused = firstRefusal(canContain(indexOf(draft), { parent: scope, type: elementType }));
  if (refused) return refused;
  const element = newElement(draft, { type: elementType, id, parent: scope, beside, properties });
  if (isRefusal(element)) return element;

  setElement(draft, element);
  place(draft, element.id, boxAround(at, ELEMENTS[elementType].size));
  const start = startInNewContainer(draft, element.id);
  const inserted = flow ? insertIntoFlow(draft, flow, element.id) : undefined;
  if (inserted && isRefusal(inserted)) return inserted;
  growContainerToContent(draft, scope);
  return done([element.id, ...(inserted ? [inserted.id] : []), ...(start ? [start] : [])]);
}
