import type { OutboxItem } from '../../outgoing/outbox-item.ts';
import { recordset } from './recordset.ts';

export type OutboxRow = { tenant_id: string; instance_id: string; id: string; kind: OutboxItem['kind']; payload: OutboxItem; available_at: string };

export const insertOutbox = (parameter: number) => `INSERT INTO outbox (tenant_id, instance_id, id, kind, payload, available_at)
  SELECT r.tenant_id, r.instance_id, r.id, r.kind, r.payload, r.available_at
  FROM ${recordset(parameter, 'tenant_id text, instance_id uuid, id text, kind text, payload jsonb, available_at timestamptz')} JOIN written w ON w.id = r.instance_id`;
