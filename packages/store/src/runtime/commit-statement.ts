import { type IdempotencyRow, insertIdempotencyKeys } from './writers/idempotency-keys.ts';
import { type IncidentEnd, type IncidentRow, insertIncidents, resolveIncidents } from './writers/incidents.ts';
import { INSERT_EVENTS, INSTANCE_COLUMNS, type InstanceRow, insertInstances, updateInstances } from './writers/instances.ts';
import { insertJobs, type JobRetry, type JobRow, type RowKey, removeJobs, removeSubscriptions, removeTimers, retryJobs } from './writers/jobs.ts';
import { heldLeases, type LeaseRow, lostLeases, UNLESS_LOST } from './writers/leases.ts';
import { insertMessages, type MessageRow } from './writers/messages.ts';
import { insertOutbox, type OutboxRow } from './writers/outbox.ts';
import { insertSubscriptions, type SubscriptionRow } from './writers/subscriptions.ts';
import { heldMessages, heldOutbox, missedTakes, type TakeRow, takeMessages, takeOutbox, UNLESS_MISSED } from './writers/takes.ts';
import { changeTasks, insertTasks, type TaskChange, type TaskRow } from './writers/tasks.ts';
import { insertTimers, type TimerRow } from './writers/timers.ts';

/** Everything one commit writes, by table. */
export type CommitRows = {
  readonly instances: InstanceRow[];
  readonly leases: LeaseRow[];
  readonly takes: TakeRow[];
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
  readonly subscriptionsOpened: SubscriptionRow[];
  readonly subscriptionsClosed: RowKey[];
  readonly messagesThrown: MessageRow[];
  readonly outbox: OutboxRow[];
};

export const noRows = (): CommitRows => ({
  instances: [],
  leases: [],
  takes: [],
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
  subscriptionsOpened: [],
  subscriptionsClosed: [],
  messagesThrown: [],
  outbox: [],
});

type Table = Exclude<keyof CommitRows, 'instances' | 'leases' | 'takes'>;

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
  subscriptionsOpened: insertSubscriptions,
  subscriptionsClosed: removeSubscriptions,
  messagesThrown: insertMessages,
  outbox: insertOutbox,
};
const TABLES = Object.keys(WRITERS) as Table[];

export type CommitStatement = { readonly name: string; readonly text: string; readonly values: string[] };
/** Ids of the instances that were written, the jobs whose lease was lost, and what somebody else had taken. */
export type CommitAnswer = {
  written: string[];
  missed: { instance_id: string; source: string; id: string }[];
  lost: { instance_id: string; key: string; attempt: number | null; worker: string | null }[];
};

const texts = new Map<string, string>();

/**
 * One statement, one round trip, one transaction. Only the tables with rows are in it, so that a commit plans and runs no more than it needs;
 * each combination is prepared once a connection.
 */
export function commitStatement(rows: CommitRows): CommitStatement {
  const used = TABLES.filter((table) => rows[table].length > 0);
  const shape: Shape = {
    hasNew: rows.instances.some((row) => row.version === 1),
    hasKnown: rows.instances.some((row) => row.version > 1),
    hasKeys: rows.instances.some((row) => row.version === 1 && row.correlation_key !== undefined),
    hasLeases: rows.leases.length > 0,
    hasTakes: rows.takes.length > 0,
  };
  const name = `commit_${lettersOf(shape)}_${used.map((table) => TABLES.indexOf(table)).join('_')}`;
  let text = texts.get(name);
  if (!text) {
    text = compose(used, shape);
    texts.set(name, text);
  }
  const values = [
    JSON.stringify(rows.instances),
    ...[rows.leases, rows.takes].filter((list) => list.length > 0).map((list) => JSON.stringify(list)),
    ...used.map((table) => JSON.stringify(rows[table])),
  ];
  return { name, text, values };
}

type Shape = { readonly hasNew: boolean; readonly hasKnown: boolean; readonly hasKeys: boolean; readonly hasLeases: boolean; readonly hasTakes: boolean };
const lettersOf = ({ hasNew, hasKnown, hasKeys, hasLeases, hasTakes }: Shape) =>
  `${hasNew ? 'n' : ''}${hasKnown ? 'k' : ''}${hasKeys ? 'c' : ''}${hasLeases ? 'l' : ''}${hasTakes ? 't' : ''}`;

function compose(used: readonly Table[], { hasNew, hasKnown, hasKeys, hasLeases, hasTakes }: Shape): string {
  const parts = [`input AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($1::jsonb) AS n(${INSTANCE_COLUMNS}))`];
  const takes = hasLeases ? 3 : 2;
  if (hasLeases) parts.push(`held AS MATERIALIZED (${heldLeases(2)})`, `lost AS MATERIALIZED (${lostLeases(2)})`);
  if (hasTakes)
    parts.push(
      `held_outbox AS MATERIALIZED (${heldOutbox(takes)})`,
      `held_messages AS MATERIALIZED (${heldMessages(takes)})`,
      `missed AS MATERIALIZED (${missedTakes(takes)})`,
    );
  const unlessMissed = hasTakes ? UNLESS_MISSED : '';
  if (hasNew) parts.push(`inserted AS (${insertInstances(unlessMissed, hasKeys)})`);
  if (hasKnown) parts.push(`updated AS (${updateInstances(`${hasLeases ? UNLESS_LOST : ''}${unlessMissed}`)})`);
  parts.push(`written AS MATERIALIZED (${[hasNew && 'SELECT id FROM inserted', hasKnown && 'SELECT id FROM updated'].filter(Boolean).join(' UNION ALL ')})`);
  parts.push(`events AS (${INSERT_EVENTS})`);
  if (hasTakes) parts.push(`taken_outbox AS (${takeOutbox(takes)})`, `taken_messages AS (${takeMessages(takes)})`);
  const first = takes + (hasTakes ? 1 : 0);
  used.forEach((table, index) => {
    parts.push(`part_${index} AS (${WRITERS[table](first + index)})`);
  });
  const lost = hasLeases ? allOf('lost', ['instance_id', 'key', 'attempt', 'worker']) : NONE;
  const missed = hasTakes ? allOf('missed', ['instance_id', 'source', 'id']) : NONE;
  return `WITH ${parts.join(',\n')}\nSELECT ARRAY(SELECT id::text FROM written) AS written, ${lost} AS lost, ${missed} AS missed`;
}

const NONE = `'[]'::jsonb`;
const allOf = (table: string, columns: readonly string[]) =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_object(${columns.map((column) => `'${column}', ${column}`).join(', ')})), '[]') FROM ${table})`;
