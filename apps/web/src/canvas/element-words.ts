import { DEFAULT_RESULT_VARIABLE, ELEMENTS, type Element, type Flow, type Loop } from '@baton/model';
import { eventWord, variantOf } from './event-words.ts';

/** Loops, in the words of its panel; told beside the name. */
const LOOP_WORDS: { readonly [K in Loop['kind']]: string } = { standard: 'repeats', parallel: 'several at once', sequential: 'several one after another' };
const loopWords = (element: Element): string[] => [
  ...('loop' in element && element.loop ? [LOOP_WORDS[element.loop.kind]] : []),
  ...('isForCompensation' in element && element.isForCompensation ? ['undoes a step'] : []),
];

export const approvalOf = (element: Element) => ('approval' in element ? element.approval : undefined);

/** The word a person reads for an element: an approval is its own thing, though BPMN calls it a user task. */
export function kindWord(element: Element): string {
  if (approvalOf(element)) return 'Approval';
  const event = variantOf(element);
  if (event) return eventWord(event);
  if (element.type === 'subProcess' && element.triggeredByEvent) return 'Event sub-process';
  if (element.type === 'eventBasedGateway' && element.instantiate) return element.eventGatewayType === 'parallel' ? 'Start with all' : 'Start with the first';
  return ELEMENTS[element.type].label;
}

export const shownName = (element: Element): string => element.name?.trim() || kindWord(element);

/** "Approve invoice, Approval, next: Decision Amount?" */
export function spokenName(element: Element, next: readonly Element[], extra: readonly string[] = []): string {
  const kind = element.name?.trim() ? [kindWord(element)] : [];
  const following = next.length ? [`next: ${next.map(shownName).join(' and ')}`] : [];
  return [shownName(element), ...kind, ...loopWords(element), ...extra, ...following].join(', ');
}

/** What is written at a flow: its name, else its condition as it stands. */
export const flowText = (flow: Flow): string => flow.name?.trim() || (flow.condition ? flow.condition.replace(/^=\s*/, '').trim() : '');

export const resultVariableOf = (element: Element): string => approvalOf(element)?.resultVariable ?? DEFAULT_RESULT_VARIABLE;
