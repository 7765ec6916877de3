import { type Element, type GraphIndex, isActivity, isCompensationBoundary, isCompensationHandler, isContainer, isEventSubProcess } from '@baton/model';

/** The steps an event can name to be undone: those around it that have something which undoes them (BPMN 2.0.2, 10.7). */
export function undoableSteps(index: GraphIndex, event: Element): readonly Element[] {
  const scope = event.parent === undefined ? undefined : index.element(event.parent);
  // An event sub-process that undoes looks at what it stands in.
  const around = scope && isEventSubProcess(scope) ? [...index.scopeOf(event), ...index.scopeOf(scope)] : index.scopeOf(event);
  return around.filter((element) => isActivity(element) && !isCompensationHandler(element) && !isEventSubProcess(element) && canBeUndone(index, element));
}

const canBeUndone = (index: GraphIndex, element: Element): boolean =>
  isContainer(element) || element.type === 'callActivity' || index.boundaryEventsOf(element.id).some(isCompensationBoundary);
