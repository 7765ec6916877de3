import type { ElementOf } from '../../graph.ts';
import type { Problem } from '../../problem.ts';
import { checkJob } from './job.ts';

export const checkServiceTask = (task: ElementOf<'serviceTask'>): Problem[] => checkJob(task, task.job);
