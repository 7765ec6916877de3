import type { Element } from '../graph.ts';
import type { SingleTrigger } from './single.ts';

export interface TriggerAt {
  readonly trigger: SingleTrigger;
  /** e.g. `trigger`, or `trigger.triggers.0` inside a multiple one. */
  readonly path: string;
}

/** The triggers of an event, those of a multiple one each for itself. */
export function triggersOf(element: Element): readonly TriggerAt[] {
  if (!('trigger' in element) || !element.trigger) return [];
  const { trigger } = element;
  if (trigger.type !== 'multiple' && trigger.type !== 'parallelMultiple') return [{ trigger, path: 'trigger' }];
  return trigger.triggers.map((each, i) => ({ trigger: each, path: `trigger.triggers.${i}` }));
}

/** Events that throw; all others catch. */
export const isThrowing = ({ type }: Element) => type === 'endEvent' || type === 'intermediateThrowEvent';
