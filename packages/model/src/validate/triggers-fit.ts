import { ELEMENTS } from '../elements/registry.ts';
import type { Element, Trigger } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { nameOf, oneOf } from '../naming.ts';
import { error, type Problem } from '../problem.ts';
import { whyNotCarry } from '../rules/can-carry.ts';
import { triggersAt } from '../rules/triggers-at.ts';
import { TRIGGERS, type TriggerType } from '../triggers/registry.ts';
import { isThrowing, triggersOf } from '../triggers/triggers-of.ts';
import { forEachElement, type Rule } from './rule.ts';

type Allowed = readonly (TriggerType | null)[];

/** An event carries a trigger it may have where it stands, and has one where it needs one. */
export const triggersFit: Rule = forEachElement((element, { index }) => {
  if (ELEMENTS[element.type].triggers.length === 0) return [];
  const allowed = triggersAt(index, element);
  const trigger = 'trigger' in element ? element.trigger : undefined;
  if (!allowed.includes(trigger?.type ?? null)) return [trigger ? notAllowed(element, trigger.type, { allowed, index }) : missing(element, allowed)];
  return trigger?.type === 'multiple' || trigger?.type === 'parallelMultiple' ? checkInside(element, trigger, { allowed, index }) : [];
});

function missing(element: Element, allowed: Allowed): Problem {
  const labels = allowed.flatMap((type) => (type ? [labelOf(type)] : []));
  return error('trigger-missing', `Expected ${nameOf(element)} to say what it waits for (${oneOf(labels)}), but it says nothing.`, {
    elementId: element.id,
    path: 'trigger',
  });
}

interface Place {
  readonly allowed: Allowed;
  readonly index: GraphIndex;
}

function notAllowed(element: Element, trigger: TriggerType, { allowed, index }: Place): Problem {
  const fix = { type: 'set', id: element.id, property: 'trigger', value: null, label: 'Take it away' } as const;
  return error('trigger-not-allowed', whyNotCarry(index, element, trigger), { elementId: element.id, path: 'trigger', ...(allowed.includes(null) && { fix }) });
}

/** What makes no sense as one of several: it breaks off at once, or is a line that isn't drawn. */
const NEVER_INSIDE: readonly TriggerType[] = ['link', 'terminate', 'cancel'];
/** What undoes a step is found by its own border event. */
const NEVER_CAUGHT_INSIDE: readonly TriggerType[] = [...NEVER_INSIDE, 'compensation'];
/** After an error nothing goes on that could bring the others. */
const NEVER_AWAITED_TOGETHER: readonly TriggerType[] = [...NEVER_CAUGHT_INSIDE, 'error'];

/** BPMN 2.0.2, 10.5.5: of several triggers each must be allowed there. */
function checkInside(element: Element, trigger: Trigger, { allowed, index }: Place): Problem[] {
  const inside = triggersOf(element);
  const refused = trigger.type === 'parallelMultiple' ? NEVER_AWAITED_TOGETHER : isThrowing(element) ? NEVER_INSIDE : NEVER_CAUGHT_INSIDE;
  const unfit = inside.filter((each) => !allowed.includes(each.trigger.type) || refused.includes(each.trigger.type));
  return [
    ...(inside.length < 2 ? [tooFew(element, inside.length)] : []),
    ...unfit.map((each) => ({ ...notAllowed(element, each.trigger.type, { allowed: [], index }), path: each.path })),
  ];
}

const tooFew = (element: Element, count: number): Problem =>
  error('triggers-too-few', `Expected ${nameOf(element)} to have several triggers, at least two, but it has ${count === 0 ? 'none' : 'one'}.`, {
    elementId: element.id,
    path: 'trigger.triggers',
  });

const labelOf = (type: TriggerType) => TRIGGERS[type].label.toLowerCase();
