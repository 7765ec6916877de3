import { isActivity, isCompensationBoundary, isCompensationHandler, isContainer, isEventSubProcess } from '../elements/roles.ts';
import type { Element, ElementOf } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { capital, nameOf } from '../naming.ts';
import { error, type Fix, type Problem, warning } from '../problem.ts';
import { isThrowing, triggersOf } from '../triggers/triggers-of.ts';
import { forEachElement, type Rule, type RuleContext } from './rule.ts';

/** Each compensation border event is associated with one step that undoes, and what shall be undone can be (BPMN 2.0.2, 10.7). */
export const compensationIsHandled: Rule = forEachElement((element, context) => [
  ...(isCompensationBoundary(element) ? checkHandlers(element, context) : []),
  ...(isCompensationHandler(element) ? checkUse(element, context) : []),
  ...(isThrowing(element) ? checkThrown(element, context) : []),
]);

/** The elements an associations leads to; notes are not counted. */
const associatedWith = (index: GraphIndex, { id }: Element): Element[] =>
  index
    .associationsAt(id)
    .filter(({ type }) => type === 'association')
    .flatMap(({ from, to }) => index.element((from === id ? to : from) ?? '') ?? []);

function checkHandlers(event: ElementOf<'boundaryEvent'>, { index }: RuleContext): Problem[] {
  const [handler, ...others] = associatedWith(index, event);
  const where = { elementId: event.id };
  if (!handler)
    return [error('compensation-handler-missing', `Expected an association from ${nameOf(event)} to the step that undoes, but there is none.`, where)];
  if (others.length > 0)
    return [error('compensation-handler-duplicate', `Expected one step that undoes at ${nameOf(event)}, but there are ${others.length + 1}.`, where)];
  return checkFit(event, handler, index);
}

function checkFit(event: Element, handler: Element, index: GraphIndex): Problem[] {
  const expected = `Expected ${nameOf(event)} to be associated with a step that undoes, but ${nameOf(handler)}`;
  const unfit = (why: string, fix?: Fix) => [error('compensation-handler-unfit', `${expected} ${why}.`, { elementId: handler.id, ...(fix && { fix }) })];
  if (!isActivity(handler) || isEventSubProcess(handler)) return unfit('is no task or sub-process');
  if (handler.parent !== event.parent || index.poolOf(handler) !== index.poolOf(event)) return unfit('lies in another process or sub-process');
  if (isCompensationHandler(handler)) return [];
  const fix: Fix = { type: 'set', id: handler.id, property: 'isForCompensation', value: true, label: 'Let it run only to undo' };
  return unfit('is an ordinary step: it is not marked as one that only undoes', fix);
}

function checkUse(handler: Element, { index }: RuleContext): Problem[] {
  if (associatedWith(index, handler).some(isCompensationBoundary)) return [];
  const fix: Fix = { type: 'set', id: handler.id, property: 'isForCompensation', value: null, label: 'Make it an ordinary step' };
  const message = `${capital(nameOf(handler))} runs only to undo a step: expected an association from a compensation border event, but there is none, so it never runs.`;
  return [warning('compensation-handler-unused', message, { elementId: handler.id, path: 'isForCompensation', fix })];
}

function checkThrown(event: Element, { index }: RuleContext): Problem[] {
  return triggersOf(event).flatMap(({ trigger, path }) => {
    if (trigger.type !== 'compensation' || trigger.activity === undefined) return [];
    const step = index.element(trigger.activity);
    const where = { elementId: event.id, path: `${path}.activity` };
    if (!step || !isActivity(step))
      return [error('reference-unknown', `Expected ${nameOf(event)} to undo a task or sub-process, but “${trigger.activity}” is none.`, where)];
    if (isContainer(step) || step.type === 'callActivity' || index.boundaryEventsOf(step.id).some(isCompensationBoundary)) return [];
    return [warning('nothing-to-compensate', `Expected something that undoes ${nameOf(step)}, but it has no compensation border event.`, where)];
  });
}
