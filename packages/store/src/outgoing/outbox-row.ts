import type { Pool, PoolClient } from 'pg';
import { HEAD_START_MS } from './head-start.ts';
import type { OutboxItem } from './outbox-item.ts';

/** A row as whoever works on it needs it. */
export type OutboxEntry = {
  readonly tenantId: string;
  readonly id: string;
  readonly instanceId: string | null;
  readonly item: OutboxItem;
  readonly attempts: number;
};

/** How long whoever came for a row of another has it to themselves. */
const LEASE_MS = 30_000;
const MAX_PAUSE_MS = 300_000;

type Row = { tenant_id: string; id: string; instance_id: string | null; payload: OutboxItem; attempts: number };

/** Those locked by another node are skipped, so that nodes don't wait for each other. */
const CLAIM = `WITH due AS (
    SELECT tenant_id, id FROM outbox WHERE available_at <= $1 ORDER BY available_at, number LIMIT $2 FOR UPDATE SKIP LOCKED)
  UPDATE outbox o SET available_at = $1::timestamptz + $3 * interval '1 millisecond', attempts = o.attempts + 1
  FROM due d WHERE o.tenant_id = d.tenant_id AND o.id = d.id
  RETURNING o.tenant_id, o.id, o.instance_id, o.payload, o.attempts, o.number`;

export async function claimOutbox(pool: Pool, now: number, limit: number): Promise<OutboxEntry[]> {
  const { rows } = await pool.query<Row & { number: string }>({ name: 'claim_outbox', text: CLAIM, values: [new Date(now), limit, LEASE_MS] });
  return rows
    .sort((a, b) => Number(a.number) - Number(b.number))
    .map((row) => ({ tenantId: row.tenant_id, id: row.id, instanceId: row.instance_id, item: row.payload, attempts: row.attempts }));
}

/** Each is written once, however often it is tried. */
export async function writeOutbox(client: Pool | PoolClient, entries: readonly Omit<OutboxEntry, 'attempts'>[], now: number): Promise<OutboxEntry[]> {
  const rows = entries.map(({ tenantId, id, instanceId, item }) => ({ tenant_id: tenantId, id, instance_id: instanceId, kind: item.kind, payload: item }));
  await client.query(
    `INSERT INTO outbox (tenant_id, instance_id, id, kind, payload, available_at) SELECT r.tenant_id, r.instance_id, r.id, r.kind, r.payload, $2
      FROM jsonb_to_recordset($1::jsonb) AS r(tenant_id text, instance_id uuid, id text, kind text, payload jsonb) ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows), new Date(now + HEAD_START_MS)],
  );
  return entries.map((entry) => ({ ...entry, attempts: 0 }));
}

/** True if it was still there. */
export async function removeOutbox(client: Pool | PoolClient, { tenantId, id }: Pick<OutboxEntry, 'tenantId' | 'id'>): Promise<boolean> {
  const { rowCount } = await client.query('DELETE FROM outbox WHERE tenant_id = $1 AND id = $2', [tenantId, id]);
  return rowCount === 1;
}

/** It could not be done now: later and later. */
export async function postponeOutbox(pool: Pool, { tenantId, id, attempts }: OutboxEntry, now: number): Promise<void> {
  const pauseMs = Math.min(1000 * 2 ** Math.min(attempts, 10), MAX_PAUSE_MS);
  await pool.query('UPDATE outbox SET available_at = $3 WHERE tenant_id = $1 AND id = $2', [tenantId, id, new Date(now + pauseMs)]);
}
