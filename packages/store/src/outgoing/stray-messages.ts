import type { Pool } from 'pg';
import { HEAD_START_MS } from './head-start.ts';

type Stray = { tenant_id: string; id: string; published_at: Date };

/** Nobody has looked for their receiver: whoever wrote them died before. */
const UNTRIED = `SELECT tenant_id, id, published_at FROM message WHERE NOT is_tried AND taken_by IS NULL AND published_at < $1 ORDER BY published_at LIMIT $2`;

/** They wait although somebody listens: whoever began to listen died before it looked, was suspended, or another node published the process later. */
const WANTED = `SELECT m.tenant_id, m.id, m.published_at FROM message m WHERE m.taken_by IS NULL AND m.expires_at > $1 AND (m.published_at, m.id) > ($3, $4) AND (
    EXISTS (SELECT 1 FROM subscription s JOIN instance i ON i.tenant_id = s.tenant_id AND i.id = s.instance_id WHERE s.tenant_id = m.tenant_id AND s.kind = 'message'
      AND md5(s.name) = md5(m.name) AND md5(s.correlation_key) = md5(m.correlation_key) AND i.status = 'active')
    OR EXISTS (SELECT 1 FROM start_subscription s WHERE s.tenant_id = m.tenant_id AND s.kind = 'message' AND s.name = m.name AND NOT EXISTS (SELECT 1 FROM instance i
      WHERE i.tenant_id = s.tenant_id AND i.process_key = s.process_key AND md5(i.correlation_key) = md5(m.correlation_key) AND i.correlation_key = m.correlation_key
        AND i.ended_at IS NULL)))
  ORDER BY m.published_at, m.id LIMIT $2`;

export async function untriedMessages(pool: Pool, now: number, limit: number): Promise<Stray[]> {
  return (await pool.query<Stray>({ name: 'untried_messages', text: UNTRIED, values: [new Date(now - HEAD_START_MS), limit] })).rows;
}

/** Those after `after`, the oldest first, so that some which can't be delivered don't hide the others. */
export async function wantedMessages(pool: Pool, now: number, limit: number, after?: Stray): Promise<Stray[]> {
  const values = [new Date(now), limit, after?.published_at ?? new Date(0), after?.id ?? ''];
  return (await pool.query<Stray>({ name: 'wanted_messages', text: WANTED, values })).rows;
}

export async function removeOldMessages(pool: Pool, now: number): Promise<void> {
  await pool.query('DELETE FROM message WHERE kept_until < $1 AND (is_tried OR taken_by IS NOT NULL)', [new Date(now)]);
}
