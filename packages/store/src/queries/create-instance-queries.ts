import { type EngineEvent, variablesOfScope } from '@baton/engine';
import type { Process } from '@baton/model';
import type { Pool } from 'pg';
import { decodeCursor, isInteger, isUuid, pageOf } from '../cursor.ts';
import { isInstanceId } from '../ids.ts';
import type { ProcessCache } from '../process-cache.ts';
import type { Person } from '../result.ts';
import { hasIncident as isInTrouble, summaryOf, waitingAt } from '../runtime/live-instance.ts';
import { loadInstances } from '../runtime/loads.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { likeText, sqlFilter } from '../sql-filter.ts';
import { elementInstances } from './element-instances.ts';
import type { CalledInstance, InstanceFilter, InstanceQueries, InstanceStatus, InstanceSummary } from './instance-queries.ts';

type HeadRow = {
  tenant_id: string;
  id: string;
  process_key: string;
  process_version: number;
  status: InstanceStatus;
  has_incident: boolean;
  business_key: string | null;
  waiting_at: string[];
  started_by_id: string | null;
  started_by_name: string;
  started_at: Date;
  ended_at: Date | null;
  parent_id: string | null;
  root_id: string | null;
};

const HEAD = `tenant_id, id, process_key, process_version, status, has_incident, business_key, waiting_at, started_by_id, started_by_name, started_at, ended_at, parent_id, root_id`;
const EVENT_PAGE = 500;
/** Ended elsewhere, by another node: seen by looking. */
const LOOK_EVERY_MS = 500;

