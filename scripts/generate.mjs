import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Generates the Prisma client, offline. Prisma wants its schema engine even for `generate`, downloads it, and then doesn't use it:
 * naming any file that exists spares the download. Skipped while neither the schema nor Prisma has changed.
 */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const schema = join(root, 'prisma', 'schema.prisma');
const generated = join(root, 'packages', 'store', 'src', 'generated');
const stamp = join(generated, '.schema-hash');

const require = createRequire(join(root, 'package.json'));
const prismaPackage = require.resolve('prisma/package.json');
const hash = createHash('sha256').update(readFileSync(schema)).update(readFileSync(prismaPackage)).digest('hex');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && existsSync(join(generated, 'client.ts'))) process.exit(0);

const { status, stdout, stderr, error } = spawnSync(process.execPath, [join(dirname(prismaPackage), 'build', 'index.js'), 'generate', '--schema', schema], {
  cwd: root,
  encoding: 'utf8',
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
});
if (status !== 0) {
  console.error(`Expected Prisma to generate the database client from ${schema}, but it failed:\n${stdout}\n${stderr}${error ?? ''}`);
  process.exit(1);
}
writeFileSync(stamp, hash);
console.log('Generated the database client.');
