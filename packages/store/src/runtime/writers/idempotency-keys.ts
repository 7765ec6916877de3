import { recordset } from './recordset.ts';

/** `answer`: JSON as it is sent, so that a repeat is told the very same text. */
export type IdempotencyRow = { tenant_id: string; scope: string; key: string; request_hash: string; answer: string; instance_id: string };

/** A key that is there already fails the whole statement, which is then tried one instance at a time and finds it. */
export const insertIdempotencyKeys = (parameter: number) => `INSERT INTO idempotency_key (tenant_id, scope, key, request_hash, answer)
  SELECT r.tenant_id, r.scope, r.key, r.request_hash, r.answer::json
  FROM ${recordset(parameter, 'tenant_id text, scope text, key text, request_hash text, answer text, instance_id uuid')} JOIN written w ON w.id = r.instance_id`;
