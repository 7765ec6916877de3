export * from './canonical.ts';
export * from './ledger.ts';
export * from './process-builder.ts';
export * from './run.ts';
export * from './fresh-database.ts';
export * from './test-store.ts';
export * from './node-process.ts';
