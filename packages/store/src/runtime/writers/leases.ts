import { recordset } from './recordset.ts';

/** What a worker claims to hold. Null: not said. */
export type LeaseRow = { tenant_id: string; instance_id: string; key: string; attempt: number | null; worker: string | null };

/** Locks the jobs whose lease is as claimed and not over by the database's clock. */
export const heldLeases = (parameter: number) => `SELECT r.instance_id, r.key, r.attempt, r.worker FROM job j JOIN ${claimed(parameter)}
    ON j.tenant_id = r.tenant_id AND j.instance_id = r.instance_id AND j.key = r.key
  WHERE j.worker IS NOT NULL AND j.available_at > clock_timestamp()
    AND (r.attempt IS NULL OR j.attempt = r.attempt) AND (r.worker IS NULL OR j.worker = r.worker)
  FOR UPDATE OF j`;

export const lostLeases = (parameter: number) => `SELECT r.instance_id, r.key, r.attempt, r.worker FROM ${claimed(parameter)}
  WHERE NOT EXISTS (SELECT 1 FROM held h WHERE h.instance_id = r.instance_id AND h.key = r.key
    AND h.attempt IS NOT DISTINCT FROM r.attempt AND h.worker IS NOT DISTINCT FROM r.worker)`;

export const UNLESS_LOST = '\n    AND NOT EXISTS (SELECT 1 FROM lost l WHERE l.instance_id = n.id)';

const claimed = (parameter: number) => recordset(parameter, 'tenant_id text, instance_id uuid, key text, attempt int, worker text');
