import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How to reach the database of this folder; readable by its owner only. */
export type Credentials = { readonly user: string; readonly password: string; readonly database: string; readonly port: number };

const fileOf = (dataDir: string) => join(dataDir, 'postgres.json');

export const newCredentials = (port: number): Credentials => ({ user: 'baton', password: randomBytes(24).toString('base64url'), database: 'baton', port });

export async function readCredentials(dataDir: string): Promise<Credentials | null> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as Credentials);
}

export async function writeCredentials(dataDir: string, credentials: Credentials): Promise<void> {
  const unfinished = `${fileOf(dataDir)}.${process.pid}`;
  await writeFile(unfinished, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
  await rename(unfinished, fileOf(dataDir));
}

export const urlOf = ({ user, password, port }: Credentials, database: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`;
