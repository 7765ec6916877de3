import type { EditCommand } from '@baton/editing';
import { DEFAULT_OUTCOMES, ELEMENTS, type Element } from '@baton/model';
import { approvalOf } from '../canvas/element-words.ts';
import { itemOf, PALETTE, type PaletteItem } from './palette-items.ts';
import { outcomeVariable } from './rename-commands.ts';

/** What an element can become without changing its outline: another step, another gateway. */
export function changesFor(element: Element): readonly PaletteItem[] {
  const { category, incoming, outgoing } = ELEMENTS[element.type];
  const current = itemOf(element);
  if ('attachedTo' in element) return [];
  return PALETTE.filter((item) => {
    const to = ELEMENTS[item.elementType];
    const fits = to.category === category && incoming.max > 0 === to.incoming.max > 0 && outgoing.max > 0 === to.outgoing.max > 0;
    return fits && item.id !== current?.id;
  });
}

/** An approval is a user task with a question: changing between the two only adds or takes away the question. */
export function changeCommands(element: Element, item: PaletteItem): [EditCommand, ...EditCommand[]] {
  const isSameType = element.type === item.elementType;
  const wantsApproval = item.properties?.approval !== undefined;
  const approval = wantsApproval
    ? { outcomes: DEFAULT_OUTCOMES.map((outcome) => ({ ...outcome })), ...(element.name ? { resultVariable: outcomeVariable(element.name) } : {}) }
    : null;
  const setApproval: EditCommand = { type: 'setProperties', id: element.id, properties: { approval } };
  const change: EditCommand = { type: 'changeType', id: element.id, to: item.elementType };
  if (isSameType) return [setApproval];
  return wantsApproval && !approvalOf(element) ? [change, setApproval] : [change];
}
