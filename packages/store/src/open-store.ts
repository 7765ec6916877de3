import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { databaseClock } from './clock.ts';
import { PrismaClient } from './generated/client.ts';
import { ensureEventPartitions, removeExpired } from './maintenance.ts';
import { isMigrated } from './migrations/migrate.ts';
import { createEventIntake } from './outgoing/create-event-intake.ts';
import { createMessageDelivery } from './outgoing/create-message-delivery.ts';
import { createOutbox } from './outgoing/create-outbox.ts';
import { createOutgoing } from './outgoing/create-outgoing.ts';
import { createProcessCache } from './process-cache.ts';
import { createAuditLog } from './queries/create-audit-log.ts';
import { createIdempotencyStore } from './queries/create-idempotency-store.ts';
import { createIncidentQueries } from './queries/create-incident-queries.ts';
import { createInstanceQueries } from './queries/create-instance-queries.ts';
import { createPeopleStore } from './queries/create-people-store.ts';
import { createProcessStore } from './queries/create-process-store.ts';
import { createTaskQueries } from './queries/create-task-queries.ts';
import { createWebhookStore } from './queries/create-webhook-store.ts';
import { createJobQueue } from './runtime/create-job-queue.ts';
import { createRuntime } from './runtime/create-runtime.ts';
import { createTimerQueue } from './runtime/create-timer-queue.ts';
import type { Step } from './runtime/step.ts';
import type { Store, StoreOptions } from './store.ts';

const MAX_CONNECTIONS = 8;

/** Everything on one PostgreSQL. `step` is the engine's; tests of faults put another in its place. */
export async function openStore({ databaseUrl, log, maxConnections = MAX_CONNECTIONS, maxWaiting, clock }: StoreOptions, step?: Step): Promise<Store> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: maxConnections, connectionTimeoutMillis: 10_000, keepAlive: true, application_name: 'baton' });
  // A connection that is lost while nobody uses it is simply made anew.
  pool.on('error', (error) => log('warn', 'A database connection was lost.', { error: error.message }));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const time = clock ? { now: clock, stop: () => undefined } : await databaseClock(pool);
  const { now } = time;

  const processes = createProcessCache(pool);
  const runtime = createRuntime({ databaseUrl, processes, now, log, maxWaiting, step });
  const people = createPeopleStore(prisma);
  const context = { pool, runtime, processes, now, log };
  const outbox = createOutbox(context);
  const messages = createMessageDelivery(context);
  const onPublished = (tenantId: string, key: string) =>
    void messages.deliverToStarts(tenantId, key).catch((error) => log('warn', 'Waiting messages were not delivered; it will be tried again.', { error }));

  return {
    prisma,
    pool,
    runtime,
    jobs: createJobQueue({ pool, runtime, now, log }),
    timers: createTimerQueue({ pool, runtime, now, log }),
    events: createEventIntake(context, outbox, messages),
    outgoing: createOutgoing(context, outbox, messages),
    processes: createProcessStore({ pool, processes, now, onPublished }),
    instances: createInstanceQueries({ pool, processes, runtime }),
    tasks: createTaskQueries({ pool, processes, people }),
    incidents: createIncidentQueries({ pool, processes }),
    webhooks: createWebhookStore(pool),
    people,
    audit: createAuditLog(prisma),
    idempotency: createIdempotencyStore(pool),
    now,
    isReady: () => isMigrated(pool),
    async maintain() {
      await ensureEventPartitions(pool, now());
      await removeExpired(pool);
    },
    async close() {
      await runtime.drain();
      time.stop();
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}
