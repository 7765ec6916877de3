import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded/embedded-postgres.ts';
import type { Store, StoreOptions } from './store.ts';

export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded/embedded-postgres.ts';
export type { PrismaClient } from './generated/client.ts';
export { DEFAULT_TENANT, isInstanceId, newId, parseRowId, rowIdOf } from './ids.ts';
export type * from './queries/audit-log.ts';
export type * from './queries/idempotency-store.ts';
export type * from './queries/incident-queries.ts';
export * from './queries/instance-queries.ts';
export type * from './queries/people-store.ts';
export type * from './queries/process-store.ts';
export * from './queries/task-queries.ts';
export * from './result.ts';
export type * from './runtime/job-queue.ts';
export type * from './runtime/runtime.ts';
export type * from './runtime/timer-queue.ts';
export type * from './store.ts';
// The implementations follow on this branch.
export declare function openStore(options: StoreOptions): Promise<Store>;
/** Brings the database to the schema of this version, under a lock: several nodes may start at once. Returns the migrations applied. */
export declare function migrate(databaseUrl: string): Promise<string[]>;
export declare function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres>;
