import { recordset } from './recordset.ts';

export type TimerRow = { tenant_id: string; instance_id: string; key: string; element_id: string; due_at: string };

export const insertTimers = (parameter: number) => `INSERT INTO timer (tenant_id, instance_id, key, element_id, due_at, available_at)
  SELECT r.*, r.due_at FROM ${recordset(parameter, 'tenant_id text, instance_id uuid, key text, element_id text, due_at timestamptz')} JOIN written w ON w.id = r.instance_id`;
