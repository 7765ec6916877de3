import { recordset } from './recordset.ts';

export type SubscriptionRow = {
  tenant_id: string;
  instance_id: string;
  key: string;
  element_id: string;
  kind: 'message' | 'signal';
  name: string;
  correlation_key: string;
  opened_at: string;
};

export const insertSubscriptions = (
  parameter: number,
) => `INSERT INTO subscription (tenant_id, instance_id, key, element_id, kind, name, correlation_key, opened_at)
  SELECT r.* FROM ${recordset(
    parameter,
    'tenant_id text, instance_id uuid, key text, element_id text, kind text, name text, correlation_key text, opened_at timestamptz',
  )} JOIN written w ON w.id = r.instance_id`;
