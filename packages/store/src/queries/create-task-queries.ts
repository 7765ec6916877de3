import { type Values, variablesVisibleAt } from '@baton/engine';
import { DEFAULT_OUTCOMES, type Outcome, type Process } from '@baton/model';
import type { Pool } from 'pg';
import { decodeCursor, isInteger, isText, isTime, isUuid, pageOf } from '../cursor.ts';
import { isInstanceId, parseRowId, rowIdOf } from '../ids.ts';
import type { ProcessCache } from '../process-cache.ts';
import type { Person } from '../result.ts';
import { loadInstances } from '../runtime/loads.ts';
import { likeText, sqlFilter } from '../sql-filter.ts';
import type { PeopleStore } from './people-store.ts';
import type { KeyFact, Task, TaskFilter, TaskOutcome, TaskQueries, TaskStatus, Viewer } from './task-queries.ts';

type TaskRow = {
  tenant_id: string;
  instance_id: string;
  key: string;
  process_key: string;
  process_version: number;
  element_id: string;
  name: string;
  business_key: string | null;
  status: TaskStatus;
  assignee: string | null;
  candidates: string[];
  priority: number;
  created_at: Date;
  due_at: Date | null;
  requester_id: string | null;
  requester_name: string;
  facts: KeyFact[];
  completed_at: Date | null;
  completed_by_id: string | null;
  completed_by_name: string | null;
  outcome: string | null;
  comment: string | null;
};

const COLUMNS = `tenant_id, instance_id, key, process_key, process_version, element_id, name, business_key, status, assignee, candidates, priority, created_at, due_at,
  requester_id, requester_name, facts, completed_at, completed_by_id, completed_by_name, outcome, comment`;
/** As the indexes have it. */
const DUE = `coalesce(due_at, 'infinity'::timestamptz)`;
const TO_DO = `status IN ('open', 'claimed')`;

const candidatesOf = ({ identities, groups }: Viewer) => [...identities.map((name) => `u:${name}`), ...groups.map((name) => `g:${name}`)];

