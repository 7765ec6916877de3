import { recordset } from './recordset.ts';

export type IncidentRow = {
  tenant_id: string;
  instance_id: string;
  key: string;
  process_key: string;
  process_version: number;
  business_key: string | null;
  element_key: string;
  element_id: string;
  code: string;
  message: string;
  status: string;
  raised_at: string;
  resolved_at: string | null;
};
export type IncidentEnd = { tenant_id: string; instance_id: string; key: string; resolved_at: string };

export const insertIncidents = (
  parameter: number,
) => `INSERT INTO incident (tenant_id, instance_id, key, process_key, process_version, business_key, element_key, element_id,
    code, message, status, raised_at, resolved_at)
  SELECT r.* FROM ${recordset(
    parameter,
    `tenant_id text, instance_id uuid, key text, process_key text, process_version int, business_key text, element_key text, element_id text,
    code text, message text, status text, raised_at timestamptz, resolved_at timestamptz`,
  )} JOIN written w ON w.id = r.instance_id`;

export const resolveIncidents = (parameter: number) => `UPDATE incident i SET status = 'resolved', resolved_at = r.resolved_at
  FROM ${recordset(parameter, 'tenant_id text, instance_id uuid, key text, resolved_at timestamptz')} JOIN written w ON w.id = r.instance_id
  WHERE i.tenant_id = r.tenant_id AND i.instance_id = r.instance_id AND i.key = r.key`;
