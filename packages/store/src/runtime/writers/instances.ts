import type { EngineEvent, InstanceState } from '@baton/engine';
import { hasIncident, type LiveInstance, standsAt, statusOf } from '../live-instance.ts';

export type InstanceRow = {
  tenant_id: string;
  id: string;
  process_key: string;
  process_version: number;
  version: number;
  seq: number;
  status: string;
  has_incident: boolean;
  business_key: string | null;
  waiting_at: string[];
  started_by_id: string | null;
  started_by_name: string;
  started_at: string;
  ended_at: string | null;
  state: InstanceState;
  /** Left out where there is none: most instances aren't called, and aren't started by a key. */
  parent_id?: string;
  call_key?: string;
  call_element_id?: string;
  root_id?: string;
  depth?: number;
  correlation_key?: string;
  first_seq: number;
  at: string;
  events: readonly EngineEvent[] | null;
};

export const INSTANCE_COLUMNS = `tenant_id text, id uuid, process_key text, process_version int, version int, seq int, status text, has_incident bool,
  business_key text, waiting_at text[], started_by_id text, started_by_name text, started_at timestamptz, ended_at timestamptz, state jsonb,
  parent_id uuid, call_key text, call_element_id text, root_id uuid, depth int, correlation_key text, first_seq int, at timestamptz, events jsonb`;

export function instanceRow(instance: LiveInstance, events: readonly EngineEvent[], now: number): InstanceRow {
  const { startedBy, state, parent, correlationKey } = instance;
  return {
    tenant_id: instance.tenantId,
    id: instance.id,
    process_key: instance.process.key,
    process_version: instance.processVersion,
    version: instance.version,
    seq: state.seq,
    status: statusOf(instance),
    has_incident: hasIncident(instance),
    business_key: instance.businessKey,
    waiting_at: standsAt(instance),
    started_by_id: startedBy.userId ?? null,
    started_by_name: startedBy.name,
    started_at: new Date(instance.startedAt).toISOString(),
    ended_at: instance.endedAt === null ? null : new Date(instance.endedAt).toISOString(),
    state,
    ...(parent
      ? { parent_id: parent.instanceId, call_key: parent.callKey, call_element_id: parent.elementId, root_id: parent.rootId, depth: parent.depth }
      : {}),
    ...(correlationKey === null ? {} : { correlation_key: correlationKey }),
    first_seq: events[0]?.seq ?? 0,
    at: new Date(now).toISOString(),
    events: events.length ? events : null,
  };
}

/** New instances have version 1. Of two that are started by one key the second isn't written. */
export const insertInstances = (
  unlessMissed: string,
  hasKeys: boolean,
) => `INSERT INTO instance (tenant_id, id, process_key, process_version, version, seq, status, has_incident, business_key, waiting_at,
    started_by_id, started_by_name, started_at, ended_at, state, parent_id, call_key, call_element_id, root_id, depth, correlation_key)
  SELECT tenant_id, id, process_key, process_version, version, seq, status, has_incident, business_key, waiting_at,
    started_by_id, started_by_name, started_at, ended_at, state, parent_id, call_key, call_element_id, root_id, coalesce(depth, 0), correlation_key
  FROM input n WHERE version = 1${unlessMissed}${hasKeys ? '\n  ON CONFLICT DO NOTHING' : ''}
  RETURNING id`;

/** The fence: only who has seen the version before may write this one; the rows that come back tell whose did. */
export const updateInstances = (unless: string) => `UPDATE instance i
  SET version = n.version, seq = n.seq, status = n.status, has_incident = n.has_incident, waiting_at = n.waiting_at, ended_at = n.ended_at, state = n.state
  FROM input n
  WHERE n.version > 1 AND i.tenant_id = n.tenant_id AND i.id = n.id AND i.version = n.version - 1${unless}
  RETURNING i.id`;

export const INSERT_EVENTS = `INSERT INTO instance_event (tenant_id, instance_id, first_seq, last_seq, at, events)
  SELECT n.tenant_id, n.id, n.first_seq, n.seq, n.at, n.events FROM input n JOIN written w ON w.id = n.id WHERE n.events IS NOT NULL`;
