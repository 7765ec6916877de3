import type { EditCommand } from '@baton/editing';
import type { Element, Graph } from '@baton/model';
import { approvalOf } from '../canvas/element-words.ts';
import { partOf } from './part-of.ts';

/**
 * What renaming does. An approval's answer is kept in a variable named after the step (`approveInvoiceOutcome`); it follows
 * the name as long as nobody gave it a name of his own and no condition asks for it yet. `null`: nothing changes.
 */
export function renameCommands(graph: Graph, id: string, name: string): [EditCommand, ...EditCommand[]] | null {
  const trimmed = name.trim();
  const element = graph.elements.find((candidate) => candidate.id === id);
  if ((partOf(graph, id)?.name ?? '') === trimmed) return null;
  const rename: EditCommand = { type: 'rename', id, name: trimmed };
  const variable = element && followingVariable(graph, element, trimmed);
  if (!variable) return [rename];
  return [rename, { type: 'setProperties', id, properties: { approval: { ...approvalOf(element), resultVariable: variable } } }];
}

function followingVariable(graph: Graph, element: Element, name: string): string | null {
  const approval = approvalOf(element);
  if (!approval || !name) return null;
  const current = approval.resultVariable;
  const isAutomatic = current === undefined || current === outcomeVariable(element.name ?? '');
  const isAsked = current !== undefined && graph.flows.some((flow) => flow.condition?.includes(current));
  return isAutomatic && !isAsked ? outcomeVariable(name) : null;
}

/** `Approve invoice` → `approveInvoiceOutcome`. */
export function outcomeVariable(name: string): string {
  const words = name.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  const camel = words.map((word, at) => (at === 0 ? word.charAt(0).toLowerCase() + word.slice(1) : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  return `${/^\p{L}/u.test(camel) ? camel : `_${camel}`}Outcome`;
}
