import type { Element } from '../graph.ts';
import type { TriggerType } from '../triggers/registry.ts';

const SINGLE: ReadonlySet<TriggerType> = new Set<TriggerType>(['message', 'signal', 'timer', 'conditional']);

/** What may stand behind an event-based gateway (BPMN 2.0.2, 10.6.6). One without a trigger is not finished yet. */
export function mayFollowEventGateway(element: Element): boolean {
  if (element.type === 'receiveTask') return element.instantiate !== true;
  if (element.type !== 'intermediateCatchEvent') return false;
  const { trigger } = element;
  if (!trigger || SINGLE.has(trigger.type)) return true;
  return trigger.type === 'multiple' && trigger.triggers.every(({ type }) => SINGLE.has(type));
}