export function createTaskQueries({ pool, processes, people }: { pool: Pool; processes: ProcessCache; people: PeopleStore }): TaskQueries {
  async function tasksOf(tenantId: string, rows: readonly TaskRow[]): Promise<Task[]> {
    const identities = rows.flatMap((row) => (row.assignee ? [row.assignee] : []));
    const names = await people.names({ tenantId, identities });
    return Promise.all(
      rows.map(async (row) => {
        const compiled = await processes.version(tenantId, row.process_key, row.process_version);
        if (!compiled) throw new Error(`Expected version ${row.process_version} of process ${row.process_key} for a task, but there is none.`);
        const known = row.assignee ? names.get(row.assignee) : undefined;
        const assignee: Person | null = row.assignee ? { userId: known?.id ?? row.assignee, name: known?.name ?? row.assignee } : null;
        return taskOf(row, compiled.process, assignee);
      }),
    );
  }

  async function rowOf(tenantId: string, taskId: string): Promise<TaskRow | null> {
    const id = parseRowId(taskId);
    if (!id) return null;
    const { rows } = await pool.query<TaskRow>(`SELECT ${COLUMNS} FROM task WHERE tenant_id = $1 AND instance_id = $2 AND key = $3`, [
      tenantId,
      id.instanceId,
      id.key,
    ]);
    return rows[0] ?? null;
  }

  return {
    async list({ limit, cursor, ...filter }) {
      const where = conditions(filter);
      const isDone = filter.status === 'completed' || filter.status === 'cancelled';
      const order = isDone ? keysetOfDone(where, cursor) : keysetOfToDo(where, cursor);
      const { rows } = await pool.query<TaskRow>(`SELECT ${COLUMNS} FROM task ${where.text} ${order} LIMIT ${where.value(limit + 1)}`, where.values);
      const page = pageOf(rows, limit, {
        toItem: (row) => row,
        toCursor: (row) =>
          isDone
            ? [row.completed_at?.toISOString() ?? '', row.instance_id, row.key]
            : [row.due_at?.toISOString() ?? 'infinity', -row.priority, row.instance_id, row.key],
      });
      return { ...page, items: await tasksOf(filter.tenantId, page.items) };
    },

    async counts({ tenantId, viewer }) {
      const { rows } = await pool.query<{ mine: number; candidate: number; done: number }>(
        `SELECT (SELECT count(*)::int FROM task WHERE tenant_id = $1 AND assignee = ANY($2) AND ${TO_DO}) AS mine,
          (SELECT count(*)::int FROM task WHERE tenant_id = $1 AND status = 'open' AND assignee IS NULL AND candidates && $3) AS candidate,
          (SELECT count(*)::int FROM task WHERE tenant_id = $1 AND completed_by_id = ANY($2) AND status = 'completed') AS done`,
        [tenantId, viewer.identities, candidatesOf(viewer)],
      );
      return rows[0] ?? { mine: 0, candidate: 0, done: 0 };
    },

    async get({ tenantId, taskId }) {
      const row = await rowOf(tenantId, taskId);
      return row ? ((await tasksOf(tenantId, [row]))[0] ?? null) : null;
    },

    async variables({ tenantId, taskId }) {
      const id = parseRowId(taskId);
      if (!id) return null;
      const [instance] = await loadInstances({ query: pool.query.bind(pool) as Pool['query'] }, processes, [{ tenantId, instanceId: id.instanceId }]);
      if (!instance) return null;
      // A task that is over has no scope of its own any more: the process's variables are what is left.
      return variablesVisibleAt(instance.state, id.key in instance.state.elements ? id.key : 'e1');
    },

    async draft({ tenantId, taskId, userId }) {
      const id = parseRowId(taskId);
      const nothing = { variables: {}, comment: null, savedAt: null };
      if (!id) return nothing;
      const { rows } = await pool.query<{ variables: Values; comment: string | null; saved_at: Date }>(
        'SELECT variables, comment, saved_at FROM task_draft WHERE tenant_id = $1 AND instance_id = $2 AND key = $3 AND user_id = $4',
        [tenantId, id.instanceId, id.key, userId],
      );
      return rows[0] ? { variables: rows[0].variables, comment: rows[0].comment, savedAt: rows[0].saved_at.toISOString() } : nothing;
    },

    async saveDraft({ tenantId, taskId, userId, variables, comment }) {
      const id = parseRowId(taskId);
      if (!id) throw new Error(`Expected the id of a task, but got ${taskId}.`);
      const { rows } = await pool.query<{ saved_at: Date }>(
        `INSERT INTO task_draft (tenant_id, instance_id, key, user_id, variables, comment, saved_at) VALUES ($1, $2, $3, $4, $5, $6, now())
          ON CONFLICT (tenant_id, instance_id, key, user_id) DO UPDATE SET variables = excluded.variables, comment = excluded.comment, saved_at = excluded.saved_at RETURNING saved_at`,
        [tenantId, id.instanceId, id.key, userId, JSON.stringify(variables), comment],
      );
      return { savedAt: (rows[0]?.saved_at ?? new Date()).toISOString() };
    },
  };
}

type Where = ReturnType<typeof sqlFilter>;

/** What each view shows, with the status that is asked for. */
const VIEWS: { readonly [V in TaskFilter['view']]: (where: Where, viewer: Viewer, isDone: boolean) => void } = {
  mine: (where, { identities }, isDone) => where.where(isDone ? 'completed_by_id = ANY(?)' : 'assignee = ANY(?)', identities),
  candidate: (where, viewer) => where.where(`status = 'open' AND assignee IS NULL AND candidates && ?::text[]`, candidatesOf(viewer)),
  all: () => undefined,
};

