import { freshDatabase } from '@baton/testkit';
import pg from 'pg';
import { afterEach, expect, it } from 'vitest';
import { pendingMigrationSql } from './author.ts';
import { migrate } from './migrate.ts';

const open: { drop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const database of open.splice(0)) await database.drop();
});

async function emptyDatabase(): Promise<string> {
  const database = await freshDatabase();
  open.push(database);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  await client.end();
  return database.url;
}

it('the committed migrations say what schema.prisma says', async () => {
  expect(await pendingMigrationSql()).toBe('');
});

it('several nodes may start at once: one applies, the others find it done', async () => {
  const url = await emptyDatabase();

  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);

  expect(applied.flat().filter((name) => name.endsWith('_init'))).toHaveLength(1);
  expect(await migrate(url)).toEqual([]);
});

it('goes on after a kill in the middle of a migration', async () => {
  const url = await emptyDatabase();
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // As a kill leaves it: the script was rolled back, its line in the list was not finished.
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  await client.query(`CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
    logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`);
  await client.query(`INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', 'x', '20261123190000_init')`);
  await client.end();

  expect(await migrate(url)).toContain('20261123190000_init');
});

it('says what the database said when it refuses', async () => {
  const url = await emptyDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('CREATE TABLE task (id int)');
  await client.end();

  await expect(migrate(url)).rejects.toThrow(/Expected the database to take the migrations|not empty/);
});

it('published versions, events and audit entries are never changed', async () => {
  const database = await freshDatabase();
  open.push(database);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`INSERT INTO process_version (tenant_id, process_key, version, id, name, checksum, graph, published_by_name)
    VALUES ('default', 'p', 1, gen_random_uuid(), 'P', 'x', '{}', 'A')`);
  await client.query(
    `INSERT INTO instance_event (tenant_id, instance_id, first_seq, last_seq, at, events) VALUES ('default', gen_random_uuid(), 1, 1, now(), '[]')`,
  );

  await expect(client.query(`UPDATE process_version SET name = 'Q'`)).rejects.toMatchObject({ code: '23001' });
  await expect(client.query('DELETE FROM instance_event')).rejects.toMatchObject({ code: '23001' });
  await client.end();
});
