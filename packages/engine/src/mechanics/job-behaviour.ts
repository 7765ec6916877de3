import { doneWith, failWith, type Verbs, waitFor } from '../behaviour.ts';
import type { CompiledNode } from '../compiled-process.ts';
import { type JobSetting, jobOf } from './jobs.ts';

/** Hands a job to a worker and waits for its result. */
export function jobVerbs(node: CompiledNode, setting: JobSetting): Partial<Verbs> {
  const evaluateJob = jobOf(setting);
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
}
