import { isBoundaryEvent, isEventSubProcess } from '../elements/roles.ts';
import type { Element } from '../graph.ts';
import { capital, nameOf } from '../naming.ts';
import { error, type Fix, type Problem, warning } from '../problem.ts';
import { TRIGGERS, type TriggerType } from '../triggers/registry.ts';
import { triggersOf } from '../triggers/triggers-of.ts';
import { forEachElement, type Rule, type RuleContext } from './rule.ts';

/** What they tell of has broken the work off already, or ended it (BPMN 2.0.2, 10.5.2 and 10.5.4, tables 10.86 and 10.90). */
const ALWAYS_INTERRUPT: readonly TriggerType[] = ['error', 'cancel', 'compensation'];

/** Events that must interrupt do, and only events that could are told not to. */
export const interruptionsFit: Rule = forEachElement((element, context) => {
  if (isBoundaryEvent(element)) return element.cancelActivity === false ? mustInterrupt(element, 'cancelActivity') : [];
  if (element.type !== 'startEvent' || element.isInterrupting !== false) return [];
  return startsEventSubProcess(element, context) ? mustInterrupt(element, 'isInterrupting') : [ignored(element)];
});

function startsEventSubProcess({ parent }: Element, { index }: RuleContext): boolean {
  const scope = parent === undefined ? undefined : index.element(parent);
  return scope !== undefined && isEventSubProcess(scope);
}

function mustInterrupt(element: Element, property: string): Problem[] {
  return triggersOf(element)
    .filter(({ trigger }) => ALWAYS_INTERRUPT.includes(trigger.type))
    .map(({ trigger }) => {
      const message = `Expected ${nameOf(element)} to interrupt, because its trigger is ${TRIGGERS[trigger.type].label.toLowerCase()}, but it is set not to.`;
      return error('must-interrupt', message, { elementId: element.id, path: property, fix: interrupt(element, property) });
    });
}

const ignored = (element: Element): Problem =>
  warning(
    'interrupting-ignored',
    `${capital(nameOf(element))} is set not to interrupt: expected that only at the start of an event sub-process, but it is another one, where it means nothing.`,
    { elementId: element.id, path: 'isInterrupting', fix: interrupt(element, 'isInterrupting') },
  );

const interrupt = ({ id }: Element, property: string): Fix => ({ type: 'set', id, property, value: null, label: 'Let it interrupt' });
