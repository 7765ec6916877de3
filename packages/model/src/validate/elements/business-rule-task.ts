import type { ElementOf } from '../../graph.ts';
import { capital, nameOf } from '../../naming.ts';
import { error, type Problem, warning } from '../../problem.ts';
import type { RuleContext } from '../rule.ts';
import { checkDecisionTable } from './decision-table.ts';
import { checkJob, checkOneWay } from './job.ts';

/** A decision table, or a job for a worker that decides; and somebody keeps what was decided. */
export function checkBusinessRuleTask(task: ElementOf<'businessRuleTask'>, context: RuleContext): Problem[] {
  if (task.job) return [...checkJob(task, task.job), ...checkOneWay(task, ['a job', ...(task.decision ? ['a decision table'] : [])])];
  if (!task.decision) {
    const message = `Expected ${nameOf(task)} to have a decision table, or a job for a worker that decides, but it has neither.`;
    return [error('decision-missing', message, { elementId: task.id, path: 'decision' })];
  }
  return [...checkDecisionTable(task, task.decision, context), ...resultNobodyKeeps(task)];
}

function resultNobodyKeeps(task: ElementOf<'businessRuleTask'>): Problem[] {
  if (task.resultVariable || task.outputs?.length) return [];
  const message = `${capital(nameOf(task))} decides something: expected a name for the result, but there is none, so it is lost.`;
  return [warning('result-variable-missing', message, { elementId: task.id, path: 'resultVariable' })];
}
