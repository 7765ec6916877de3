import type { CommandOf, Rejection } from '../command.ts';
import type { Execution } from '../execution.ts';
import { closeIncidents } from '../mechanics/cancellation.ts';
import { throwError, throwEscalation } from '../mechanics/errors.ts';
import type { LiveElement } from '../state.ts';
import { type Handler, reject, rejectValues } from './handler.ts';

const findJob = (x: Execution, key: string): LiveElement | null => {
  const job = x.draft.elements.get(key);
  return job?.awaits?.kind === 'job' ? job : null;
};
const notFound = (key: string): Rejection => reject('job-not-found', `Expected an open job ${key}, but there is none, or it is done.`);

/** Also of a job that had failed for good: a late success is a success. */
export const completeJob: Handler<CommandOf<'completeJob'>> = (x, { jobKey, variables }) => {
  const job = findJob(x, jobKey);
  if (!job) return notFound(jobKey);
  const rejection = rejectValues(x, variables);
  if (rejection) return rejection;
  x.emit({ type: 'job.completed', key: job.key, elementId: job.elementId });
  closeIncidents(x, job.key);
  x.resume(x.nodeOf(job), job, { kind: 'job', values: variables });
  return null;
};

export const failJob: Handler<CommandOf<'failJob'>> = (x, { jobKey, message, retries, retryAt }) => {
  const job = findJob(x, jobKey);
  if (!job) return notFound(jobKey);
  if (job.incident !== undefined)
    return reject('job-not-found', `Expected job ${jobKey} to be tried, but it has failed for good and waits for its incident to be resolved.`);
  x.emit({ type: 'job.failed', key: job.key, elementId: job.elementId, message, retries, ...(retryAt === undefined ? {} : { retryAt }) });
  if (retries > 0) return null;
  const node = x.nodeOf(job);
  x.raise(node, job, { code: 'job-failed', message: `Expected “${node.label}” to be done, but its job failed and no try is left: ${message}` });
  return null;
};

export const throwJobError: Handler<CommandOf<'throwJobError'>> = (x, { jobKey, code, message, variables }) => {
  const job = findJob(x, jobKey);
  if (!job) return notFound(jobKey);
  const rejection = rejectValues(x, variables);
  if (rejection) return rejection;
  const next = throwError(x, job, { code, values: variables, ...(message === undefined ? {} : { message }) });
  if (next.kind !== 'fail') return null;
  x.emit({ type: 'job.failed', key: job.key, elementId: job.elementId, message: next.failure.message, retries: 0 });
  if (job.incident === undefined) x.raise(x.nodeOf(job), job, next.failure);
  return null;
};

/** Somebody around it may break it off; else the worker goes on with the job. */
export const escalateJob: Handler<CommandOf<'escalateJob'>> = (x, { jobKey, code, variables }) => {
  const job = findJob(x, jobKey);
  if (!job) return notFound(jobKey);
  const rejection = rejectValues(x, variables);
  if (rejection) return rejection;
  throwEscalation(x, job, { code, values: variables });
  return null;
};
