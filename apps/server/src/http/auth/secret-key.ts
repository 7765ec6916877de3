import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What cookies are signed with: as configured, else made once and kept beside the data, for its owner's eyes only. */
export async function secretKeyOf(configured: string | undefined, dataDir: string): Promise<string> {
  if (configured) return configured;
  await mkdir(dataDir, { recursive: true });
  const path = join(dataDir, 'secret.key');
  const made = randomBytes(48).toString('base64url');
  // `wx`: of two servers that start at once, one makes it and the other reads it.
  await writeFile(path, made, { mode: 0o600, flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  return (await readFile(path, 'utf8')).trim();
}
