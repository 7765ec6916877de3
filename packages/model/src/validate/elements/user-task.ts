import type { ElementOf } from '../../graph.ts';
import { isIsoDuration, isIsoInstant } from '../../iso-8601.ts';
import { nameOf } from '../../naming.ts';
import { error, type Problem, warning } from '../../problem.ts';
import { isExpression } from '../../text.ts';

export const checkUserTask = (task: ElementOf<'userTask'>): Problem[] => [
  ...nobodyAssigned(task),
  ...duplicateOutcomes(task),
  ...checkDate(task, 'dueDate'),
  ...checkDate(task, 'followUpDate'),
];

function nobodyAssigned(task: ElementOf<'userTask'>): Problem[] {
  const { assignee, candidateUsers, candidateGroups } = task;
  if ([assignee, candidateUsers, candidateGroups].some(namesSomebody)) return [];
  const message = `Expected ${nameOf(task)} to say who does it, but nobody is named: somebody with oversight must assign each one.`;
  const fix = { type: 'set', id: task.id, property: 'assignee', value: '=initiator', label: 'Let whoever starts the process do it' } as const;
  return [warning('nobody-assigned', message, { elementId: task.id, path: 'assignee', fix })];
}

const namesSomebody = (names: string | readonly string[] | undefined) =>
  typeof names === 'string' ? names.trim() !== '' : (names ?? []).some((name) => name.trim() !== '');

function duplicateOutcomes(task: ElementOf<'userTask'>): Problem[] {
  const values = task.approval?.outcomes?.map((outcome) => outcome.value) ?? [];
  return values.flatMap((value, i) => {
    if (values.indexOf(value) === i) return [];
    return [
      error('outcome-duplicate', `Expected each outcome of ${nameOf(task)} once, but “${value}” is there twice.`, {
        elementId: task.id,
        path: `approval.outcomes.${i}.value`,
      }),
    ];
  });
}

function checkDate(task: ElementOf<'userTask'>, property: 'dueDate' | 'followUpDate'): Problem[] {
  const text = task[property]?.trim();
  if (!text || isExpression(text) || isIsoInstant(text) || isIsoDuration(text)) return [];
  const message = `Expected a date such as 2026-03-31T17:00:00Z or a time span such as P2D at ${nameOf(task)}, but found “${text.slice(0, 60)}”.`;
  return [error('date-invalid', message, { elementId: task.id, path: property })];
}
