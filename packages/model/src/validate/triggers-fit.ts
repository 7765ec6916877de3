import { ELEMENTS } from '../elements/registry.ts';
import type { Element } from '../graph.ts';
import { capital, nameOf, oneOf } from '../naming.ts';
import { error, type Problem } from '../problem.ts';
import { TRIGGERS, type TriggerType } from '../triggers/registry.ts';
import { forEachElement, type Rule } from './rule.ts';

/** An event carries a trigger its kind may have, and has one where it needs one. */
export const triggersFit: Rule = forEachElement((element) => {
  const allowed: readonly (TriggerType | null)[] = ELEMENTS[element.type].triggers;
  const trigger = triggerOf(element);
  if (allowed.includes(trigger)) return [];
  if (allowed.length === 0) return [];
  return [trigger === null ? missing(element, allowed) : notAllowed(element, trigger)];
});

const triggerOf = (element: Element): TriggerType | null => ('trigger' in element ? (element.trigger?.type ?? null) : null);

function missing(element: Element, allowed: readonly (TriggerType | null)[]): Problem {
  const labels = allowed.flatMap((type) => (type ? [TRIGGERS[type].label.toLowerCase()] : []));
  return error('trigger-missing', `Expected ${nameOf(element)} to say what it waits for (${oneOf(labels)}), but it says nothing.`, {
    elementId: element.id,
    path: 'trigger',
  });
}

function notAllowed(element: Element, trigger: TriggerType): Problem {
  const fix = { type: 'set', id: element.id, property: 'trigger', value: null, label: 'Take it away' } as const;
  const kind = ELEMENTS[element.type].label.toLowerCase();
  return error(
    'trigger-not-allowed',
    `${capital(nameOf(element))} is a ${kind} with the trigger ${TRIGGERS[trigger].label.toLowerCase()}: expected another one, but a ${kind} can't have it.`,
    {
      elementId: element.id,
      path: 'trigger',
      fix,
    },
  );
}
