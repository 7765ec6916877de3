import type { ElementOf } from '../../graph.ts';
import type { Problem } from '../../problem.ts';
import { checkMessage } from '../events-are-named.ts';
import type { RuleContext } from '../rule.ts';
import { checkJob, checkOneWay } from './job.ts';

/** A message that is sent, or a job for a worker that sends it. */
export function checkSendTask(task: ElementOf<'sendTask'>, context: RuleContext): Problem[] {
  if (task.job) return [...checkJob(task, task.job), ...checkOneWay(task, ['a job', ...(task.message ? ['a message'] : [])])];
  return checkMessage({ message: task.message, element: task, path: 'message', isThrown: true }, context);
}