export function createInstanceQueries({ pool, processes, runtime }: { pool: Pool; processes: ProcessCache; runtime: Runtime }): InstanceQueries {
  async function processOf(row: Pick<HeadRow, 'tenant_id' | 'process_key' | 'process_version'>): Promise<Process> {
    const compiled = await processes.version(row.tenant_id, row.process_key, row.process_version);
    if (!compiled) throw new Error(`Expected version ${row.process_version} of process ${row.process_key}, but there is none.`);
    return compiled.process;
  }

  async function summarise(rows: readonly HeadRow[]): Promise<InstanceSummary[]> {
    return Promise.all(rows.map(async (row) => summaryOfRow(row, await processOf(row))));
  }

  async function headOf(tenantId: string, instanceId: string): Promise<HeadRow | null> {
    if (!isInstanceId(instanceId)) return null;
    const { rows } = await pool.query<HeadRow>(`SELECT ${HEAD} FROM instance WHERE tenant_id = $1 AND id = $2`, [tenantId, instanceId]);
    return rows[0] ?? null;
  }

  async function get({ tenantId, instanceId }: { tenantId: string; instanceId: string }): Promise<InstanceSummary | null> {
    const head = await headOf(tenantId, instanceId);
    return head ? ((await summarise([head]))[0] ?? null) : null;
  }

  async function liveOf(tenantId: string, instanceId: string) {
    if (!isInstanceId(instanceId)) return null;
    const [found] = await loadInstances({ query: pool.query.bind(pool) as Pool['query'] }, processes, [{ tenantId, instanceId }]);
    return found ?? null;
  }

  /** Rows hold the events of one commit each; the month's partition is known from when the instance was started. */
  async function readEvents({
    tenantId,
    instanceId,
    afterSeq,
    limit,
  }: {
    tenantId: string;
    instanceId: string;
    afterSeq: number;
    limit: number;
  }): Promise<EngineEvent[] | null> {
    const head = await headOf(tenantId, instanceId);
    if (!head) return null;
    const { rows } = await pool.query<{ events: EngineEvent[] }>(
      `SELECT events FROM instance_event WHERE tenant_id = $1 AND instance_id = $2 AND at >= $3 AND last_seq > $4 ORDER BY first_seq LIMIT $5`,
      [tenantId, instanceId, head.started_at, afterSeq, limit],
    );
    return rows
      .flatMap((row) => row.events)
      .filter((event) => event.seq > afterSeq)
      .slice(0, limit);
  }

  return {
    async list({ limit, cursor, ...filter }) {
      const keys = filter.search ? await processesNamed(pool, filter.tenantId, filter.search) : [];
      const where = conditions(filter, keys);
      const after = decodeCursor(cursor, [isUuid]);
      if (after) where.where('id < ?', after[0]);
      const { rows } = await pool.query<HeadRow>(`SELECT ${HEAD} FROM instance ${where.text} ORDER BY id DESC LIMIT ${where.value(limit + 1)}`, where.values);
      const summaries = await summarise(rows);
      return pageOf(summaries, limit, { toItem: (item) => item, toCursor: (item) => [item.id] });
    },

    get,

    async children({ tenantId, instanceId }) {
      if (!isInstanceId(instanceId)) return [];
      const { rows } = await pool.query<CalledInstance>(
        `SELECT id, process_key AS "processKey", process_version AS version, status, call_element_id AS "elementId" FROM instance
          WHERE tenant_id = $1 AND parent_id = $2 ORDER BY id LIMIT 200`,
        [tenantId, instanceId],
      );
      return rows;
    },

    async snapshot({ tenantId, instanceId }) {
      const live = await liveOf(tenantId, instanceId);
      return (
        live && {
          instance: { ...summaryOf(live), hasIncident: isInTrouble(live) },
          process: live.process,
          state: live.state,
          seq: live.state.seq,
          initiator: live.startedBy,
        }
      );
    },

    async variables({ tenantId, instanceId, scopeKey = 'e1' }) {
      const live = await liveOf(tenantId, instanceId);
      if (!live) return null;
      return variablesOfScope(live.state, scopeKey) ?? null;
    },

    async elements({ tenantId, instanceId, limit, cursor }) {
      const head = await headOf(tenantId, instanceId);
      if (!head) return null;
      const after = Number(decodeCursor(cursor, [isInteger])?.[0] ?? 0);
      const events = await allEvents(readEvents, tenantId, instanceId);
      const all = elementInstances(await processOf(head), events).filter((element) => element.startSeq > after);
      return pageOf(all, limit, { toItem: ({ startSeq, ...element }) => element, toCursor: (element) => [element.startSeq] });
    },

    events: readEvents,

    async positions(instances) {
      const { rows } = await pool.query<{ id: string; seq: number }>({
        name: 'instance_positions',
        text: `SELECT i.id, i.seq FROM unnest($1::text[], $2::uuid[]) AS w(tenant_id, id) JOIN instance i ON i.tenant_id = w.tenant_id AND i.id = w.id`,
        values: [instances.map((one) => one.tenantId), instances.map((one) => one.instanceId)],
      });
      return new Map(rows.map((row) => [row.id, row.seq]));
    },

    async waitUntilEnded({ tenantId, instanceId, timeoutMs }) {
      const until = performance.now() + timeoutMs;
      let summary = await get({ tenantId, instanceId });
      while (summary?.status === 'active' && performance.now() < until) {
        await changed(runtime, instanceId, Math.min(LOOK_EVERY_MS, until - performance.now()));
        summary = await get({ tenantId, instanceId });
      }
      return summary;
    },

    async isInvolved({ tenantId, instanceId, identities, groups }) {
      if (!isInstanceId(instanceId)) return false;
      const names = [...identities];
      const { rows } = await pool.query<{ involved: boolean }>(
        `SELECT EXISTS (SELECT 1 FROM instance WHERE tenant_id = $1 AND id = $2 AND started_by_id = ANY($3))
          OR EXISTS (SELECT 1 FROM task WHERE tenant_id = $1 AND instance_id = $2 AND (assignee = ANY($3) OR completed_by_id = ANY($3) OR candidates && $4)) AS involved`,
        [tenantId, instanceId, names, [...names.map((name) => `u:${name}`), ...groups.map((name) => `g:${name}`)]],
      );
      return rows[0]?.involved ?? false;
    },
  };
}

