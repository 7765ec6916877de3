import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pendingMigrationSql } from '../packages/store/src/migrations/author.ts';
import { prismaFolder } from '../packages/store/src/migrations/migration-files.ts';

/* Writes what schema.prisma says and the migrations don't yet: `npx tsx scripts/author-migration.ts add_messages` */
const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Expected a name of small letters, digits and _, e.g. "add_messages", but got none.');
  process.exit(1);
}
const sql = await pendingMigrationSql();
if (!sql) {
  console.log('The migrations say what schema.prisma says: nothing to write.');
} else {
  const folder = join(prismaFolder, 'migrations', `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'migration.sql'), sql);
  console.log(`Wrote ${folder}: read it, and add by hand what Prisma has no words for.`);
}
