import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chown, lstat, mkdir, readdir, readFile, realpath, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Binaries, SHARED_FOLDER } from './binaries.ts';
import { type Credentials, newCredentials, readCredentials, writeCredentials } from './credentials.ts';
import { canReach, type SystemUser } from './system-user.ts';

const MAJOR = '18';
const UNFINISHED = 'postgres.new-';

/** PostgreSQL's own folder below the data folder. It exists only when it was made completely: initdb works in a sibling that is renamed. */
export type Cluster = { readonly folder: string; readonly credentials: Credentials };

export async function openCluster(dataDir: string, binaries: Binaries, user: SystemUser | null, freePort: () => Promise<number>): Promise<Cluster> {
  const at = join(dataDir, 'postgres');
  if (await lstat(at).catch(() => null)) return existing(dataDir, at);
  const home = await homeFor(dataDir, user);
  await removeUnfinished(home);
  const credentials = newCredentials(await freePort());
  const unfinished = join(home, `${UNFINISHED}${randomBytes(6).toString('hex')}`);
  await initialise(unfinished, binaries, user, credentials.password);
  await writeCredentials(dataDir, credentials);
  if (home === dataDir) await rename(unfinished, at);
  else {
    const final = join(home, `postgres-${createHash('sha256').update(unfinished).digest('hex').slice(0, 12)}`);
    await rename(unfinished, final);
    await symlink(final, at);
  }
  return { folder: await realpath(at), credentials };
}

async function existing(dataDir: string, at: string): Promise<Cluster> {
  const folder = await realpath(at).catch((cause) => {
    throw new Error(
      `Expected ${at} to lead to the database's folder, but nothing is there. Nothing was changed; restore it from a backup, or set BATON_DATA_DIR to another folder.`,
      { cause },
    );
  });
  const version = (await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version !== MAJOR)
    throw new Error(
      version
        ? `Expected the database in ${at} to be of PostgreSQL ${MAJOR}, but it is of ${version}. Nothing was changed; upgrade it with pg_upgrade, or start the Baton version that made it.`
        : `Expected ${at} to be a folder that Baton made for PostgreSQL, but it isn't (it has no PG_VERSION). Nothing was changed; move it away, or set BATON_DATA_DIR to another folder.`,
    );
  const credentials = await readCredentials(dataDir);
  if (!credentials)
    throw new Error(
      `Expected ${join(dataDir, 'postgres.json')} with the database's password, but it is missing. Nothing was changed; restore it from a backup of the folder.`,
    );
  return { folder, credentials };
}

/** Beside the data folder's other files; elsewhere only if PostgreSQL's user can't walk into it (root's own folder, for instance). */
async function homeFor(dataDir: string, user: SystemUser | null): Promise<string> {
  if (!user || (await canReach(user, dataDir))) return dataDir;
  await mkdir(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  return SHARED_FOLDER;
}

/** What an initdb left behind that was killed: never started, so nothing of anybody's is in it. */
async function removeUnfinished(home: string): Promise<void> {
  if (home === SHARED_FOLDER) return;
  const left = (await readdir(home)).filter((name) => name.startsWith(UNFINISHED));
  await Promise.all(left.map((name) => rm(join(home, name), { recursive: true, force: true })));
}

async function initialise(folder: string, { initdb }: Binaries, user: SystemUser | null, password: string): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) await Promise.all([folder, passwordFile].map((path) => chown(path, user.uid, user.gid)));
  try {
    const settings = [
      '--username=baton',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--locale=C',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
    ];
    await run(initdb, [`--pgdata=${folder}`, `--pwfile=${passwordFile}`, ...settings], user);
  } finally {
    await unlink(passwordFile);
  }
}

function run(command: string, args: string[], user: SystemUser | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...asUser(user), cwd: dirname(command), stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`Expected PostgreSQL to make its folder, but initdb ended with ${code}: ${said.trim()}`)),
    );
  });
}

export const asUser = (user: SystemUser | null) => (user ? { uid: user.uid, gid: user.gid } : {});
