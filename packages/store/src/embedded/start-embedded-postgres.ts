import { mkdir, realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { findBinaries } from './binaries.ts';
import { type Cluster, openCluster } from './cluster.ts';
import { urlOf, writeCredentials } from './credentials.ts';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres.ts';
import { withFolderLock } from './folder-lock.ts';
import { findRunning, freePort, launch, shutDown } from './postmaster.ts';
import { postgresUser } from './system-user.ts';

/** Each process that uses the database holds one connection of this name: when the last one is gone, PostgreSQL may stop. */
const PRESENCE = 'baton-presence';

/**
 * A real PostgreSQL on a folder of ours. Starts it, or joins the one that runs there already: it lives on when its parent is killed,
 * and several processes may share it. Whoever leaves last stops it. Never deletes data.
 */
export async function startEmbeddedPostgres({ dataDir, log }: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  await mkdir(dataDir, { recursive: true });
  const folder = await realpath(resolve(dataDir));
  const lock = join(folder, 'postgres.lock');
  const { cluster, running, adopted, presence } = await withFolderLock(lock, async () => {
    const started = await startOrJoin(folder, log);
    return { ...started, presence: await joinDatabase(started.cluster) };
  });

  presence.on('error', (error) => log('warn', 'The connection to PostgreSQL was lost.', { error: error.message }));
  let stopping: Promise<void> | undefined;
  const leave = () =>
    withFolderLock(lock, async () => {
      const others = await othersPresent(presence).catch(() => 0);
      await presence.end().catch(() => undefined);
      if (others === 0) await shutDown(running);
    });
  return { url: urlOf(cluster.credentials, cluster.credentials.database), adopted, stop: () => (stopping ??= leave()) };
}

async function startOrJoin(folder: string, log: EmbeddedPostgresOptions['log']) {
  const user = await postgresUser();
  const binaries = await findBinaries(user);
  const cluster = await openCluster(folder, binaries, user, freePort);
  const found = await findRunning(cluster, log);
  if (found) return { cluster: await at(cluster, found.port, folder), running: found, adopted: true };
  const placed = await at(cluster, await freePort(cluster.credentials.port), folder);
  return { cluster: placed, running: await launch(placed, binaries, user, join(folder, 'postgres.log')), adopted: false };
}

async function at(cluster: Cluster, port: number, folder: string): Promise<Cluster> {
  if (port === cluster.credentials.port) return cluster;
  const credentials = { ...cluster.credentials, port };
  await writeCredentials(folder, credentials);
  return { ...cluster, credentials };
}

async function joinDatabase({ credentials }: Cluster): Promise<pg.Client> {
  const presence = new pg.Client({ connectionString: urlOf(credentials, 'postgres'), application_name: PRESENCE, keepAlive: true });
  await presence.connect();
  const { rowCount } = await presence.query('SELECT 1 FROM pg_database WHERE datname = $1', [credentials.database]);
  if (!rowCount) await presence.query(`CREATE DATABASE ${presence.escapeIdentifier(credentials.database)}`);
  return presence;
}

async function othersPresent(presence: pg.Client): Promise<number> {
  const { rows } = await presence.query<{ others: number }>(
    'SELECT count(*)::int AS others FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()',
    [PRESENCE],
  );
  return rows[0]?.others ?? 0;
}
