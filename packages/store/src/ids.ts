import { randomFillSync } from 'node:crypto';
import type { Key } from '@baton/engine';

/** The tenant of an installation that has only one. */
export const DEFAULT_TENANT = 'default';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ROW_ID = /^([0-9a-f-]{36})_([A-Za-z0-9-]{1,40})$/;

export const isInstanceId = (id: string) => UUID.test(id);

const pool = Buffer.alloc(10 * 256);
let used = pool.length;
let lastMs = 0;
let count = 0;

/**
 * UUID version 7 (RFC 9562, 6.2 method 1): ids made later sort later, also within a millisecond, so that lists by id are lists by
 * age and new rows land at the end of the indexes. The 12 bits after the time count; when they run out the time is borrowed from.
 */
export function newId(atMs: number = Date.now()): string {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const noise = pool.toString('hex', used, used + 10);
  used += 10;
  const now = Math.trunc(atMs);
  if (now > lastMs) {
    lastMs = now;
    count = Number.parseInt(noise.slice(0, 3), 16) & 0x7ff;
  } else if (++count > 0xfff) {
    lastMs++;
    count = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const variant = ((Number.parseInt(noise[3] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count.toString(16).padStart(3, '0')}-${variant}${noise.slice(4, 7)}-${noise.slice(7, 19)}`;
}

/** Public id of a task, job, timer or incident: its instance and its key there, so that finding the instance costs no query. */
export const rowIdOf = (instanceId: string, key: Key) => `${instanceId}_${key}`;

export function parseRowId(id: string): { instanceId: string; key: Key } | null {
  const found = ROW_ID.exec(id);
  const [, instanceId, key] = found ?? [];
  return instanceId && key && isInstanceId(instanceId) ? { instanceId, key } : null;
}
