import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { readMigrations, readSchema } from './migration-files.ts';
import { applyMigrations, diffToSchema } from './schema-engine.ts';

/**
 * The SQL that leads from the committed migrations to schema.prisma, found in a scratch database in memory.
 * Empty when they say the same. Partitions, partial indexes, storage settings and triggers aren't Prisma's and are written by hand.
 */
export async function pendingMigrationSql(): Promise<string> {
  const database = new PGlite();
  try {
    const schema = await readSchema();
    const migrations = await readMigrations();
    if (migrations.migrationDirectories.length) await applyMigrations(schema, migrations, new PrismaPGlite(database));
    const sql = await diffToSchema(schema, new PrismaPGlite(database));
    return /^\s*(CREATE|ALTER|DROP)/m.test(sql) ? sql : '';
  } finally {
    await database.close();
  }
}
