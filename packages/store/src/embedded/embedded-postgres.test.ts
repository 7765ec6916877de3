import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeProcess } from '@baton/testkit';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isAlive } from './process-table.ts';
import { startEmbeddedPostgres } from './start-embedded-postgres.ts';

const log = () => undefined;
let dataDir = '';
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'baton-embedded-'));
  await chmod(dataDir, 0o755);
});
afterEach(async () => {
  const pid = await postmaster();
  if (pid && isAlive(pid)) process.kill(pid, 'SIGQUIT');
  await rm(dataDir, { recursive: true, force: true });
});

const postmaster = async () => Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A node that starts the database, says its address, and then only lives. */
const NODE = `
  import { startEmbeddedPostgres } from '@baton/store';
  const { url, adopted } = await startEmbeddedPostgres({ dataDir: process.env.DATA_DIR, log: () => {} });
  console.log(url);
  console.log(adopted);
  setInterval(() => {}, 1000);
`;

it('starts a real PostgreSQL 18 with fsync, for this machine only, with a password of its own', async () => {
  const postgres = await startEmbeddedPostgres({ dataDir, log });

  const [settings] = await ask(
    postgres.url,
    `SELECT current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit, current_setting('listen_addresses') AS listens, current_setting('server_version_num')::int / 10000 AS version`,
  );
  expect(settings).toEqual({ fsync: 'on', commit: 'on', listens: '127.0.0.1', version: 18 });
  expect((await stat(join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600);
  const wrong = new URL(postgres.url);
  wrong.password = 'wrong';
  await expect(ask(wrong.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  await postgres.stop();
  expect(await postmaster()).toBe(0);
});

it('starts again quickly, with its data, on the same port', async () => {
  const first = await startEmbeddedPostgres({ dataDir, log });
  await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();

  const before = performance.now();
  const second = await startEmbeddedPostgres({ dataDir, log });
  expect(performance.now() - before).toBeLessThan(3000);

  expect(second).toMatchObject({ url: first.url, adopted: false });
  expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await second.stop();
});

it('adopts the postgres that a killed node left behind', async () => {
  const node = nodeProcess(NODE, { DATA_DIR: dataDir });
  await node.untilLines(2);
  await ask(node.lines[0] ?? '', 'CREATE TABLE kept AS SELECT 42 AS answer');
  await node.kill();

  const adopted = await startEmbeddedPostgres({ dataDir, log });

  expect(adopted).toMatchObject({ url: node.lines[0], adopted: true });
  expect(await ask(adopted.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await adopted.stop();
  expect(await postmaster()).toBe(0);
});

it('recovers when node and postgres were both killed, even if the old process number is in use by then', async () => {
  const node = nodeProcess(NODE, { DATA_DIR: dataDir });
  await node.untilLines(2);
  await ask(node.lines[0] ?? '', 'CREATE TABLE kept AS SELECT 42 AS answer');
  const pid = await postmaster();
  await node.kill();
  process.kill(pid, 'SIGKILL');
  // As after a restart of the machine: the number in the lock is this test's own process.
  const lock = join(dataDir, 'postgres', 'postmaster.pid');
  const lines = (await readFile(lock, 'utf8')).split('\n');
  await writeFile(lock, [String(process.pid), ...lines.slice(1)].join('\n'));

  const again = await startEmbeddedPostgres({ dataDir, log });

  expect(again.adopted).toBe(false);
  expect(await ask(again.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await again.stop();
});

it('is shared by a second node, and stops when the last one leaves', async () => {
  const first = await startEmbeddedPostgres({ dataDir, log });
  const [second, third] = await Promise.all([startEmbeddedPostgres({ dataDir, log }), startEmbeddedPostgres({ dataDir, log })]);
  expect([second.adopted, third.adopted]).toEqual([true, true]);

  await first.stop();
  await third.stop();
  expect(await ask(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);

  await second.stop();
  expect(await postmaster()).toBe(0);
});

it('refuses a folder that is not its own, with a sentence, and leaves it as it is', async () => {
  await mkdir(join(dataDir, 'postgres'));
  await writeFile(join(dataDir, 'postgres', 'photo.jpg'), 'not a database');

  await expect(startEmbeddedPostgres({ dataDir, log })).rejects.toThrow(/Expected .*postgres to be a folder that Baton made/);
  expect(await readdir(join(dataDir, 'postgres'))).toEqual(['photo.jpg']);

  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
  await expect(startEmbeddedPostgres({ dataDir, log })).rejects.toThrow(/of PostgreSQL 18, but it is of 15/);
});

it('starts afresh where an initdb was killed half way', async () => {
  await mkdir(join(dataDir, 'postgres.new-0123456789ab', 'base'), { recursive: true });

  const postgres = await startEmbeddedPostgres({ dataDir, log });
  await postgres.stop();

  expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.json', 'postgres.log']);
});

it('says that the password is missing rather than making a new database', async () => {
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  await postgres.stop();
  await rm(join(dataDir, 'postgres.json'));

  await expect(startEmbeddedPostgres({ dataDir, log })).rejects.toThrow(/postgres\.json with the database's password, but it is missing/);
});