function summaryOfRow(row: HeadRow, process: Process): InstanceSummary {
  const startedBy: Person = row.started_by_id ? { userId: row.started_by_id, name: row.started_by_name } : { name: row.started_by_name };
  return {
    id: row.id,
    processKey: row.process_key,
    processName: process.name,
    version: row.process_version,
    status: row.status,
    hasIncident: row.has_incident,
    businessKey: row.business_key,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    startedBy,
    parentId: row.parent_id,
    rootId: row.root_id ?? row.id,
    waitingAt: waitingAt(process, row.waiting_at),
  };
}

/** The first id of a millisecond: ids begin with the time of the start, so a span of time is a span of ids. */
function firstIdOf(ms: number): string {
  const time = Math.max(0, Math.trunc(ms)).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7000-8000-000000000000`;
}

/** Nothing was started before 1970, and PostgreSQL knows no year 0. */
const instantOf = (iso: string) => new Date(Math.max(0, Date.parse(iso))).toISOString();

function conditions(filter: InstanceFilter, processKeys: readonly string[]) {
  const sql = sqlFilter();
  sql.where('tenant_id = ?', filter.tenantId);
  if (filter.processKey !== undefined) sql.where('process_key = ?', filter.processKey);
  if (filter.status !== undefined) sql.where(`status = '${STATUS_TEXT[filter.status]}'`);
  if (filter.businessKey !== undefined) sql.where('business_key = ?', filter.businessKey);
  if (filter.elementId !== undefined) sql.where(`status = 'active' AND waiting_at @> ARRAY[?]`, filter.elementId);
  if (filter.hasIncident !== undefined) sql.where(filter.hasIncident ? 'has_incident' : 'NOT has_incident');
  if (filter.startedAfter !== undefined) sql.where('id >= ? AND started_at > ?', firstIdOf(Date.parse(filter.startedAfter)), instantOf(filter.startedAfter));
  if (filter.startedBefore !== undefined)
    sql.where('id < ? AND started_at < ?', firstIdOf(Date.parse(filter.startedBefore) + 1), instantOf(filter.startedBefore));
  if (filter.startedByUserId !== undefined) sql.where('started_by_id = ?', filter.startedByUserId);
  if (filter.parentId !== undefined) sql.where('parent_id = ?::uuid', isInstanceId(filter.parentId) ? filter.parentId : null);
  if (filter.search) {
    const id = isInstanceId(filter.search) ? filter.search : null;
    sql.where('(business_key LIKE ? OR process_key = ANY(?) OR id = ?::uuid)', `${likeText(filter.search)}%`, processKeys, id);
  }
  return sql;
}

/** Written into the statement, not passed: an index of active instances only helps a plan that knows it asks for them. */
const STATUS_TEXT: { readonly [S in InstanceStatus]: string } = {
  active: 'active',
  completed: 'completed',
  cancelled: 'cancelled',
  suspended: 'suspended',
  failed: 'failed',
};

async function processesNamed(pool: Pool, tenantId: string, search: string): Promise<string[]> {
  const { rows } = await pool.query<{ key: string }>('SELECT key FROM process WHERE tenant_id = $1 AND name ILIKE $2', [tenantId, `%${likeText(search)}%`]);
  return rows.map((row) => row.key);
}

async function allEvents(read: InstanceQueries['events'], tenantId: string, instanceId: string): Promise<EngineEvent[]> {
  const all: EngineEvent[] = [];
  for (;;) {
    const next = (await read({ tenantId, instanceId, afterSeq: all.at(-1)?.seq ?? 0, limit: EVENT_PAGE })) ?? [];
    all.push(...next);
    if (next.length < EVENT_PAGE) return all;
  }
}

function changed(runtime: Runtime, instanceId: string, timeoutMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timeout = setTimeout(end, Math.max(1, timeoutMs));
    const forget = runtime.onCommitted((changes) => {
      if (changes.some((change) => change.instanceId === instanceId)) end();
    });
    function end() {
      clearTimeout(timeout);
      forget();
      resolve();
    }
  });
}
