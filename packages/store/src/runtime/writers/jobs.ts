import { recordset } from './recordset.ts';

export type JobRow = {
  tenant_id: string;
  instance_id: string;
  key: string;
  type: string;
  element_id: string;
  process_key: string;
  process_version: number;
  retries: number;
  headers: { readonly [name: string]: string };
  available_at: string;
};
export type JobRetry = { tenant_id: string; instance_id: string; key: string; retries: number; available_at: string };
export type RowKey = { tenant_id: string; instance_id: string; key: string };

export const insertJobs = (
  parameter: number,
) => `INSERT INTO job (tenant_id, instance_id, key, type, element_id, process_key, process_version, retries, headers, available_at, created_at)
  SELECT r.*, r.available_at FROM ${recordset(
    parameter,
    'tenant_id text, instance_id uuid, key text, type text, element_id text, process_key text, process_version int, retries int, headers jsonb, available_at timestamptz',
  )} JOIN written w ON w.id = r.instance_id`;

/** The lease ends with the failure; who comes next gets a new attempt number. */
export const retryJobs = (parameter: number) => `UPDATE job j SET retries = r.retries, available_at = r.available_at, worker = NULL
  FROM ${recordset(parameter, 'tenant_id text, instance_id uuid, key text, retries int, available_at timestamptz')} JOIN written w ON w.id = r.instance_id
  WHERE j.tenant_id = r.tenant_id AND j.instance_id = r.instance_id AND j.key = r.key`;

const remove = (table: string) => (parameter: number) =>
  `DELETE FROM ${table} x
  USING ${recordset(parameter, 'tenant_id text, instance_id uuid, key text')} JOIN written w ON w.id = r.instance_id
  WHERE x.tenant_id = r.tenant_id AND x.instance_id = r.instance_id AND x.key = r.key`;
export const removeJobs = remove('job');
export const removeTimers = remove('timer');
export const removeSubscriptions = remove('subscription');
