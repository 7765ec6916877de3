export * from './canonical.ts';
export * from './ledger.ts';
export * from './process-builder.ts';
export * from './run.ts';
