import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseFailure } from './database-error.ts';

/**
 * Joins by index even on tables that were small when a statement was planned: it is prepared once and the tables grow.
 * An outsider's lock is waited for a few seconds only.
 */
const SETTINGS = `SET application_name = 'baton-runtime'; SET plan_cache_mode = force_generic_plan; SET enable_hashjoin = off; SET enable_mergejoin = off;
  SET enable_seqscan = off; SET jit = off; SET lock_timeout = '5s'; SET statement_timeout = '60s'`;

/** A connection of a flusher's own: made when needed, made again when lost. */
export interface Connection {
  /** Tries until `untilMs` (performance.now). */
  get(untilMs: number): Promise<pg.Client>;
  drop(): void;
  close(): Promise<void>;
}

export function createConnection(databaseUrl: string): Connection {
  let client: pg.Client | null = null;

  async function connect(): Promise<pg.Client> {
    const made = new pg.Client({ connectionString: databaseUrl, keepAlive: true, connectionTimeoutMillis: 5_000, query_timeout: 65_000 });
    // An error between queries only means that the next one needs a new connection.
    made.on('error', () => {
      if (client === made) client = null;
    });
    made.on('end', () => {
      if (client === made) client = null;
    });
    try {
      await made.connect();
      await made.query(SETTINGS);
    } catch (error) {
      void made.end().catch(() => undefined);
      throw error;
    }
    return made;
  }

  return {
    async get(untilMs) {
      for (let pauseMs = 20; !client; pauseMs = Math.min(pauseMs * 2, 500)) {
        try {
          client = await connect();
        } catch (error) {
          if (performance.now() + pauseMs > untilMs) throw new DatabaseFailure('unreachable', error);
          await wait(pauseMs);
        }
      }
      return client;
    },
    drop() {
      const lost = client;
      client = null;
      void lost?.end().catch(() => undefined);
    },
    async close() {
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}
