import type { Pool } from 'pg';
import { sqlState } from './runtime/database-error.ts';

const CHECK_VIOLATION = '23514';
const MONTHS_AHEAD = 3;
const KEEP_IDEMPOTENCY_KEYS = `interval '7 days'`;
/** "event" in ASCII: one node at a time makes partitions. */
const LOCK = 0x6576656e74;

/** The month of `now` and the next ones each get a partition of the log; those that are there stay. */
export async function ensureEventPartitions(pool: Pool, now: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    for (let ahead = 0; ahead < MONTHS_AHEAD; ahead++) {
      const from = monthStart(now, ahead);
      const name = `instance_event_${from.slice(0, 7).replace('-', '_')}`;
      const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [name]);
      if (rows[0]?.there) continue;
      await client
        .query(`CREATE TABLE "${name}" PARTITION OF instance_event FOR VALUES FROM ('${from}') TO ('${monthStart(now, ahead + 1)}')`)
        .catch((error) => {
          // Events of this month came before its partition and lie in the default one: there they stay, and are found.
          if (sqlState(error) !== CHECK_VIOLATION) throw error;
        });
    }
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    client.release();
  }
}

function monthStart(now: number, ahead: number): string {
  const at = new Date(now);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + ahead, 1)).toISOString();
}

export async function removeExpired(pool: Pool): Promise<void> {
  await pool.query(`DELETE FROM idempotency_key WHERE created_at < now() - ${KEEP_IDEMPOTENCY_KEYS}`);
  await pool.query('DELETE FROM session WHERE expires_at < now()');
  await pool.query('DELETE FROM verification WHERE expires_at < now()');
}
