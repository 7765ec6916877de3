import type { Pool } from 'pg';
import { decodeCursor, isText, isTime, isUuid, pageOf } from '../cursor.ts';
import { isInstanceId, parseRowId, rowIdOf } from '../ids.ts';
import type { ProcessCache } from '../process-cache.ts';
import { sqlFilter } from '../sql-filter.ts';
import type { Incident, IncidentQueries } from './incident-queries.ts';

type IncidentRow = {
  instance_id: string;
  key: string;
  process_key: string;
  process_version: number;
  business_key: string | null;
  element_id: string;
  code: string;
  message: string;
  status: 'open' | 'resolved';
  raised_at: Date;
  resolved_at: Date | null;
};

const COLUMNS = 'instance_id, key, process_key, process_version, business_key, element_id, code, message, status, raised_at, resolved_at';
const STATUSES: { readonly [S in Incident['status']]: string } = { open: `status = 'open'`, resolved: `status = 'resolved'` };

export function createIncidentQueries({ pool, processes }: { pool: Pool; processes: ProcessCache }): IncidentQueries {
  async function incidentOf(tenantId: string, row: IncidentRow): Promise<Incident> {
    const compiled = await processes.version(tenantId, row.process_key, row.process_version);
    const process = compiled?.process;
    return {
      id: rowIdOf(row.instance_id, row.key),
      instanceId: row.instance_id,
      incidentKey: row.key,
      processKey: row.process_key,
      processName: process?.name ?? row.process_key,
      version: row.process_version,
      businessKey: row.business_key,
      elementId: row.element_id,
      elementName: process?.has(row.element_id) ? (process.node(row.element_id).name ?? row.element_id) : row.element_id,
      code: row.code,
      message: row.message,
      status: row.status,
      raisedAt: row.raised_at.toISOString(),
      resolvedAt: row.resolved_at?.toISOString() ?? null,
    };
  }

  return {
    async list({ tenantId, status, processKey, instanceId, elementId, limit, cursor }) {
      const where = sqlFilter();
      where.where('tenant_id = ?', tenantId);
      where.where(STATUSES[status]);
      if (processKey !== undefined) where.where('process_key = ?', processKey);
      if (instanceId !== undefined) where.where('instance_id = ?::uuid', isInstanceId(instanceId) ? instanceId : null);
      if (elementId !== undefined) where.where('element_id = ?', elementId);
      const after = decodeCursor(cursor, [isTime, isUuid, isText]);
      if (after)
        where.where(
          '(raised_at < ?::timestamptz OR (raised_at = ?::timestamptz AND (instance_id, key) > (?::uuid, ?::text)))',
          after[0],
          after[0],
          after[1],
          after[2],
        );
      const { rows } = await pool.query<IncidentRow>(
        `SELECT ${COLUMNS} FROM incident ${where.text} ORDER BY raised_at DESC, instance_id, key LIMIT ${where.value(limit + 1)}`,
        where.values,
      );
      const page = pageOf(rows, limit, { toItem: (row) => row, toCursor: (row) => [row.raised_at.toISOString(), row.instance_id, row.key] });
      return { ...page, items: await Promise.all(page.items.map((row) => incidentOf(tenantId, row))) };
    },

    async get({ tenantId, incidentId }) {
      const id = parseRowId(incidentId);
      if (!id) return null;
      const { rows } = await pool.query<IncidentRow>(`SELECT ${COLUMNS} FROM incident WHERE tenant_id = $1 AND instance_id = $2 AND key = $3`, [
        tenantId,
        id.instanceId,
        id.key,
      ]);
      return rows[0] ? incidentOf(tenantId, rows[0]) : null;
    },
  };
}
