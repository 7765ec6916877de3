import type { Pool } from 'pg';
import type { StoreLog } from '../store.ts';
import type { Runtime } from './runtime.ts';
import type { DueTimer, TimerQueue } from './timer-queue.ts';

type TimerRow = { tenant_id: string; instance_id: string; key: string; element_id: string; due_at: Date };

/** Claimed so long; a node that dies meanwhile leaves them to the others. */
const CLAIM_MS = 10_000;
const DEFAULT_BATCH = 256;
const DEFAULT_POLL_MS = 1_000;
const MAX_PAUSE_MS = 5_000;

/** Those locked by another node are skipped, so that nodes don't wait for each other. */
const CLAIM = `WITH due AS (
    SELECT tenant_id, instance_id, key FROM timer WHERE available_at <= $1 ORDER BY available_at LIMIT $2 FOR UPDATE SKIP LOCKED)
  UPDATE timer t SET available_at = $1::timestamptz + $3 * interval '1 millisecond', epoch = t.epoch + 1
  FROM due d WHERE t.tenant_id = d.tenant_id AND t.instance_id = d.instance_id AND t.key = d.key
  RETURNING t.tenant_id, t.instance_id, t.key, t.element_id, t.due_at`;

export function createTimerQueue({ pool, runtime, now, log }: { pool: Pool; runtime: Runtime; now: () => number; log: StoreLog }): TimerQueue {
  async function claimDue({ limit, leaseMs }: { limit: number; leaseMs: number }): Promise<DueTimer[]> {
    const { rows } = await pool.query<TimerRow>({ name: 'claim_timers', text: CLAIM, values: [new Date(now()), limit, leaseMs] });
    return rows.map((row) => ({
      tenantId: row.tenant_id,
      instanceId: row.instance_id,
      timerKey: row.key,
      elementId: row.element_id,
      dueAt: row.due_at.toISOString(),
    }));
  }

  async function nextDueAt(): Promise<number | null> {
    const { rows } = await pool.query<{ next: Date | null }>({ name: 'next_timer', text: 'SELECT min(available_at) AS next FROM timer' });
    return rows[0]?.next?.getTime() ?? null;
  }

  async function fire({ tenantId, instanceId, timerKey }: DueTimer): Promise<void> {
    try {
      const result = await runtime.execute({ tenantId, instanceId, command: { type: 'fireTimer', timerKey } });
      // Fired or removed in between: its row went with that commit. Anything else is tried again when the claim is over.
      if (!result.ok && result.code !== 'timer-not-found' && result.code !== 'instance-not-active')
        log('warn', 'A timer could not be fired yet.', { instanceId, timerKey, code: result.code });
    } catch (error) {
      log('error', 'A timer failed.', { instanceId, timerKey, error });
    }
  }

  function run({ pollMs = DEFAULT_POLL_MS, batch = DEFAULT_BATCH }: { pollMs?: number; batch?: number } = {}) {
    let isStopped = false;
    let wake: () => void = () => undefined;
    let wakeAt = 0;
    /** The earliest that was scheduled here since the last look. */
    let soonest = Number.POSITIVE_INFINITY;

    /** Until the time or an earlier call of `wake`. */
    function sleepUntil(at: number): Promise<void> {
      wakeAt = Math.min(at, soonest);
      return new Promise<void>((resolve) => {
        const timeout = setTimeout(resolve, Math.max(1, wakeAt - now()));
        wake = () => {
          clearTimeout(timeout);
          resolve();
        };
      });
    }

    const forget = runtime.onCommitted((changes) => {
      for (const { effects } of changes) for (const effect of effects) if (effect.kind === 'timer.schedule') soonest = Math.min(soonest, effect.dueAt);
      if (soonest < wakeAt) wake();
    });

    async function loop(): Promise<void> {
      let pauseMs = pollMs;
      while (!isStopped) {
        soonest = Number.POSITIVE_INFINITY;
        try {
          const due = await claimDue({ limit: batch, leaseMs: CLAIM_MS });
          await Promise.all(due.map(fire));
          pauseMs = pollMs;
          if (due.length === 0) await sleepUntil(Math.min((await nextDueAt()) ?? Number.POSITIVE_INFINITY, now() + pollMs));
        } catch (error) {
          log('warn', 'Due timers could not be read; trying again.', { error });
          pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS);
          await sleepUntil(now() + pauseMs);
        }
      }
    }

    const ended = loop();
    return {
      async stop() {
        isStopped = true;
        forget();
        wake();
        await ended;
      },
    };
  }

  return { claimDue, nextDueAt, run };
}
