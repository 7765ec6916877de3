import type { Values } from '@baton/engine';
import { recordset } from './recordset.ts';

export type MessageRow = {
  tenant_id: string;
  id: string;
  /** Who throws it. */
  instance_id: string;
  name: string;
  correlation_key: string;
  message_id: string | null;
  variables: Values;
  published_at: string;
  expires_at: string;
  kept_until: string;
};

/** One whose `message_id` was sent before isn't sent again. */
export const insertMessages = (
  parameter: number,
) => `INSERT INTO message (tenant_id, id, name, correlation_key, message_id, variables, published_at, expires_at, kept_until)
  SELECT r.tenant_id, r.id, r.name, r.correlation_key, r.message_id, r.variables, r.published_at, r.expires_at, r.kept_until
  FROM ${recordset(
    parameter,
    `tenant_id text, id text, instance_id uuid, name text, correlation_key text, message_id text, variables jsonb, published_at timestamptz,
    expires_at timestamptz, kept_until timestamptz`,
  )} JOIN written w ON w.id = r.instance_id
  ON CONFLICT DO NOTHING`;
