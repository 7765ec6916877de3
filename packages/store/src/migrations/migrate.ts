import pg from 'pg';
import { migrationNames, readMigrations, readSchema } from './migration-files.ts';
import { applyMigrations } from './schema-engine.ts';
import { wholeScripts } from './whole-scripts.ts';

/** "baton" in ASCII: whoever holds this advisory lock migrates. */
const LOCK = 0x6261746f6e;

/**
 * Brings the database to the schema of this version. Under an advisory lock, so that several nodes may start at once.
 * Returns the names of the migrations it applied; an empty list if all were there.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'baton-migrate' });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    if (await isMigrated(client)) return [];
    await forgetInterrupted(client);
    return await applyPending(databaseUrl);
  } finally {
    // Ends the session, and with it the lock.
    await client.end();
  }
}

async function applyPending(databaseUrl: string): Promise<string[]> {
  const scripts = wholeScripts(databaseUrl);
  try {
    return await applyMigrations(await readSchema(), await readMigrations(), scripts.factory);
  } catch (error) {
    throw new Error(`Expected the database to take the migrations, but it refused: ${scripts.failure() ?? error}`, { cause: error });
  } finally {
    await scripts.dispose();
  }
}

/** A migration runs as one transaction, so one that was begun and not finished (a kill in the middle) has left nothing behind: it may run again. */
async function forgetInterrupted(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`);
  if (rows[0]?.there) await client.query('UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL');
}

/** Whether every migration of this version was applied. Cheap: a readiness check asks it. */
export async function isMigrated(client: Pick<pg.Pool, 'query'>): Promise<boolean> {
  const table = await client.query<{ there: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`);
  if (!table.rows[0]?.there) return false;
  const applied = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const names = new Set(applied.rows.map((row) => row.migration_name));
  return (await migrationNames()).every((name) => names.has(name));
}
