export * from './canonical.ts';
export * from './fresh-database.ts';
export * from './ledger.ts';
export * from './node-process.ts';
export * from './process-builder.ts';
export * from './run.ts';
export * from './test-store.ts';
