export * from './canonical.ts';
export * from './ledger.ts';
export * from './process-builder.ts';
export * from './random-path.ts';
export * from './random-process.ts';
export * from './run.ts';
export * from './fresh-database.ts';
export * from './test-store.ts';
