import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, newId, openStore, type Store, startEmbeddedPostgres } from '@baton/store';

const log = () => {};

/** A migrated database of its own in one PostgreSQL that the test files of a run share; gone with `drop`. */
export async function freshDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const dataDir = join(tmpdir(), `baton-api-tests-${process.getuid?.() ?? 0}`);
  mkdirSync(dataDir, { recursive: true });
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  const name = `api_${newId().replaceAll('-', '')}`;
  await asOwner(postgres.url, `CREATE DATABASE ${name}`);
  const url = Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
  await migrate(url);
  return {
    url,
    drop: async () => {
      await asOwner(postgres.url, `DROP DATABASE ${name} WITH (FORCE)`);
      await postgres.stop();
    },
  };
}

async function asOwner(databaseUrl: string, statement: string): Promise<void> {
  const store: Store = await openStore({ databaseUrl, log });
  await store.pool.query(statement).finally(() => store.close());
}
