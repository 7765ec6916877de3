import { open, readFile, rm, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from './process-table.ts';

const GIVE_UP_AFTER_MS = 90_000;
/** A lock whose owner died between making the file and writing its number into it. */
const UNREADABLE_AFTER_MS = 5_000;

/** Held by this very process; its number in a lock may also be that of a process before it (in a container it always is). */
const heldHere = new Set<string>();

/** One at a time starts or stops PostgreSQL on a folder. Held by a file; one whose process is gone is taken over. */
export async function withFolderLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + GIVE_UP_AFTER_MS;
  while (!(await take(path))) {
    if (Date.now() > until)
      throw new Error(`Expected the other start or stop on this folder to end within ${GIVE_UP_AFTER_MS / 1000} s, but ${path} is still held.`);
    await wait(30);
  }
  heldHere.add(path);
  try {
    return await work();
  } finally {
    heldHere.delete(path);
    await rm(path, { force: true });
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (await isStale(path)) await rm(path, { force: true });
    return false;
  }
}

async function isStale(path: string): Promise<boolean> {
  const owner = Number(await readFile(path, 'utf8').catch(() => ''));
  if (owner === process.pid) return !heldHere.has(path);
  if (owner > 0) return !isAlive(owner);
  const made = await stat(path).catch(() => null);
  return made !== null && Date.now() - made.mtimeMs > UNREADABLE_AFTER_MS;
}