/** Statuses are written into the statement: the indexes of what is to do only help a plan that sees them. */
const STATUSES: { readonly [S in NonNullable<TaskFilter['status']>]: string } = {
  open: `status = 'open'`,
  claimed: `status = 'claimed'`,
  completed: `status = 'completed' AND completed_at IS NOT NULL`,
  cancelled: `status = 'cancelled' AND completed_at IS NOT NULL`,
  todo: TO_DO,
};

function conditions(filter: Omit<TaskFilter, 'limit' | 'cursor'>): Where {
  const where = sqlFilter();
  const status = filter.status ?? 'todo';
  where.where('tenant_id = ?', filter.tenantId);
  where.where(STATUSES[status]);
  VIEWS[filter.view](where, filter.viewer, status === 'completed');
  if (filter.processKey !== undefined) where.where('process_key = ?', filter.processKey);
  if (filter.instanceId !== undefined) where.where('instance_id = ?::uuid', isInstanceId(filter.instanceId) ? filter.instanceId : null);
  if (filter.search) {
    const like = `%${likeText(filter.search)}%`;
    where.where('(name ILIKE ? OR business_key ILIKE ? OR requester_name ILIKE ? OR facts::text ILIKE ?)', like, like, like, like);
  }
  return where;
}

function keysetOfToDo(where: Where, cursor: string | undefined): string {
  const after = decodeCursor(cursor, [isTime, isInteger, isUuid, isText]);
  if (after) where.where(`(${DUE}, -priority, instance_id, key) > (?::timestamptz, ?::int, ?::uuid, ?::text)`, ...after);
  return `ORDER BY ${DUE}, -priority, instance_id, key`;
}

function keysetOfDone(where: Where, cursor: string | undefined): string {
  const after = decodeCursor(cursor, [isTime, isUuid, isText]);
  if (after)
    where.where(
      '(completed_at < ?::timestamptz OR (completed_at = ?::timestamptz AND (instance_id, key) > (?::uuid, ?::text)))',
      after[0],
      after[0],
      after[1],
      after[2],
    );
  return 'ORDER BY completed_at DESC, instance_id, key';
}

function taskOf(row: TaskRow, process: Process, assignee: Person | null): Task {
  const named = (prefix: string) => row.candidates.filter((candidate) => candidate.startsWith(prefix)).map((candidate) => candidate.slice(prefix.length));
  return {
    id: rowIdOf(row.instance_id, row.key),
    instanceId: row.instance_id,
    processKey: row.process_key,
    processName: process.name,
    version: row.process_version,
    elementId: row.element_id,
    name: row.name,
    businessKey: row.business_key,
    status: row.status,
    assignee,
    candidateUsers: named('u:'),
    candidateGroups: named('g:'),
    priority: row.priority,
    createdAt: row.created_at.toISOString(),
    dueAt: row.due_at?.toISOString() ?? null,
    requester: row.requester_id ? { userId: row.requester_id, name: row.requester_name } : { name: row.requester_name },
    keyFacts: row.facts,
    outcomes: outcomesOf(process, row.element_id),
    completedAt: row.completed_at?.toISOString() ?? null,
    completedBy: row.completed_by_name ? { ...(row.completed_by_id ? { userId: row.completed_by_id } : {}), name: row.completed_by_name } : null,
    outcome: row.outcome,
    comment: row.comment,
  };
}

/** None for a task that isn't a decision: it is just completed. */
function outcomesOf(process: Process, elementId: string): TaskOutcome[] {
  const element = process.has(elementId) ? process.node(elementId) : null;
  const approval = element && 'approval' in element ? element.approval : undefined;
  if (!approval) return [];
  return (approval.outcomes ?? DEFAULT_OUTCOMES).map((outcome: Outcome) => ({
    value: outcome.value,
    label: outcome.label,
    tone: outcome.tone ?? 'neutral',
    commentRequired: outcome.commentRequired ?? false,
  }));
}
