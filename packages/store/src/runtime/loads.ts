import type { InstanceState, Json } from '@baton/engine';
import type { ClientBase } from 'pg';
import type { ProcessCache } from '../process-cache.ts';
import { asking } from './database-error.ts';
import type { LiveInstance } from './live-instance.ts';
import type { Work } from './work.ts';

type Row = {
  tenant_id: string;
  id: string;
  process_key: string;
  process_version: number;
  version: number;
  status: string;
  business_key: string | null;
  started_by_id: string | null;
  started_by_name: string;
  started_at: Date;
  ended_at: Date | null;
  state: InstanceState;
  parent_id: string | null;
  call_key: string | null;
  call_element_id: string | null;
  root_id: string | null;
  depth: number;
  correlation_key: string | null;
};

export type Queryable = Pick<ClientBase, 'query'>;
type One = { readonly tenantId: string; readonly instanceId: string };

const LOAD = `SELECT i.tenant_id, i.id, i.process_key, i.process_version, i.version, i.status, i.business_key, i.started_by_id, i.started_by_name,
    i.started_at, i.ended_at, i.state, i.parent_id, i.call_key, i.call_element_id, i.root_id, i.depth, i.correlation_key
  FROM unnest($1::text[], $2::uuid[]) AS w(tenant_id, id) JOIN instance i ON i.tenant_id = w.tenant_id AND i.id = w.id`;

/** Several instances in one read, each with its compiled process. */
export async function loadInstances(client: Queryable, processes: ProcessCache, wanted: readonly One[]): Promise<LiveInstance[]> {
  if (!wanted.length) return [];
  const { rows } = await asking(() =>
    client.query<Row>({ name: 'load_instances', text: LOAD, values: [wanted.map((one) => one.tenantId), wanted.map((one) => one.instanceId)] }),
  );
  return Promise.all(rows.map((row) => liveInstance(row, processes)));
}

async function liveInstance(row: Row, processes: ProcessCache): Promise<LiveInstance> {
  const compiled = await processes.version(row.tenant_id, row.process_key, row.process_version);
  if (!compiled) throw new Error(`Expected version ${row.process_version} of process ${row.process_key} for instance ${row.id}, but there is none.`);
  return {
    tenantId: row.tenant_id,
    id: row.id,
    process: compiled.process,
    processVersion: row.process_version,
    version: row.version,
    businessKey: row.business_key,
    parent: parentOf(row),
    correlationKey: row.correlation_key,
    startedBy: { name: row.started_by_name, ...(row.started_by_id ? { userId: row.started_by_id } : {}) },
    startedAt: row.started_at.getTime(),
    endedAt: row.ended_at?.getTime() ?? null,
    isSuspended: row.status === 'suspended',
    state: row.state,
  };
}

function parentOf({ parent_id, call_key, call_element_id, root_id, depth }: Row): LiveInstance['parent'] {
  if (parent_id === null || call_key === null || call_element_id === null || root_id === null) return null;
  return { instanceId: parent_id, callKey: call_key, elementId: call_element_id, rootId: root_id, depth };
}

export type KnownKey = { request_hash: string; answer: Json };
type KeyRow = KnownKey & { tenant_id: string; scope: string; key: string };
export const idempotencyId = (tenantId: string, scope: string, key: string) => JSON.stringify([tenantId, scope, key]);

/** Which of these requests were answered before. */
export async function loadIdempotencyKeys(client: Queryable, works: readonly Work[]): Promise<ReadonlyMap<string, KnownKey>> {
  const asked = works.flatMap(({ tenantId, idempotency }) => (idempotency ? [{ tenantId, ...idempotency }] : []));
  if (!asked.length) return new Map();
  const { rows } = await asking(() =>
    client.query<KeyRow>({
      name: 'load_idempotency_keys',
      text: `SELECT k.tenant_id, k.scope, k.key, k.request_hash, k.answer FROM unnest($1::text[], $2::text[], $3::text[]) AS w(tenant_id, scope, key)
      JOIN idempotency_key k ON k.tenant_id = w.tenant_id AND k.scope = w.scope AND k.key = w.key`,
      values: [asked.map((one) => one.tenantId), asked.map((one) => one.scope), asked.map((one) => one.key)],
    }),
  );
  return new Map(rows.map((row) => [idempotencyId(row.tenant_id, row.scope, row.key), row]));
}
