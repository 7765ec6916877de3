import { ELEMENTS } from '../elements/registry.ts';
import { isBoundaryEvent } from '../elements/roles.ts';
import type { Element } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { capital, nameOf } from '../naming.ts';
import { ALLOWED, refuse, type Verdict } from '../problem.ts';
import { TRIGGERS, type TriggerType } from '../triggers/registry.ts';
import { triggersAt } from './triggers-at.ts';

/** May an event have that trigger where it stands? */
export const canCarry = (index: GraphIndex, element: Element, trigger: TriggerType): Verdict =>
  triggersAt(index, element).includes(trigger) ? ALLOWED : refuse('trigger-not-allowed', whyNotCarry(index, element, trigger));

export function whyNotCarry(index: GraphIndex, element: Element, trigger: TriggerType): string {
  const kind = kindOf(element, trigger, index);
  const label = TRIGGERS[trigger].label.toLowerCase();
  return `${capital(nameOf(element))} is a ${kind} with the trigger ${label}: expected another one, but a ${kind} can't have it.`;
}

/** Where its kind could have the trigger elsewhere, the sentence says where it stands. */
function kindOf(element: Element, trigger: TriggerType, index: GraphIndex): string {
  const { label, triggers }: { label: string; triggers: readonly (TriggerType | null)[] } = ELEMENTS[element.type];
  if (!triggers.includes(trigger)) return label.toLowerCase();
  const [word, id] = isBoundaryEvent(element) ? ['on', element.attachedTo] : ['in', element.parent];
  const place = id === undefined ? undefined : index.element(id);
  return `${label.toLowerCase()} ${word} ${place ? nameOf(place) : 'the process'}`;
}
