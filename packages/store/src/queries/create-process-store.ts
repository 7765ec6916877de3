import type { Json } from '@baton/engine';
import { compile, type Form, type Graph, type Process } from '@baton/model';
import type { Pool, PoolClient } from 'pg';
import { decodeCursor, isText, isTime, pageOf } from '../cursor.ts';
import { newId } from '../ids.ts';
import { startSubscriptionsOf } from '../outgoing/start-subscriptions.ts';
import { writeStartSubscriptions } from '../outgoing/write-start-subscriptions.ts';
import type { ProcessCache } from '../process-cache.ts';
import { type Person, refused } from '../result.ts';
import { likeText, sqlFilter } from '../sql-filter.ts';
import { inTransaction } from '../transaction.ts';
import type { DeployedProcess, Draft, DraftContent, ProcessStatus, ProcessStore, ProcessSummary, PublishedVersion, VersionSummary } from './process-store.ts';

type ProcessRow = {
  key: string;
  name: string;
  description: string | null;
  status: ProcessStatus;
  owner_id: string | null;
  owner_name: string | null;
  latest_version: number | null;
  published_at: Date | null;
  is_startable: boolean;
  start_form: Form | null;
  changed_at: Date;
  running: number;
  needs_attention: number;
};
type VersionRow = {
  version: number;
  id: string;
  name: string;
  published_at: Date;
  published_by_id: string | null;
  published_by_name: string;
  note: string | null;
};
type DraftRow = {
  graph: Json;
  state: Buffer;
  revision: number;
  changed_at: Date;
  changed_by_id: string | null;
  changed_by_name: string | null;
  based_on: number | null;
};

/** The counts are two looks into small indexes for each process of the page. */
const COLUMNS = `p.key, p.name, p.description, p.status, p.owner_id, p.owner_name, p.latest_version, p.published_at, p.is_startable, p.start_form, p.changed_at,
  (SELECT count(*)::int FROM instance i WHERE i.tenant_id = p.tenant_id AND i.process_key = p.key AND i.status = 'active') AS running,
  (SELECT count(*)::int FROM instance i WHERE i.tenant_id = p.tenant_id AND i.process_key = p.key AND i.has_incident) AS needs_attention`;
const DRAFT = 'graph, state, revision, changed_at, changed_by_id, changed_by_name, based_on';

const etagOf = (revision: number) => String(revision);
const person = (id: string | null, name: string): Person => (id ? { userId: id, name } : { name });

type Dependencies = {
  readonly pool: Pool;
  readonly processes: ProcessCache;
  readonly now: () => number;
  /** After a new version is there. */
  readonly onPublished: (tenantId: string, key: string) => void;
};

