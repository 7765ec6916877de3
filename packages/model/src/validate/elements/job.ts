import type { z } from 'zod';
import type { jobSchema } from '../../elements/job.ts';
import type { Element } from '../../graph.ts';
import { nameOf } from '../../naming.ts';
import { error, type Problem } from '../../problem.ts';
import { isExpression } from '../../text.ts';

type Job = z.infer<typeof jobSchema>;

/** A worker knows by its type which jobs are meant for it; retries are a number. */
export function checkJob(element: Element, job: Job | undefined): Problem[] {
  const where = (path: string) => ({ elementId: element.id, path });
  if (!job?.type.trim())
    return [error('job-type-missing', `Expected ${nameOf(element)} to name the kind of job a worker takes, but it names none.`, where('job.type'))];
  const { retries } = job;
  if (typeof retries !== 'string' || isExpression(retries) || /^\s*(\d{1,2}|100)?\s*$/.test(retries)) return [];
  return [error('retries-invalid', `Expected 0 to 100 retries at ${nameOf(element)}, but found “${retries.slice(0, 40)}”.`, where('job.retries'))];
}

/** One way to do it, not two at once. */
export function checkOneWay(element: Element, ways: readonly string[]): Problem[] {
  if (ways.length < 2) return [];
  const message = `Expected ${nameOf(element)} to be done in one way, but there are two: ${ways.join(' and ')}.`;
  return [
    error('implementation-ambiguous', message, {
      elementId: element.id,
      path: 'job',
      fix: { type: 'set', id: element.id, property: 'job', value: null, label: 'Delete the job' },
    }),
  ];
}
