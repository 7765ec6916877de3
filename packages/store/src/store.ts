import type { Pool } from 'pg';
import type { PrismaClient } from './generated/client.ts';
import type { EventIntake } from './outgoing/event-intake.ts';
import type { Outgoing } from './outgoing/outgoing.ts';
import type { AuditLog } from './queries/audit-log.ts';
import type { IdempotencyStore } from './queries/idempotency-store.ts';
import type { IncidentQueries } from './queries/incident-queries.ts';
import type { InstanceQueries } from './queries/instance-queries.ts';
import type { PeopleStore } from './queries/people-store.ts';
import type { ProcessStore } from './queries/process-store.ts';
import type { TaskQueries } from './queries/task-queries.ts';
import type { WebhookStore } from './queries/webhook-store.ts';
import type { JobQueue } from './runtime/job-queue.ts';
import type { Runtime } from './runtime/runtime.ts';
import type { TimerQueue } from './runtime/timer-queue.ts';

export type StoreLog = (level: 'debug' | 'info' | 'warn' | 'error', message: string, detail?: { readonly [name: string]: unknown }) => void;

export type StoreOptions = {
  /** Of a migrated database: see `migrate`. */
  readonly databaseUrl: string;
  readonly log: StoreLog;
  /** Connections beside the two of the runtime; default 8. */
  readonly maxConnections?: number;
  /** Commands that may wait; more are refused as `overloaded`. Default 10,000. */
  readonly maxWaiting?: number;
  /** ms since the epoch; default: the database's clock. Tests give their own. */
  readonly clock?: () => number;
};

export interface Store {
  /** For better-auth's adapter. Everything else goes through the parts below. */
  readonly prisma: PrismaClient;
  readonly pool: Pool;
  readonly runtime: Runtime;
  readonly jobs: JobQueue;
  readonly timers: TimerQueue;
  readonly events: EventIntake;
  readonly outgoing: Outgoing;
  readonly processes: ProcessStore;
  readonly instances: InstanceQueries;
  readonly tasks: TaskQueries;
  readonly incidents: IncidentQueries;
  readonly webhooks: WebhookStore;
  readonly people: PeopleStore;
  readonly audit: AuditLog;
  readonly idempotency: IdempotencyStore;
  /** The database's time, ms since the epoch. */
  now(): number;
  /** Readiness: throws when the database can't be reached. False: migrations are missing. */
  isReady(): Promise<boolean>;
  /** Partitions ahead of time, old idempotency keys and expired sessions away. Call at start and once an hour or so. */
  maintain(): Promise<void>;
  /** Drains the runtime and closes connections. */
  close(): Promise<void>;
}
