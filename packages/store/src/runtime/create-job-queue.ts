import type { InstanceState } from '@baton/engine';
import { variablesVisibleAt } from '@baton/engine';
import type { Pool } from 'pg';
import { parseRowId, rowIdOf } from '../ids.ts';
import { refused } from '../result.ts';
import type { StoreLog } from '../store.ts';
import type { ActivatedJob, JobQueue } from './job-queue.ts';
import type { Runtime } from './runtime.ts';

type JobHead = {
  instance_id: string;
  key: string;
  type: string;
  attempt: number;
  retries: number;
  available_at: Date;
  headers: { [name: string]: string };
  element_id: string;
  process_key: string;
};

/** A lease that ran out makes a job free by itself: nobody has to notice. Each taking is a new attempt. A suspended instance's jobs wait with it. */
const ACTIVATE = `WITH free AS (
    SELECT tenant_id, instance_id, key FROM job
    WHERE tenant_id = $1 AND type = $2 AND retries > 0 AND available_at <= $6::timestamptz
      AND NOT EXISTS (SELECT 1 FROM instance i WHERE i.tenant_id = job.tenant_id AND i.id = job.instance_id AND i.status = 'suspended')
    ORDER BY available_at LIMIT $3 FOR UPDATE SKIP LOCKED),
  taken AS (
    UPDATE job j SET attempt = j.attempt + 1, worker = $4, available_at = $6::timestamptz + $5 * interval '1 millisecond'
    FROM free f WHERE j.tenant_id = f.tenant_id AND j.instance_id = f.instance_id AND j.key = f.key
    RETURNING j.tenant_id, j.instance_id, j.key, j.type, j.attempt, j.retries, j.available_at, j.headers, j.element_id, j.process_key)
  SELECT t.*, i.state FROM taken t JOIN instance i ON i.tenant_id = t.tenant_id AND i.id = t.instance_id`;

const EXTEND = `UPDATE job SET available_at = $7::timestamptz + $4 * interval '1 millisecond'
  WHERE tenant_id = $1 AND instance_id = $2 AND key = $3 AND worker IS NOT NULL AND available_at > clock_timestamp()
    AND ($5::int IS NULL OR attempt = $5) AND ($6::text IS NULL OR worker = $6)
  RETURNING available_at`;

export function createJobQueue({ pool, runtime, now, log }: { pool: Pool; runtime: Runtime; now: () => number; log: StoreLog }): JobQueue {
  const listeners = new Set<(hint: { tenantId: string; type: string }) => void>();

  function hint(tenantId: string, types: Iterable<string>): void {
    for (const type of new Set(types)) for (const listener of listeners) listener({ tenantId, type });
  }

  runtime.onCommitted((changes) => {
    for (const { tenantId, effects } of changes) {
      if (!listeners.size) return;
      const types = effects.flatMap((effect) => (effect.kind === 'job.open' ? [effect.jobType] : []));
      if (types.length) hint(tenantId, types);
    }
  });

  async function headOf(tenantId: string, jobId: string) {
    const id = parseRowId(jobId);
    if (!id) return null;
    const { rows } = await pool.query<{ retries: number; type: string }>(
      'SELECT retries, type FROM job WHERE tenant_id = $1 AND instance_id = $2 AND key = $3',
      [tenantId, id.instanceId, id.key],
    );
    return rows[0] ?? null;
  }

  const notFound = (jobId: string) =>
    refused('job-not-found', `Expected an open job ${jobId}, but there is none: it was completed, or its instance went on without it.`);

  return {
    async activate({ tenantId, type, worker, maxJobs, timeoutMs }) {
      const { rows } = await pool.query<JobHead & { state: InstanceState }>({
        name: 'activate_jobs',
        text: ACTIVATE,
        values: [tenantId, type, maxJobs, worker, timeoutMs, new Date(now())],
      });
      return rows.map(activated);
    },

    async complete({ tenantId, jobId, lease, variables, idempotency }) {
      const id = parseRowId(jobId);
      if (!id) return notFound(jobId);
      return runtime.execute({ tenantId, instanceId: id.instanceId, command: { type: 'completeJob', jobKey: id.key, variables }, lease, idempotency });
    },

    async fail({ tenantId, jobId, lease, message, retries, backoffMs = 0, idempotency }) {
      const id = parseRowId(jobId);
      const head = await headOf(tenantId, jobId);
      if (!id || !head) return notFound(jobId);
      const left = retries ?? Math.max(0, head.retries - 1);
      const retryAt = backoffMs > 0 ? { retryAt: now() + backoffMs } : {};
      const result = await runtime.execute({
        tenantId,
        instanceId: id.instanceId,
        command: { type: 'failJob', jobKey: id.key, message, retries: left, ...retryAt },
        lease,
        idempotency,
      });
      if (!result.ok) return result;
      if (left > 0) wakeLater(tenantId, head.type, backoffMs);
      return { ...result, retries: left };
    },

    async throwError({ tenantId, jobId, lease, code, message, variables, idempotency }) {
      const id = parseRowId(jobId);
      if (!id) return notFound(jobId);
      const command = { type: 'throwJobError', jobKey: id.key, code, variables, ...(message === undefined ? {} : { message }) } as const;
      return runtime.execute({ tenantId, instanceId: id.instanceId, command, lease, idempotency });
    },

    async escalate({ tenantId, jobId, lease, code, variables, idempotency }) {
      const id = parseRowId(jobId);
      if (!id) return notFound(jobId);
      return runtime.execute({ tenantId, instanceId: id.instanceId, command: { type: 'escalateJob', jobKey: id.key, code, variables }, lease, idempotency });
    },

    async extend({ tenantId, jobId, lease, timeoutMs }) {
      const id = parseRowId(jobId);
      if (!id) return notFound(jobId);
      const { rows } = await pool.query<{ available_at: Date }>(EXTEND, [
        tenantId,
        id.instanceId,
        id.key,
        timeoutMs,
        lease.attempt ?? null,
        lease.worker ?? null,
        new Date(now()),
      ]);
      if (rows[0]) return { ok: true, deadline: rows[0].available_at.toISOString() };
      return (await headOf(tenantId, jobId))
        ? refused('lease-lost', `Expected the lease of job ${jobId} to be held, but it ran out, or another worker has it.`)
        : notFound(jobId);
    },

    onAvailable(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  function wakeLater(tenantId: string, type: string, afterMs: number): void {
    setTimeout(() => hint(tenantId, [type]), afterMs + 5).unref();
    log('debug', 'A job failed and will be tried again.', { type, afterMs });
  }
}

function activated(row: JobHead & { state: InstanceState }): ActivatedJob {
  return {
    id: rowIdOf(row.instance_id, row.key),
    type: row.type,
    attempt: row.attempt,
    retries: row.retries,
    deadline: row.available_at.toISOString(),
    headers: row.headers,
    variables: variablesVisibleAt(row.state, row.key),
    instanceId: row.instance_id,
    elementId: row.element_id,
    processKey: row.process_key,
  };
}
