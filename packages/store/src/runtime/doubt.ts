import type { Client } from 'pg';
import type { CommitRows } from './commit-statement.ts';
import type { Queryable } from './loads.ts';
import { INSTANCE_COLUMNS } from './writers/instances.ts';

/** The server's process behind a connection. */
export function backendOf(client: Client): number | null {
  return 'processID' in client && typeof client.processID === 'number' ? client.processID : null;
}

/** Which of these instances were written, after the connection was lost while they were: their very events are in the log. */
export async function findCommitted(client: Queryable, { instances }: CommitRows, backend: number | null): Promise<ReadonlySet<string>> {
  if (backend)
    await client.query(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid = $1 AND application_name = 'baton-runtime' AND usename = current_user`,
      [backend],
    );
  const { rows } = await client.query<{ id: string }>(
    `SELECT n.id FROM jsonb_to_recordset($1::jsonb) AS n(${INSTANCE_COLUMNS})
      JOIN instance_event e ON e.tenant_id = n.tenant_id AND e.instance_id = n.id AND e.first_seq = n.first_seq AND e.at = n.at
      WHERE e.events = n.events`,
    [JSON.stringify(instances)],
  );
  return new Set(rows.map((row) => row.id));
}
