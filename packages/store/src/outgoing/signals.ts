import { inTransaction } from '../transaction.ts';
import type { OutboxItem, OutboxItemOf } from './outbox-item.ts';
import { type OutboxEntry, removeOutbox, writeOutbox } from './outbox-row.ts';
import type { OutgoingContext } from './outgoing-context.ts';
import { type Settled, settled } from './settled.ts';

type Listening = { instance_id: string };
type Starting = { process_key: string; version: number; element_id: string; index: number };

/** Who hears a signal is decided once, in one transaction; each of them then takes its own row. Null: it was done before. */
export async function fanOut({ pool, now }: OutgoingContext, entry: OutboxEntry, signal: OutboxItemOf<'signal'>): Promise<OutboxEntry[] | null> {
  const { tenantId } = entry;
  const { name } = signal;
  return inTransaction(pool, async (client) => {
    if (!(await removeOutbox(client, entry))) return null;
    const listening = await client.query<Listening>(
      `SELECT DISTINCT instance_id FROM subscription WHERE tenant_id = $1 AND kind = 'signal' AND md5(name) = md5($2) AND md5(correlation_key) = md5('') AND name = $2`,
      [tenantId, name],
    );
    const starting = await client.query<Starting>(
      `SELECT process_key, version, element_id, index FROM start_subscription WHERE tenant_id = $1 AND kind = 'signal' AND name = $2 ORDER BY process_key, element_id`,
      [tenantId, name],
    );
    const items = [...listening.rows.map((row) => delivery(signal, row)), ...starting.rows.map((row) => start(signal, row))];
    const { instanceId } = entry;
    return writeOutbox(
      client,
      items.map((item, index) => ({ tenantId, id: `${entry.id}-${index}`, instanceId, item })),
      now(),
    );
  });
}

function delivery({ name, variables, from }: OutboxItemOf<'signal'>, { instance_id }: Listening): OutboxItem {
  const since = from?.instanceId === instance_id ? { sinceKey: from.sinceKey } : {};
  return { kind: 'signal.deliver', instanceId: instance_id, name, variables, ...since };
}

const start = ({ name, variables }: OutboxItemOf<'signal'>, row: Starting): OutboxItem => ({
  kind: 'start',
  processKey: row.process_key,
  version: row.version,
  elementId: row.element_id,
  index: row.index,
  variables,
  by: { name: `Signal ${name}` },
});

export async function deliverSignal({ runtime }: OutgoingContext, entry: OutboxEntry, item: OutboxItemOf<'signal.deliver'>): Promise<Settled> {
  const { kind: _kind, instanceId, ...signal } = item;
  const command = { type: 'deliverSignal', ...signal } as const;
  return settled(await runtime.execute({ tenantId: entry.tenantId, instanceId, command, take: { source: 'outbox', id: entry.id } }));
}
