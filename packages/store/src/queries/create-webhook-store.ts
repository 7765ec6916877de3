import type { Pool } from 'pg';
import { isInstanceId, newId } from '../ids.ts';
import { refused } from '../result.ts';
import type { Webhook, WebhookStore } from './webhook-store.ts';

type Row = {
  tenant_id: string;
  id: string;
  name: string;
  message_name: string;
  correlation_key: string | null;
  message_id: string | null;
  variables: { [name: string]: string };
  secret: string;
  created_at: Date;
};
const COLUMNS = 'tenant_id, id, name, message_name, correlation_key, message_id, variables, secret, created_at';

export function createWebhookStore(pool: Pool): WebhookStore {
  return {
    async list(tenantId) {
      const { rows } = await pool.query<Row>(`SELECT ${COLUMNS} FROM webhook WHERE tenant_id = $1 ORDER BY name`, [tenantId]);
      return rows.map(webhookOf);
    },
    async create({ tenantId, name, messageName, correlationKey, messageId, variables, secret }) {
      const { rows } = await pool.query<Row>(
        `INSERT INTO webhook (tenant_id, id, name, message_name, correlation_key, message_id, variables, secret) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
          ON CONFLICT DO NOTHING RETURNING ${COLUMNS}`,
        [tenantId, newId(), name, messageName, correlationKey, messageId, JSON.stringify(variables), secret],
      );
      return rows[0] ? { ok: true, webhook: webhookOf(rows[0]) } : refused('already-exists', `Expected a name that no webhook has, but ${name} is taken.`);
    },
    async remove(tenantId, id) {
      if (!isInstanceId(id)) return false;
      const { rowCount } = await pool.query('DELETE FROM webhook WHERE tenant_id = $1 AND id = $2', [tenantId, id]);
      return rowCount === 1;
    },
    async get(id) {
      if (!isInstanceId(id)) return null;
      const { rows } = await pool.query<Row>(`SELECT ${COLUMNS} FROM webhook WHERE id = $1`, [id]);
      return rows[0] ? webhookOf(rows[0]) : null;
    },
  };
}

const webhookOf = (row: Row): Webhook => ({
  id: row.id,
  tenantId: row.tenant_id,
  name: row.name,
  messageName: row.message_name,
  correlationKey: row.correlation_key,
  messageId: row.message_id,
  variables: row.variables,
  secret: row.secret,
  createdAt: row.created_at.toISOString(),
});
