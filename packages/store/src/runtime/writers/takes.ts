import { recordset } from './recordset.ts';

/** What a command takes away with its own commit, so that it leads to one thing only: a row of the outbox, or a message. */
export type TakeRow = { tenant_id: string; instance_id: string; source: 'outbox' | 'message'; id: string };

const asked = (parameter: number) => recordset(parameter, 'tenant_id text, instance_id uuid, source text, id text');

/** Locks what is still there. Somebody else who has it locked is waited for; what they took isn't there any more. */
export const heldOutbox = (parameter: number) => `SELECT r.instance_id, r.source, r.id FROM outbox o JOIN ${asked(parameter)}
    ON r.source = 'outbox' AND o.tenant_id = r.tenant_id AND o.id = r.id FOR UPDATE OF o`;

export const heldMessages = (parameter: number) => `SELECT r.instance_id, r.source, r.id FROM message m JOIN ${asked(parameter)}
    ON r.source = 'message' AND m.tenant_id = r.tenant_id AND m.id = r.id WHERE m.taken_by IS NULL FOR UPDATE OF m`;

export const missedTakes = (parameter: number) => `SELECT r.instance_id, r.source, r.id FROM ${asked(parameter)}
  WHERE NOT EXISTS (SELECT 1 FROM held_outbox h WHERE h.id = r.id AND h.source = r.source)
    AND NOT EXISTS (SELECT 1 FROM held_messages h WHERE h.id = r.id AND h.source = r.source)`;

export const UNLESS_MISSED = '\n    AND NOT EXISTS (SELECT 1 FROM missed m WHERE m.instance_id = n.id)';

export const takeOutbox = (parameter: number) => `DELETE FROM outbox o USING ${asked(parameter)} JOIN written w ON w.id = r.instance_id
  WHERE r.source = 'outbox' AND o.tenant_id = r.tenant_id AND o.id = r.id`;

/** One with an id is remembered as long as it says; of another only whoever sent it just now wants to know where it went. */
export const takeMessages = (
  parameter: number,
) => `UPDATE message m SET taken_by = r.instance_id, taken_at = n.at, has_started = n.version = 1, is_tried = true,
    kept_until = CASE WHEN m.message_id IS NULL THEN n.at + interval '1 minute' ELSE m.kept_until END
  FROM ${asked(parameter)} JOIN written w ON w.id = r.instance_id JOIN input n ON n.id = r.instance_id
  WHERE r.source = 'message' AND m.tenant_id = r.tenant_id AND m.id = r.id`;
