import { DEFAULT_RESULT_VARIABLE, ELEMENTS, type Element, type Flow } from '@baton/model';

export const approvalOf = (element: Element) => ('approval' in element ? element.approval : undefined);

/** The word a person reads for an element: an approval is its own thing, though BPMN calls it a user task. */
export function kindWord(element: Element): string {
  if (approvalOf(element)) return 'Approval';
  if ('trigger' in element && element.trigger?.type === 'terminate') return 'End everything';
  return ELEMENTS[element.type].label;
}

export const shownName = (element: Element): string => element.name?.trim() || kindWord(element);

/** "Approve invoice, Approval, next: Decision Amount?" */
export function spokenName(element: Element, next: readonly Element[], extra: readonly string[] = []): string {
  const kind = element.name?.trim() ? [kindWord(element)] : [];
  const following = next.length ? [`next: ${next.map(shownName).join(' and ')}`] : [];
  return [shownName(element), ...kind, ...extra, ...following].join(', ');
}

/** What is written at a flow: its name, else its condition as it stands. */
export const flowText = (flow: Flow): string => flow.name?.trim() || (flow.condition ? flow.condition.replace(/^=\s*/, '').trim() : '');

export const resultVariableOf = (element: Element): string => approvalOf(element)?.resultVariable ?? DEFAULT_RESULT_VARIABLE;