export function createProcessStore({ pool, processes, now, onPublished }: Dependencies): ProcessStore {
  async function summary(tenantId: string, key: string): Promise<ProcessSummary | null> {
    const { rows } = await pool.query<ProcessRow>(`SELECT ${COLUMNS} FROM process p WHERE p.tenant_id = $1 AND p.key = $2`, [tenantId, key]);
    return rows[0] ? summaryOf(rows[0]) : null;
  }

  async function draft({ tenantId, key }: { tenantId: string; key: string }): Promise<Draft | null> {
    const { rows } = await pool.query<DraftRow>(`SELECT ${DRAFT} FROM draft WHERE tenant_id = $1 AND process_key = $2`, [tenantId, key]);
    return rows[0] ? draftOf(key, rows[0]) : null;
  }

  /** `change` sees the stored draft with its row locked and says what it becomes, or null to leave it. */
  async function changeDraft(
    { tenantId, key, by }: { tenantId: string; key: string; by: Person },
    change: (row: DraftRow) => DraftContent | null,
  ): Promise<Draft | 'not-found' | 'unchanged'> {
    return inTransaction(pool, async (client) => {
      const { rows } = await client.query<DraftRow>(`SELECT ${DRAFT} FROM draft WHERE tenant_id = $1 AND process_key = $2 FOR UPDATE`, [tenantId, key]);
      if (!rows[0]) return 'not-found';
      const content = change(rows[0]);
      if (!content) return 'unchanged';
      const written = await client.query<DraftRow>(
        `UPDATE draft SET graph = $3, state = $4, checksum = $5, revision = revision + 1, changed_at = now(), changed_by_id = $6, changed_by_name = $7
          WHERE tenant_id = $1 AND process_key = $2 RETURNING ${DRAFT}`,
        [tenantId, key, JSON.stringify(content.graph), Buffer.from(content.state), content.checksum, by.userId ?? null, by.name],
      );
      await client.query(
        `UPDATE process p SET name = coalesce($4, p.name), changed_at = now(), description = $5,
            status = CASE WHEN v.checksum IS NULL THEN 'draft' WHEN v.checksum = $3 THEN 'live' ELSE 'draft-ahead' END
          FROM (SELECT 1) AS one LEFT JOIN process_version v ON v.tenant_id = $1 AND v.process_key = $2
            AND v.version = (SELECT latest_version FROM process WHERE tenant_id = $1 AND key = $2)
          WHERE p.tenant_id = $1 AND p.key = $2`,
        [tenantId, key, content.checksum, textOf(content.graph, 'name'), textOf(content.graph, 'description')],
      );
      return draftOf(key, written.rows[0]!);
    });
  }

  return {
    async list({ tenantId, search, status, startable, limit, cursor }) {
      const where = sqlFilter();
      where.where('p.tenant_id = ?', tenantId);
      if (search) where.where('(p.name ILIKE ? OR p.key ILIKE ?)', `%${likeText(search)}%`, `%${likeText(search)}%`);
      if (status) where.where('p.status = ?', status);
      if (startable !== undefined) where.where('p.is_startable = ?', startable);
      const after = decodeCursor(cursor, [isTime, isText]);
      if (after) where.where('(p.changed_at < ?::timestamptz OR (p.changed_at = ?::timestamptz AND p.key > ?))', after[0], after[0], after[1]);
      const { rows } = await pool.query<ProcessRow>(
        `SELECT ${COLUMNS} FROM process p ${where.text} ORDER BY p.changed_at DESC, p.key LIMIT ${where.value(limit + 1)}`,
        where.values,
      );
      return pageOf(rows, limit, { toItem: summaryOf, toCursor: (row) => [row.changed_at.toISOString(), row.key] });
    },

    async get({ tenantId, key }) {
      const found = await summary(tenantId, key);
      if (!found) return null;
      const { rows } = await pool.query<VersionRow>(
        'SELECT version, id, name, published_at, published_by_id, published_by_name, note FROM process_version WHERE tenant_id = $1 AND process_key = $2 ORDER BY version DESC LIMIT 200',
        [tenantId, key],
      );
      return { ...found, versions: rows.map(versionOf) };
    },

    async createDraft({ tenantId, key, name, by, graph, state, checksum }) {
      const isNew = await inTransaction(pool, async (client) => {
        const { rowCount } = await client.query(
          `INSERT INTO process (tenant_id, key, name, description, status, owner_id, owner_name) VALUES ($1, $2, $3, $4, 'draft', $5, $6) ON CONFLICT DO NOTHING`,
          [tenantId, key, name, textOf(graph, 'description'), by.userId ?? null, by.name],
        );
        if (rowCount) await insertDraft(client, { tenantId, key, by, basedOn: null }, { graph, state, checksum });
        return rowCount === 1;
      });
      const process = isNew ? await summary(tenantId, key) : null;
      return process ? { ok: true, process } : refused('already-exists', `Expected a key that no process has, but ${key} is taken.`);
    },

    async deleteDraft({ tenantId, key }) {
      return inTransaction(pool, async (client) => {
        const { rows } = await client.query<{ latest_version: number | null }>(
          'SELECT latest_version FROM process WHERE tenant_id = $1 AND key = $2 FOR UPDATE',
          [tenantId, key],
        );
        if (!rows[0]) return refused('not-found', `Expected a process ${key}, but there is none.`);
        if (rows[0].latest_version !== null) return refused('in-use', `Expected a draft that was never published, but ${key} was: its versions stay.`);
        await client.query('DELETE FROM draft WHERE tenant_id = $1 AND process_key = $2', [tenantId, key]);
        await client.query('DELETE FROM process WHERE tenant_id = $1 AND key = $2', [tenantId, key]);
        return { ok: true as const };
      });
    },

    draft,

    async replaceDraft({ tenantId, key, by, ifMatch, graph, state, checksum }) {
      const changed = await changeDraft({ tenantId, key, by }, (row) =>
        ifMatch === null || ifMatch === etagOf(row.revision) ? { graph, state, checksum } : null,
      );
      if (changed === 'not-found') return refused('not-found', `Expected a draft of ${key}, but there is none.`);
      if (changed === 'unchanged') return refused('draft-changed', 'Expected the draft as it was read, but it has changed meanwhile. Read it again.');
      return { ok: true, draft: changed };
    },

    async mergeDraft({ tenantId, key, by, merge }) {
      const changed = await changeDraft({ tenantId, key, by }, (row) => merge(new Uint8Array(row.state)));
      if (typeof changed === 'string') return refused('not-found', `Expected a draft of ${key}, but there is none.`);
      return { ok: true, draft: changed };
    },

    async version({ tenantId, key, version }) {
      const { rows } = await pool.query<VersionRow & { checksum: string; graph: Graph }>(
        `SELECT version, id, name, published_at, published_by_id, published_by_name, note, checksum, graph FROM process_version
          WHERE tenant_id = $1 AND process_key = $2 AND ($3::int IS NULL OR version = $3) ORDER BY version DESC LIMIT 1`,
        [tenantId, key, version === 'latest' ? null : version],
      );
      const [row] = rows;
      return row ? ({ ...versionOf(row), key, checksum: row.checksum, graph: row.graph } satisfies PublishedVersion) : null;
    },

    process: async ({ tenantId, key, version }) =>
      (await (version === 'latest' ? processes.latest(tenantId, key) : processes.version(tenantId, key, version)))?.process ?? null,

    async publish({ tenantId, by, processes: published }) {
      const deployed = await inTransaction(pool, async (client) => {
        const all: DeployedProcess[] = [];
        // In order of their keys, so that two deployments of the same processes don't wait for each other.
        for (const one of [...published].sort((a, b) => (a.graph.key < b.graph.key ? -1 : 1)))
          all.push(await publishOne(client, { tenantId, by, now: now(), ...one }));
        return all;
      });
      for (const { key } of deployed) processes.published(tenantId, key);
      for (const { key, changed } of deployed) if (changed) onPublished(tenantId, key);
      return deployed;
    },
  };
}

