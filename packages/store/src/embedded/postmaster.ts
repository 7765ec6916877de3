import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { StoreLog } from '../store.ts';
import type { Binaries } from './binaries.ts';
import { asUser, type Cluster } from './cluster.ts';
import { urlOf } from './credentials.ts';
import { isAlive, isPostgres } from './process-table.ts';
import type { SystemUser } from './system-user.ts';

const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 60_000;
const MAX_LOG_BYTES = 10_000_000;
/** fsync, full page writes and synchronous commit stay as PostgreSQL has them: on. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  'jit=off',
  'max_connections=200',
  'log_checkpoints=off',
  'lc_messages=C',
];

type Running = { readonly pid: number; readonly port: number };

/** The postgres that runs on this folder already, if one does: another node's, or left behind by one that was killed. */
export async function findRunning({ folder, credentials }: Cluster, log: StoreLog): Promise<Running | null> {
  const lock = join(folder, 'postmaster.pid');
  const lines = (await readFile(lock, 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!(pid > 0)) return null;
  if (!(await isPostgres(pid))) {
    // PostgreSQL would clear the lock of a dead process itself, but not one whose number belongs to somebody else by now.
    log('info', 'PostgreSQL was not shut down last time; it recovers by itself.', { pid });
    await rm(lock, { force: true });
    return null;
  }
  const port = Number(lines[3]) || credentials.port;
  await untilReady({ folder, credentials: { ...credentials, port } }, () => (isAlive(pid) ? null : 'it ended'));
  return { pid, port };
}

export async function launch(cluster: Cluster, binaries: Binaries, user: SystemUser | null, logFile: string): Promise<Running> {
  const { folder, credentials } = cluster;
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG_BYTES) truncateSync(logFile);
  const output = openSync(logFile, 'a', 0o600);
  const from = statSync(logFile).size;
  // Detached, and writing to a file: it outlives us if we are killed, and Ctrl-C reaches us first, so that we can drain.
  const child = spawn(binaries.postgres, ['-D', folder, '-p', String(credentials.port), ...SETTINGS.flatMap((setting) => ['-c', setting])], {
    ...asUser(user),
    cwd: folder,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  let ended: string | null = null;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended = `it ended with ${code ?? signal}: ${readFileSync(logFile, 'utf8').slice(from).trim().slice(-2000)}`;
  });
  await untilReady(cluster, () => ended);
  return { pid: child.pid ?? 0, port: credentials.port };
}

async function untilReady({ folder, credentials }: Cluster, ended: () => string | null): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const failure = await connectionFailure({ folder, credentials });
    if (!failure) return;
    const why = ended();
    if (why || Date.now() > until) throw new Error(`Expected PostgreSQL to start on ${folder}, but ${why ?? failure}.`);
    await wait(20);
  }
}

async function connectionFailure({ folder, credentials }: Cluster): Promise<string | null> {
  const client = new pg.Client({ connectionString: urlOf(credentials, 'postgres'), connectionTimeoutMillis: 5_000, application_name: 'baton-start' });
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory === folder ? null : `another database (${rows[0]?.data_directory}) answers on port ${credentials.port}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Fast shutdown: sessions end, what was committed is on disk. */
export async function shutDown({ pid }: Running): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT');
  const until = Date.now() + STOP_WITHIN_MS;
  while (isAlive(pid) && Date.now() < until) await wait(20);
}

export async function freePort(preferred?: number): Promise<number> {
  const tryPort = (port: number) =>
    new Promise<number | null>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(null));
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
      });
    });
  const port = (preferred ? await tryPort(preferred) : null) ?? (await tryPort(0));
  if (port === null) throw new Error('Expected a free port on 127.0.0.1, but there is none.');
  return port;
}
