import { ELEMENTS, type Element, type ElementType, TRIGGERS, type TriggerType } from '@baton/model';

export type EventType = Extract<ElementType, 'startEvent' | 'intermediateCatchEvent' | 'intermediateThrowEvent' | 'boundaryEvent' | 'endEvent'>;

export interface EventVariant {
  readonly type: EventType;
  readonly trigger: TriggerType | null;
  /** Lets what it interrupts go on. */
  readonly isNonInterrupting?: boolean;
}

const several = { multiple: 'first of several', parallelMultiple: 'all of several' } as const;
const triggerWord = (trigger: TriggerType): string => (trigger === 'multiple' || trigger === 'parallelMultiple' ? several[trigger] : TRIGGERS[trigger].label);
const low = (trigger: TriggerType) => triggerWord(trigger).toLowerCase();
const high = (trigger: TriggerType) => triggerWord(trigger).charAt(0).toUpperCase() + triggerWord(trigger).slice(1);

const WORDS: { readonly [T in EventType]: (trigger: TriggerType | null) => string } = {
  startEvent: (trigger) => (trigger ? `${high(trigger)} start` : 'Start'),
  intermediateCatchEvent: (trigger) => (trigger === null ? 'Wait' : trigger === 'link' ? 'Link target' : `Wait for ${low(trigger)}`),
  intermediateThrowEvent: (trigger) => {
    if (trigger === null) return 'Milestone';
    if (trigger === 'link') return 'Link source';
    return trigger === 'multiple' ? 'Announce several' : `Announce ${low(trigger)}`;
  },
  boundaryEvent: (trigger) => (trigger ? `${high(trigger)} border event` : ELEMENTS.boundaryEvent.label),
  endEvent: (trigger) => {
    if (trigger === null) return 'End';
    if (trigger === 'terminate') return 'End everything';
    return trigger === 'multiple' ? 'Several ends' : `${high(trigger)} end`;
  },
};

/** "Message start", "Timer border event, non-interrupting". */
export const eventWord = ({ type, trigger, isNonInterrupting }: EventVariant): string =>
  `${WORDS[type](trigger)}${isNonInterrupting ? ', non-interrupting' : ''}`;

/** `null`: it is no event. */
export function variantOf(element: Element): EventVariant | null {
  if (!('trigger' in element) && ELEMENTS[element.type].triggers.length === 0) return null;
  const trigger = 'trigger' in element ? (element.trigger?.type ?? null) : null;
  const isNonInterrupting =
    (element.type === 'boundaryEvent' && element.cancelActivity === false) || (element.type === 'startEvent' && element.isInterrupting === false);
  return { type: element.type as EventType, trigger, ...(isNonInterrupting && { isNonInterrupting }) };
}
