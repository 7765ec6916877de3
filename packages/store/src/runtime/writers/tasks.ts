import type { KeyFact } from '../../queries/task-queries.ts';
import { recordset } from './recordset.ts';

export type TaskRow = {
  tenant_id: string;
  instance_id: string;
  key: string;
  process_key: string;
  process_version: number;
  element_id: string;
  name: string;
  business_key: string | null;
  status: string;
  assignee: string | null;
  candidates: string[];
  priority: number;
  created_at: string;
  due_at: string | null;
  follow_up_at: string | null;
  requester_id: string | null;
  requester_name: string;
  facts: KeyFact[];
  completed_at: string | null;
  completed_by_id: string | null;
  completed_by_name: string | null;
  outcome: string | null;
  comment: string | null;
};

/** Null: stays as it is; but an assignee may be taken away, so `sets_assignee` says whether it counts. */
export type TaskChange = Pick<
  TaskRow,
  'tenant_id' | 'instance_id' | 'key' | 'assignee' | 'completed_at' | 'completed_by_id' | 'completed_by_name' | 'outcome' | 'comment'
> & {
  status: string | null;
  sets_assignee: boolean;
  facts: KeyFact[] | null;
};

export const insertTasks = (
  parameter: number,
) => `INSERT INTO task (tenant_id, instance_id, key, process_key, process_version, element_id, name, business_key, status, assignee,
    candidates, priority, created_at, due_at, follow_up_at, requester_id, requester_name, facts, completed_at, completed_by_id, completed_by_name, outcome, comment)
  SELECT r.* FROM ${recordset(
    parameter,
    `tenant_id text, instance_id uuid, key text, process_key text, process_version int, element_id text, name text, business_key text, status text, assignee text,
    candidates text[], priority int, created_at timestamptz, due_at timestamptz, follow_up_at timestamptz, requester_id text, requester_name text, facts jsonb,
    completed_at timestamptz, completed_by_id text, completed_by_name text, outcome text, comment text`,
  )} JOIN written w ON w.id = r.instance_id`;

export const changeTasks = (parameter: number) => `UPDATE task t
  SET status = coalesce(r.status, t.status), assignee = CASE WHEN r.sets_assignee THEN r.assignee ELSE t.assignee END, facts = coalesce(r.facts, t.facts),
    completed_at = r.completed_at, completed_by_id = r.completed_by_id, completed_by_name = r.completed_by_name, outcome = r.outcome, comment = r.comment
  FROM ${recordset(
    parameter,
    `tenant_id text, instance_id uuid, key text, status text, sets_assignee bool, assignee text, facts jsonb,
    completed_at timestamptz, completed_by_id text, completed_by_name text, outcome text, comment text`,
  )} JOIN written w ON w.id = r.instance_id
  WHERE t.tenant_id = r.tenant_id AND t.instance_id = r.instance_id AND t.key = r.key`;
