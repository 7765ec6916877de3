import { compile, type Graph, type Process } from '@baton/model';
import type { Pool } from 'pg';
import { asking } from './runtime/database-error.ts';

const MAX_PROCESSES = 500;
/** How long another node may start the version before, after a publication here. */
const LATEST_FOR_MS = 250;

export type CompiledVersion = { readonly process: Process; readonly version: number };

/** Compiled versions: immutable, so they are kept while there is room. */
export interface ProcessCache {
  version(tenantId: string, key: string, version: number): Promise<CompiledVersion | null>;
  latest(tenantId: string, key: string): Promise<CompiledVersion | null>;
  /** After a publication on this node. */
  published(tenantId: string, key: string): void;
}

export function createProcessCache(pool: Pool): ProcessCache {
  const compiled = new Map<string, Promise<CompiledVersion | null>>();
  const latest = new Map<string, { until: number; version: Promise<number | null> }>();

  async function load(tenantId: string, key: string, version: number): Promise<CompiledVersion | null> {
    const { rows } = await asking(() =>
      pool.query<{ graph: Graph }>('SELECT graph FROM process_version WHERE tenant_id = $1 AND process_key = $2 AND version = $3', [tenantId, key, version]),
    );
    return rows[0] ? { process: compile(rows[0].graph), version } : null;
  }

  async function loadLatest(tenantId: string, key: string): Promise<number | null> {
    const { rows } = await asking(() =>
      pool.query<{ latest_version: number | null }>('SELECT latest_version FROM process WHERE tenant_id = $1 AND key = $2', [tenantId, key]),
    );
    return rows[0]?.latest_version ?? null;
  }

  function version(tenantId: string, key: string, number: number): Promise<CompiledVersion | null> {
    const id = `${tenantId}/${key}/${number}`;
    const known = compiled.get(id);
    if (known) return known;
    const loading = load(tenantId, key, number);
    compiled.set(id, loading);
    const [oldest] = compiled.keys();
    if (compiled.size > MAX_PROCESSES && oldest) compiled.delete(oldest);
    // What isn't there may come, and what failed may work.
    loading.then((found) => found || compiled.delete(id)).catch(() => compiled.delete(id));
    return loading;
  }

  return {
    version,
    async latest(tenantId, key) {
      const id = `${tenantId}/${key}`;
      let known = latest.get(id);
      if (!known || known.until < performance.now()) {
        known = { until: performance.now() + LATEST_FOR_MS, version: loadLatest(tenantId, key) };
        known.version.catch(() => latest.delete(id));
        latest.set(id, known);
      }
      const number = await known.version;
      return number === null ? null : version(tenantId, key, number);
    },
    published: (tenantId, key) => void latest.delete(`${tenantId}/${key}`),
  };
}
