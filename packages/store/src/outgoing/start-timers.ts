import { followingDue, nextDue } from '@baton/expressions';
import type { Pool } from 'pg';
import { inTransaction } from '../transaction.ts';
import { type OutboxEntry, writeOutbox } from './outbox-row.ts';

type DueRow = {
  tenant_id: string;
  process_key: string;
  element_id: string;
  index: number;
  version: number;
  expression: string | null;
  time_zone: string | null;
  catch_up: string | null;
  due_at: Date;
  repetitions: number | null;
};

const DUE = `SELECT tenant_id, process_key, element_id, index, version, expression, time_zone, catch_up, due_at, repetitions FROM start_subscription
  WHERE due_at <= $1 ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED`;

/** Timers of start events that are due: each time is written down as a start to be done, and the next one set, in one transaction. */
export async function takeDueStarts(pool: Pool, now: number, limit: number): Promise<OutboxEntry[]> {
  return inTransaction(pool, async (client) => {
    const { rows } = await client.query<DueRow>(DUE, [new Date(now), limit]);
    const entries: OutboxEntry[] = [];
    for (const row of rows) {
      const { tenant_id: tenantId, process_key: processKey, element_id: elementId, version, due_at } = row;
      const id = `timer-${processKey}-${version}-${elementId}-${row.index}-${due_at.getTime()}`;
      const item = { kind: 'start', processKey, version, elementId, index: row.index, variables: {}, by: { name: 'Timer' } } as const;
      entries.push(...(await writeOutbox(client, [{ tenantId, id, instanceId: null, item }], now)));
      const next = nextOf(row, now);
      await client.query(
        'UPDATE start_subscription SET due_at = $5, repetitions = $6 WHERE tenant_id = $1 AND process_key = $2 AND element_id = $3 AND index = $4',
        [tenantId, processKey, elementId, row.index, next === null ? null : new Date(next), row.repetitions === null ? null : row.repetitions - 1],
      );
    }
    return entries;
  });
}

/** When it goes off again; null: that was the last time. */
function nextOf({ expression, time_zone, catch_up, due_at, repetitions }: DueRow, now: number): number | null {
  if (expression === null || repetitions === 0) return null;
  const dueAt = due_at.getTime();
  const zone = time_zone ?? 'UTC';
  const next = catch_up === 'all' ? followingDue(dueAt, expression, zone) : nextDue(dueAt, expression, now, zone);
  return next.ok ? next.value : null;
}

/** When the next one is due, or null. */
export async function nextStartDue(pool: Pool): Promise<number | null> {
  const { rows } = await pool.query<{ next: Date | null }>({
    name: 'next_start',
    text: 'SELECT min(due_at) AS next FROM start_subscription WHERE due_at IS NOT NULL',
  });
  return rows[0]?.next?.getTime() ?? null;
}
