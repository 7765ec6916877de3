import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from 'pg';

/** Where tests find a PostgreSQL that somebody started for all of them. */
export const TEST_DATABASE = 'BATON_TEST_DATABASE_URL';
/** "tmpl" in ASCII: one at a time makes the template, and nobody copies it meanwhile. */
const LOCK = 0x746d706c;

export type FreshDatabase = { readonly url: string; drop(): Promise<void> };
export type TestPostgres = { readonly url: string; readonly folder: string | null; stop(): Promise<void> };

/** A PostgreSQL for tests: DATABASE_URL's, whose user may create databases, or an embedded one in a folder that goes with it. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, folder: null, stop: async () => undefined };
  // Loaded when needed: most tests are of pure rooms and need no database.
  const { startEmbeddedPostgres } = await import('@baton/store');
  const folder = await mkdtemp(join(tmpdir(), 'baton-test-'));
  await chmod(folder, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  return {
    url: postgres.url,
    folder,
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A migrated, empty database of one's own: a copy of a template, so it takes some 50 ms. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const shared = process.env[TEST_DATABASE];
  const own = shared ? null : await startTestPostgres();
  const server = shared ?? own?.url ?? '';
  const name = `baton_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, async (client) => {
    const template = await ensureTemplate(client, server);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  return {
    url: withDatabase(server, name),
    async drop() {
      await onServer(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
      await own?.stop();
    },
  };
}

async function ensureTemplate(client: Client, server: string): Promise<string> {
  const name = `baton_template_${await migrationsHash()}`;
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
  if (rowCount) return name;
  const unfinished = `${name}_unfinished`;
  await client.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${unfinished}`);
  const { migrate } = await import('@baton/store');
  await migrate(withDatabase(server, unfinished));
  await client.query(`ALTER DATABASE ${unfinished} RENAME TO ${name}`);
  return name;
}

async function migrationsHash(): Promise<string> {
  const names = await readdir(fileURLToPath(new URL('../../../prisma/migrations', import.meta.url)));
  return createHash('sha256').update(names.sort().join()).digest('hex').slice(0, 12);
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    return await work(client);
  } finally {
    await client.end();
  }
}
