import { canConnect, canContain, ELEMENTS, type Element, type ElementType, elementSchemaOf, isBoundaryEvent, nameOf } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { dropConditionsWhereNobodyDecides } from '../consequences/drop-conditions-where-nobody-decides.ts';
import { fitContentToContainer } from '../consequences/fit-content-to-container.ts';
import { fitTriggersToPlace } from '../consequences/fit-triggers-to-place.ts';
import { growContainerToContent } from '../consequences/grow-container-to-content.ts';
import { moveBoundaryEventsWithHost } from '../consequences/move-boundary-events-with-host.ts';
import { removeFlowsNobodyMayDraw } from '../consequences/remove-flows-nobody-may-draw.ts';
import { startInNewContainer } from '../consequences/start-in-new-container.ts';
import { type Draft, flowsAt, indexOf, place, setElement, shapeOf } from '../draft.ts';
import { boxAround, centreOf } from '../geometry/box.ts';
import { isRefusal, newElement } from '../new-element.ts';
import { done, firstRefusal, type Outcome, type Refusal, refusal, unknownElement } from '../outcome.ts';

/** Keeps id, name, flows and every property the new type has too; the names of the others are reported as lost. */
export function changeType(draft: Draft, { id, to }: EditCommandOf<'changeType'>): Outcome {
  const element = draft.elements.get(id);
  if (!element) return unknownElement(id);
  if (element.type === to) return done();
  const refused = firstRefusal(canContain(indexOf(draft), { parent: element.parent, type: to })) ?? refusedByBelongings(draft, element, to);
  if (refused) return refused;
  const changed = retyped(draft, element, to);
  if (isRefusal(changed)) return changed;

  setElement(draft, changed.element);
  fitTriggersToPlace(draft, [id]);
  const index = indexOf(draft);
  const broken = firstRefusal(...flowsAt(draft, id).map((flow) => canConnect(index, { from: flow.from, to: flow.to, flowId: flow.id })));
  if (broken && broken.code !== 'flow-duplicate') return broken;
  if (ELEMENTS[element.type].isActivity && ELEMENTS[to].isActivity) fitContentToContainer(draft, id);
  else removeFlowsNobodyMayDraw(draft, [id]);
  const lost = [...changed.lost, ...(hasConditions(draft, id) && !ELEMENTS[to].decides ? ['condition'] : [])];
  dropConditionsWhereNobodyDecides(draft, id);
  const start = fitShape(draft, element, to);
  return done(start ? [start] : [], lost);
}

const hasConditions = (draft: Draft, id: string) =>
  flowsAt(draft, id).some((flow) => flow.from === id && (flow.condition !== undefined || flow.isDefault !== undefined));

function refusedByBelongings(draft: Draft, element: Element, to: ElementType): Refusal | undefined {
  const all = [...draft.elements.values()];
  const name = nameOf(element);
  if (element.type === 'boundaryEvent' || to === 'boundaryEvent')
    return refusal('attach-not-an-event', `Expected ${name} to be put on a border, or taken off it, but its type can't be changed there.`);
  if (ELEMENTS[to].category !== 'container' && all.some((each) => each.parent === element.id))
    return refusal('parent-not-container', `Expected ${name} to be empty, but it holds other elements: only a sub-process can.`);
  if (!ELEMENTS[to].isActivity && all.some((each) => isBoundaryEvent(each) && each.attachedTo === element.id))
    return refusal('host-not-activity', `Expected no border events on ${name}, but there are some: only a task or sub-process can have them.`);
  return undefined;
}

function retyped(draft: Draft, element: Element, to: ElementType): { readonly element: Element; readonly lost: readonly string[] } | Refusal {
  const known = elementSchemaOf(to).shape;
  const { id, type: _type, parent, ...properties } = element;
  const entries = Object.entries(properties);
  const isKept = (name: string, value: unknown) => Object.hasOwn(known, name) && fits(to, name, value);
  const kept = Object.fromEntries(entries.filter(([name, value]) => isKept(name, value)));
  const lost = entries.filter(([name, value]) => value !== undefined && !isKept(name, value)).map(([name]) => name);
  draft.elements.delete(id);
  const fresh = newElement(draft, { type: to, id, parent, properties: kept });
  return isRefusal(fresh) ? fresh : { element: fresh, lost };
}

/** A trigger is kept only where that type may have it. */
function fits(to: ElementType, name: string, value: unknown): boolean {
  if (name !== 'trigger') return true;
  return typeof value === 'object' && value !== null && 'type' in value && ELEMENTS[to].triggers.some((trigger) => trigger === value.type);
}

/** Tasks and sub-processes keep their size when they become another kind of task or sub-process. */
const isResizable = (type: ElementType) => ELEMENTS[type].isActivity;

function fitShape(draft: Draft, before: Element, to: ElementType): string | undefined {
  const shape = shapeOf(draft, before.id);
  if (!shape) return undefined;
  if (ELEMENTS[before.type].category === ELEMENTS[to].category && isResizable(to)) return startInNewContainer(draft, before.id);
  const { isCollapsed: _isCollapsed, expanded: _expanded, ...kept } = shape;
  const resized = { ...kept, ...boxAround(centreOf(shape), ELEMENTS[to].size) };
  place(draft, before.id, resized);
  moveBoundaryEventsWithHost(draft, before.id, shape, resized);
  const start = startInNewContainer(draft, before.id);
  growContainerToContent(draft, before.parent);
  return start;
}
