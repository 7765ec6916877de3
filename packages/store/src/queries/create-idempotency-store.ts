import { setTimeout as wait } from 'node:timers/promises';
import type { Json } from '@baton/engine';
import type { Pool } from 'pg';
import { refused } from '../result.ts';
import type { IdempotencyStore } from './idempotency-store.ts';

/** A key whose work never ended (its node died) is free again after this. */
const ABANDONED_AFTER = `interval '2 minutes'`;

const TAKE = `INSERT INTO idempotency_key AS k (tenant_id, scope, key, request_hash) VALUES ($1, $2, $3, $4)
  ON CONFLICT (tenant_id, scope, key) DO UPDATE SET created_at = now()
    WHERE k.answer IS NULL AND k.created_at < now() - ${ABANDONED_AFTER} AND k.request_hash = excluded.request_hash
  RETURNING 1`;

/** How long, and how often, a repeat looks whether the first has been answered. */
const WAIT_MS = 5_000;
const LOOK_EVERY_MS = 50;

export function createIdempotencyStore(pool: Pool): IdempotencyStore {
  return {
    async kept({ tenantId, scope, key }) {
      const { rows } = await pool.query<{ request_hash: string; answer: Json }>(
        'SELECT request_hash, answer FROM idempotency_key WHERE tenant_id = $1 AND scope = $2 AND key = $3 AND answer IS NOT NULL',
        [tenantId, scope, key],
      );
      return rows[0] ? { requestHash: rows[0].request_hash, answer: rows[0].answer } : null;
    },

    async once({ tenantId, scope, key, requestHash }, work) {
      const id = [tenantId, scope, key];
      for (const until = performance.now() + WAIT_MS; ; await wait(LOOK_EVERY_MS)) {
        const { rowCount } = await pool.query(TAKE, [...id, requestHash]);
        if (rowCount) break;
        const answer = await repeated(pool, id, requestHash);
        if (answer.ok || answer.code !== 'request-in-progress' || performance.now() > until) return answer;
      }
      try {
        const answer = await work();
        await pool.query('UPDATE idempotency_key SET answer = $4 WHERE tenant_id = $1 AND scope = $2 AND key = $3', [...id, JSON.stringify(answer)]);
        return { ok: true, replayed: false, answer };
      } catch (error) {
        await pool.query('DELETE FROM idempotency_key WHERE tenant_id = $1 AND scope = $2 AND key = $3 AND answer IS NULL', id).catch(() => undefined);
        throw error;
      }
    },
  };
}

async function repeated(pool: Pool, id: readonly string[], requestHash: string) {
  const { rows } = await pool.query<{ request_hash: string; answer: Json; is_done: boolean }>(
    'SELECT request_hash, answer, answer IS NOT NULL AS is_done FROM idempotency_key WHERE tenant_id = $1 AND scope = $2 AND key = $3',
    [...id],
  );
  const [known] = rows;
  if (known && known.request_hash !== requestHash)
    return refused('idempotency-key-reused', 'Expected a new idempotency key for a new request, but this key was used for another request.');
  if (known?.is_done) return { ok: true as const, replayed: true, answer: known.answer };
  return refused('request-in-progress', 'Expected the first request with this key to have ended, but it is still at work. Ask again in a moment.');
}
