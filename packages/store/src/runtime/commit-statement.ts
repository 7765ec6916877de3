import { type IdempotencyRow, insertIdempotencyKeys } from './writers/idempotency-keys.ts';
import { type IncidentEnd, type IncidentRow, insertIncidents, resolveIncidents } from './writers/incidents.ts';
import { INSERT_EVENTS, INSERT_INSTANCES, INSTANCE_COLUMNS, type InstanceRow, updateInstances } from './writers/instances.ts';
import { insertJobs, type JobRetry, type JobRow, type RowKey, removeJobs, removeTimers, retryJobs } from './writers/jobs.ts';
import { heldLeases, type LeaseRow, lostLeases, UNLESS_LOST } from './writers/leases.ts';
import { changeTasks, insertTasks, type TaskChange, type TaskRow } from './writers/tasks.ts';
import { insertTimers, type TimerRow } from './writers/timers.ts';

/** Everything one commit writes, by table. */
export type CommitRows = {
  readonly instances: InstanceRow[];
  readonly leases: LeaseRow[];
  readonly tasksOpened: TaskRow[];
  readonly tasksChanged: TaskChange[];
  readonly jobsOpened: JobRow[];
  readonly jobsRetried: JobRetry[];
  readonly jobsClosed: RowKey[];
  readonly timersScheduled: TimerRow[];
  readonly timersRemoved: RowKey[];
  readonly incidentsRaised: IncidentRow[];
  readonly incidentsResolved: IncidentEnd[];
  readonly idempotencyKeys: IdempotencyRow[];
};

export const noRows = (): CommitRows => ({
  instances: [],
  leases: [],
  tasksOpened: [],
  tasksChanged: [],
  jobsOpened: [],
  jobsRetried: [],
  jobsClosed: [],
  timersScheduled: [],
  timersRemoved: [],
  incidentsRaised: [],
  incidentsResolved: [],
  idempotencyKeys: [],
});

type Table = Exclude<keyof CommitRows, 'instances' | 'leases'>;

/** One writer a table; each reads the instances whose fence held from `written`. */
const WRITERS: { readonly [T in Table]: (parameter: number) => string } = {
  tasksOpened: insertTasks,
  tasksChanged: changeTasks,
  jobsOpened: insertJobs,
  jobsRetried: retryJobs,
  jobsClosed: removeJobs,
  timersScheduled: insertTimers,
  timersRemoved: removeTimers,
  incidentsRaised: insertIncidents,
  incidentsResolved: resolveIncidents,
  idempotencyKeys: insertIdempotencyKeys,
};
const TABLES = Object.keys(WRITERS) as Table[];

export type CommitStatement = { readonly name: string; readonly text: string; readonly values: string[] };
/** Ids of the instances that were written, and the jobs whose lease was lost. */
export type CommitAnswer = { written: string[]; lost: { instance_id: string; key: string; attempt: number | null; worker: string | null }[] };

const texts = new Map<string, string>();

/**
 * One statement, one round trip, one transaction. Only the tables with rows are in it, so that a commit plans and runs no more than it needs;
 * each combination is prepared once a connection.
 */
export function commitStatement(rows: CommitRows): CommitStatement {
  const used = TABLES.filter((table) => rows[table].length > 0);
  const hasNew = rows.instances.some((row) => row.version === 1);
  const hasKnown = rows.instances.some((row) => row.version > 1);
  const hasLeases = rows.leases.length > 0;
  const name = `commit_${hasNew ? 'n' : ''}${hasKnown ? 'k' : ''}${hasLeases ? 'l' : ''}_${used.map((table) => TABLES.indexOf(table)).join('_')}`;
  let text = texts.get(name);
  if (!text) {
    text = compose(used, { hasNew, hasKnown, hasLeases });
    texts.set(name, text);
  }
  const values = [JSON.stringify(rows.instances), ...(hasLeases ? [JSON.stringify(rows.leases)] : []), ...used.map((table) => JSON.stringify(rows[table]))];
  return { name, text, values };
}

function compose(used: readonly Table[], { hasNew, hasKnown, hasLeases }: { hasNew: boolean; hasKnown: boolean; hasLeases: boolean }): string {
  const parts = [`input AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($1::jsonb) AS n(${INSTANCE_COLUMNS}))`];
  if (hasLeases) parts.push(`held AS MATERIALIZED (${heldLeases(2)})`, `lost AS MATERIALIZED (${lostLeases(2)})`);
  if (hasNew) parts.push(`inserted AS (${INSERT_INSTANCES})`);
  if (hasKnown) parts.push(`updated AS (${updateInstances(hasLeases ? UNLESS_LOST : '')})`);
  parts.push(`written AS MATERIALIZED (${[hasNew && 'SELECT id FROM inserted', hasKnown && 'SELECT id FROM updated'].filter(Boolean).join(' UNION ALL ')})`);
  parts.push(`events AS (${INSERT_EVENTS})`);
  const first = hasLeases ? 3 : 2;
  used.forEach((table, index) => {
    parts.push(`part_${index} AS (${WRITERS[table](first + index)})`);
  });
  const lost = hasLeases
    ? `(SELECT coalesce(jsonb_agg(jsonb_build_object('instance_id', instance_id, 'key', key, 'attempt', attempt, 'worker', worker)), '[]') FROM lost)`
    : `'[]'::jsonb`;
  return `WITH ${parts.join(',\n')}\nSELECT ARRAY(SELECT id::text FROM written) AS written, ${lost} AS lost`;
}
