import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';

export type SystemUser = { readonly name: string; readonly uid: number; readonly gid: number };

const CANDIDATES = ['postgres', 'nobody'];

/** PostgreSQL refuses to run as root. Started by root, it runs as this user; null: we aren't root, it runs as we do. */
export async function postgresUser(): Promise<SystemUser | null> {
  if (process.getuid?.() !== 0) return null;
  if (!(await find('postgres'))) await createPostgresUser();
  for (const name of CANDIDATES) {
    const user = await find(name);
    if (user) return user;
  }
  throw new Error(
    'Expected a user "postgres" that PostgreSQL can run as (it refuses to run as root), but there is none and it could not be made. Start Baton as an ordinary user.',
  );
}

async function find(name: string): Promise<SystemUser | null> {
  const line = (await readFile('/etc/passwd', 'utf8')).split('\n').find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null;
}

async function createPostgresUser(): Promise<void> {
  const run = promisify(execFile);
  // Debian and Red Hat have useradd, Alpine adduser; without either, `nobody` does.
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres'])
    .catch(() => run('adduser', ['-S', '-D', '-H', 'postgres']))
    .catch(() => undefined);
}

/** Whether the user may walk down to `path`: every folder on the way lets it through. */
export async function canReach(user: SystemUser, path: string): Promise<boolean> {
  let at = resolve(path);
  for (;;) {
    const { mode, uid, gid } = await stat(at);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    const above = dirname(at);
    if (above === at) return true;
    at = above;
  }
}
