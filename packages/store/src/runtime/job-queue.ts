import type { Json, Values } from '@baton/engine';
import type { Instant, Refused } from '../result.ts';
import type { ExecuteResult, Idempotency, LeaseClaim, RefusalCode } from './runtime.ts';

export type ActivatedJob = {
  /** Also the idempotency key of the work: the same on every attempt. */
  id: string;
  type: string;
  attempt: number;
  retries: number;
  deadline: Instant;
  headers: { [name: string]: string };
  variables: Values;
  instanceId: string;
  elementId: string;
  processKey: string;
};

type OnJob = { readonly tenantId: string; readonly jobId: string; readonly lease: LeaseClaim; readonly idempotency?: Idempotency | undefined };

/** Work for workers: at least once, with a lease that a late worker can't speak for. */
export interface JobQueue {
  /** Takes up to `maxJobs` that are free (never taken, due again after a failure, or their lease ran out). Doesn't wait. */
  activate(request: { tenantId: string; type: string; worker: string; maxJobs: number; timeoutMs: number }): Promise<ActivatedJob[]>;
  complete(request: OnJob & { readonly variables: Values }): Promise<ExecuteResult>;
  /** `retries`: what is left afterwards; default: one less than before. Answer carries what is left in the effects `job.retry`. */
  fail(
    request: OnJob & { readonly message: string; readonly retries?: number | undefined; readonly backoffMs?: number | undefined },
  ): Promise<ExecuteResult & { retries?: number }>;
  /** A BPMN error that the process may catch. */
  throwError(request: OnJob & { readonly code: string; readonly message?: string | undefined; readonly variables: Values }): Promise<ExecuteResult>;
  /** An escalation that the process may catch; the job goes on unless what catches it interrupts it. */
  escalate(request: OnJob & { readonly code: string; readonly variables: Values }): Promise<ExecuteResult>;
  extend(request: OnJob & { readonly timeoutMs: number }): Promise<{ ok: true; deadline: Instant } | Refused<RefusalCode | 'job-not-found'>>;
  /** A hint from this process that a job of this type may be free now; polling stays the truth. */
  onAvailable(listener: (hint: { tenantId: string; type: string }) => void): () => void;
}

export type JobAnswer = Json;
