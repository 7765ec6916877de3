import type { ElementOf } from '../../graph.ts';
import { capital, nameOf } from '../../naming.ts';
import { error, type Problem, warning } from '../../problem.ts';

export function checkScriptTask(task: ElementOf<'scriptTask'>): Problem[] {
  const elementId = task.id;
  if (!task.script?.trim())
    return [error('script-missing', `Expected ${nameOf(task)} to say what is calculated, but there is no formula.`, { elementId, path: 'script' })];
  const isKept = task.resultVariable || task.outputs?.length;
  if (isKept) return [];
  return [
    warning('result-variable-missing', `${capital(nameOf(task))} calculates something: expected a name for the result, but there is none, so it is lost.`, {
      elementId,
      path: 'resultVariable',
    }),
  ];
}
