import type { PoolClient } from 'pg';
import type { StartSubscription } from './start-subscriptions.ts';

type Version = { readonly tenantId: string; readonly processKey: string; readonly version: number };

/** The latest version's starts in place of those before it. */
export async function writeStartSubscriptions(
  client: PoolClient,
  { tenantId, processKey, version }: Version,
  starts: readonly StartSubscription[],
): Promise<void> {
  await client.query('DELETE FROM start_subscription WHERE tenant_id = $1 AND process_key = $2', [tenantId, processKey]);
  for (const start of starts)
    await client.query(
      `INSERT INTO start_subscription (tenant_id, process_key, element_id, index, version, kind, name, expression, time_zone, catch_up, due_at, repetitions)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[tenantId, processKey, start.elementId, start.index, version, start.kind, start.name, start.expression, start.timeZone, start.catchUp],
        start.dueAt === null ? null : new Date(start.dueAt),
        start.repetitions,
      ],
    );
}
