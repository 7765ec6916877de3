/// <reference path="./schema-engine-wasm.d.ts" />
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

const NO_FILTER = { externalTables: [], externalEnums: [] };
const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'));
let ready: Promise<void> | undefined;

/** Prisma's own schema engine as WebAssembly: it comes with npm, so that nothing is downloaded when it runs. */
async function load(): Promise<void> {
  const { instance } = await WebAssembly.instantiate(await readFile(join(folder, 'schema_engine_bg.wasm')), { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

async function withEngine<T>(schema: string, adapter: SqlMigrationAwareDriverAdapterFactory, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  ready ??= load();
  await ready;
  const made = await engine.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
  try {
    return await work(made);
  } finally {
    made.free();
  }
}

/** Applies what isn't applied yet and keeps Prisma's ordinary `_prisma_migrations`. Returns the names applied. */
export const applyMigrations = (schema: string, migrationsList: MigrationList, adapter: SqlMigrationAwareDriverAdapterFactory) =>
  withEngine(schema, adapter, async (schemaEngine) => (await schemaEngine.applyMigrations({ migrationsList, filters: NO_FILTER })).appliedMigrationNames);

/** The SQL that leads from what the database is to what the schema says; without a statement if they agree. */
export const diffToSchema = (schema: string, adapter: SqlMigrationAwareDriverAdapterFactory) =>
  withEngine(schema, adapter, async (schemaEngine) => {
    const files = [{ path: 'schema.prisma', content: schema }];
    const from = { tag: 'schemaDatasource', files, configDir: '.' } as const;
    const { stdout } = await schemaEngine.diff({ from, to: { tag: 'schemaDatamodel', files }, script: true, exitCode: null, filters: NO_FILTER });
    return stdout ?? '';
  });
