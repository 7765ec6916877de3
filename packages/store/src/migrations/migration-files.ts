import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList } from '@prisma/schema-engine-wasm';

/** The nearest `prisma/` above this file: it lies at another depth in the sources than in the built server. */
function findPrismaFolder(below: string): string {
  const folder = join(below, 'prisma');
  if (existsSync(join(folder, 'schema.prisma'))) return folder;
  const above = dirname(below);
  if (above === below)
    throw new Error('Expected a folder prisma/ with schema.prisma above the program, but there is none. It is part of every installation: put it back.');
  return findPrismaFolder(above);
}

export const prismaFolder = findPrismaFolder(dirname(fileURLToPath(import.meta.url)));
const baseDir = join(prismaFolder, 'migrations');

export const readSchema = () => readFile(join(prismaFolder, 'schema.prisma'), 'utf8');

export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(baseDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The committed migrations in Prisma's own layout, oldest first. */
export async function readMigrations(): Promise<MigrationList> {
  const names = await migrationNames();
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(baseDir, 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (path) => ({
        path,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: await readFile(join(baseDir, path, 'migration.sql'), 'utf8') } },
      })),
    ),
  };
}