type Publication = {
  tenantId: string;
  by: Person;
  now: number;
  graph: Graph;
  checksum: string;
  note?: string | undefined;
  draftState: Uint8Array | null;
  draft?: Graph;
};

async function publishOne(client: PoolClient, { tenantId, by, now, graph, checksum, note, draftState, draft = graph }: Publication): Promise<DeployedProcess> {
  const { key, name } = graph;
  await client.query(
    `INSERT INTO process (tenant_id, key, name, description, status, owner_id, owner_name) VALUES ($1, $2, $3, $4, 'live', $5, $6) ON CONFLICT DO NOTHING`,
    [tenantId, key, name, graph.description ?? null, by.userId ?? null, by.name],
  );
  // Whoever publishes the same process waits here.
  await client.query('SELECT 1 FROM process WHERE tenant_id = $1 AND key = $2 FOR UPDATE', [tenantId, key]);
  const { rows } = await client.query<{ version: number; id: string; checksum: string }>(
    'SELECT version, id, checksum FROM process_version WHERE tenant_id = $1 AND process_key = $2 ORDER BY version DESC LIMIT 1',
    [tenantId, key],
  );
  const [latest] = rows;
  const isSame = latest?.checksum === checksum;
  const version = isSame ? latest.version : (latest?.version ?? 0) + 1;
  const versionId = isSame ? latest.id : newId();
  if (!isSame) {
    await client.query(
      `INSERT INTO process_version (tenant_id, process_key, version, id, name, checksum, graph, note, published_by_id, published_by_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [tenantId, key, version, versionId, name, checksum, JSON.stringify(graph), note ?? null, by.userId ?? null, by.name],
    );
    const process = compile(graph);
    const start = startOf(process);
    await writeStartSubscriptions(client, { tenantId, processKey: key, version }, startSubscriptionsOf(process, now));
    await client.query(
      `UPDATE process SET name = $3, description = $4, latest_version = $5, published_at = now(), changed_at = now(), is_startable = $6, start_form = $7 WHERE tenant_id = $1 AND key = $2`,
      [tenantId, key, name, graph.description ?? null, version, start.isStartable, start.form ? JSON.stringify(start.form) : null],
    );
  }
  if (draftState) await insertDraft(client, { tenantId, key, by, basedOn: version }, { graph: draft as unknown as Json, state: draftState, checksum });
  await client.query(
    `UPDATE process p SET status = CASE WHEN d.checksum IS NULL OR d.checksum = $3 THEN 'live' ELSE 'draft-ahead' END
      FROM (SELECT 1) AS one LEFT JOIN draft d ON d.tenant_id = $1 AND d.process_key = $2 WHERE p.tenant_id = $1 AND p.key = $2`,
    [tenantId, key, checksum],
  );
  await client.query('UPDATE draft SET based_on = $3 WHERE tenant_id = $1 AND process_key = $2 AND checksum = $4', [tenantId, key, version, checksum]);
  return { key, name, version, versionId, changed: !isSame };
}

/** Only if there is none: what somebody draws is never overwritten by a publication. */
async function insertDraft(
  client: PoolClient,
  { tenantId, key, by, basedOn }: { tenantId: string; key: string; by: Person; basedOn: number | null },
  { graph, state, checksum }: DraftContent,
): Promise<void> {
  await client.query(
    `INSERT INTO draft (tenant_id, process_key, graph, state, checksum, based_on, changed_by_id, changed_by_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [tenantId, key, JSON.stringify(graph), Buffer.from(state), checksum, basedOn, by.userId ?? null, by.name],
  );
}

function startOf(process: Process): { isStartable: boolean; form: Form | null } {
  const [start] = process.startsOf(process.key);
  return { isStartable: start !== undefined, form: start && 'form' in start ? (start.form ?? null) : null };
}

function textOf(graph: Json, name: string): string | null {
  const value = typeof graph === 'object' && graph !== null && !Array.isArray(graph) ? (graph as { readonly [key: string]: Json })[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : null;
}

function summaryOf(row: ProcessRow): ProcessSummary {
  return {
    key: row.key,
    name: row.name,
    ...(row.description ? { description: row.description } : {}),
    version: row.latest_version,
    status: row.status,
    running: row.running,
    needsAttention: row.needs_attention,
    ...(row.owner_name ? { owner: person(row.owner_id, row.owner_name) } : {}),
    changedAt: row.changed_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
    isStartable: row.is_startable,
    startForm: row.start_form,
  };
}

function versionOf(row: VersionRow): VersionSummary {
  return {
    version: row.version,
    versionId: row.id,
    name: row.name,
    publishedAt: row.published_at.toISOString(),
    publishedBy: person(row.published_by_id, row.published_by_name),
    ...(row.note ? { note: row.note } : {}),
  };
}

function draftOf(key: string, row: DraftRow): Draft {
  return {
    key,
    graph: row.graph,
    state: new Uint8Array(row.state),
    etag: etagOf(row.revision),
    changedAt: row.changed_at.toISOString(),
    ...(row.changed_by_name ? { changedBy: person(row.changed_by_id, row.changed_by_name) } : {}),
    basedOn: row.based_on,
  };
}
