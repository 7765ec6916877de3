import type { ElementOf } from '../../graph.ts';
import { nameOf } from '../../naming.ts';
import { error, type Problem } from '../../problem.ts';

export function checkServiceTask(task: ElementOf<'serviceTask'>): Problem[] {
  if (task.job?.type.trim()) return [];
  return [
    error('job-type-missing', `Expected ${nameOf(task)} to name the kind of job a worker takes, but it names none.`, { elementId: task.id, path: 'job.type' }),
  ];
}
