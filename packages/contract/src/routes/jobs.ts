import { z } from 'zod';
import { defineRoute } from '../define-route.ts';
import { instant, valuesSchema } from '../values.ts';

export const jobSchema = z.object({
  /** Also the idempotency key of the work: the same on every attempt. */
  id: z.string(),
  type: z.string(),
  attempt: z.int(),
  retries: z.int(),
  deadline: instant(),
  headers: z.record(z.string(), z.string()),
  variables: valuesSchema,
  instanceId: z.string(),
  elementId: z.string(),
  processKey: z.string(),
});
export type Job = z.infer<typeof jobSchema>;

const access = { permission: 'job:work' } as const;
/** Which lease a worker speaks for: the `attempt` it was given. Without it, the newest lease of that worker counts. */
const lease = { worker: z.string().max(200).optional(), attempt: z.int32().optional() };

export const activateJobs = defineRoute({
  method: 'POST',
  path: '/jobs/activate',
  tag: 'Jobs',
  summary: 'Take jobs, waiting for some if there are none',
  access,
  body: z.strictObject({
    type: z.string().min(1).max(255),
    worker: z.string().min(1).max(200),
    maxJobs: z.int().min(1).max(500).default(1),
    timeoutMs: z.int().min(100).max(86_400_000).default(30_000),
    waitMs: z.int().min(0).max(60_000).default(0),
  }),
  response: z.object({ jobs: z.array(jobSchema) }),
});
export const completeJob = defineRoute({
  method: 'POST',
  path: '/jobs/:id/complete',
  tag: 'Jobs',
  summary: 'Report the result',
  access,
  body: z.strictObject({ variables: valuesSchema.optional(), ...lease }).default({}),
  response: z.object({ id: z.string() }),
});
export const failJob = defineRoute({
  method: 'POST',
  path: '/jobs/:id/fail',
  tag: 'Jobs',
  summary: 'Report a failure',
  access,
  body: z.strictObject({
    message: z.string().max(10_000),
    retries: z.int().min(0).max(1000).optional(),
    backoffMs: z.int().min(0).max(86_400_000).optional(),
    ...lease,
  }),
  response: z.object({ id: z.string(), retries: z.int() }),
});
/** What a process may catch; `code` of the border event or event sub-process. */
const thrownCode = z.string().min(1).max(255);
export const throwJobError = defineRoute({
  method: 'POST',
  path: '/jobs/:id/error',
  tag: 'Jobs',
  summary: 'Throw a BPMN error, for the process to catch',
  access,
  body: z.strictObject({ errorCode: thrownCode, message: z.string().max(10_000).optional(), variables: valuesSchema.optional(), ...lease }),
  response: z.object({ id: z.string() }),
});
export const escalateJob = defineRoute({
  method: 'POST',
  path: '/jobs/:id/escalate',
  tag: 'Jobs',
  summary: 'Throw an escalation; the job stays yours unless what catches it interrupts it',
  access,
  body: z.strictObject({ escalationCode: thrownCode, variables: valuesSchema.optional(), ...lease }),
  response: z.object({ id: z.string() }),
});
export const extendJob = defineRoute({
  method: 'POST',
  path: '/jobs/:id/extend',
  tag: 'Jobs',
  summary: 'Keep the lease longer',
  access,
  body: z.strictObject({ timeoutMs: z.int().min(100).max(86_400_000), ...lease }),
  response: z.object({ id: z.string(), deadline: instant() }),
});
