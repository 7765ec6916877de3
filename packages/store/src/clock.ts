import type { Pool } from 'pg';

const SYNC_EVERY_MS = 60_000;

export interface DatabaseClock {
  now(): number;
  sync(): Promise<void>;
  stop(): void;
}

/** The database's time, so that all nodes agree and a jump of this machine's clock does nothing: counted on from the last look at it. */
export async function databaseClock(pool: Pool): Promise<DatabaseClock> {
  let base = Date.now() - performance.now();

  async function sync(): Promise<void> {
    const { rows } = await pool.query<{ now: number }>('SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now');
    // Late by the way back, so never ahead of the database: no timer fires early.
    if (rows[0]) base = rows[0].now - performance.now();
  }

  await sync();
  const timer = setInterval(() => void sync().catch(() => undefined), SYNC_EVERY_MS);
  timer.unref();
  return { now: () => Math.floor(base + performance.now()), sync, stop: () => clearInterval(timer) };
}
