import { type Behaviour, doneWith, failWith, waitFor } from '../behaviour.ts';
import { jobOf } from '../mechanics/jobs.ts';

/** Hands a job to a worker and waits for its result. Without a job type it passes through. */
export const serviceTask: Behaviour<'serviceTask'> = ({ node, element }) => {
  if (!element.job) return {};
  const evaluateJob = jobOf(element.job);
  return {
    enter: (x, token) => {
      const job = evaluateJob(x, node, token.key);
      if (!job.ok) return failWith(job.failure);
      x.emit({ type: 'job.opened', key: token.key, elementId: node.id, ...job.value });
      return waitFor({ kind: 'job' });
    },
    resume: (_x, _token, trigger) => doneWith(trigger.kind === 'job' ? trigger.values : {}),
    cancel: (x, token) => {
      if (token.awaits?.kind === 'job') x.emit({ type: 'job.cancelled', key: token.key, elementId: node.id });
    },
  };
};
