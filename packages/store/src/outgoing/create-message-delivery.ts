import type { Values } from '@baton/engine';
import { rowIdOf } from '../ids.ts';
import type { ExecuteResult } from '../runtime/runtime.ts';
import type { OutgoingContext } from './outgoing-context.ts';
import { settled } from './settled.ts';

type MessageRow = {
  name: string;
  correlation_key: string;
  message_id: string | null;
  variables: Values;
  expires_at: Date;
  is_tried: boolean;
  taken_by: string | null;
  has_started: boolean;
};

type Refusal = Extract<ExecuteResult, { ok: false }>;

/** Where a message went. `waiting`: nobody wants it yet; until `expiresAt` somebody may come for it. `refusal`: who wanted it can't take its variables in. */
export type Delivery =
  | { readonly outcome: 'correlated' | 'started'; readonly instanceId: string }
  | { readonly outcome: 'waiting'; readonly expiresAt: number; readonly refusal?: Refusal }
  /** Its id was sent before, and where it went isn't remembered any more. */
  | { readonly outcome: 'unknown' };

export interface MessageDelivery {
  /** Looks for the receiver of a message that is written already. At most one gets it, whoever looks and however often. */
  deliver(tenantId: string, id: string): Promise<Delivery>;
  /** For a receiver that has just begun to listen: gives it what waits. Listening is written before we look, so no message is missed. */
  deliverWaiting(tenantId: string, name: string, correlationKey: string): Promise<void>;
  /** An instance has ended that was started by this key: the next message with it may start one. */
  deliverToFreed(tenantId: string, processKey: string, correlationKey: string): Promise<void>;
  /** A version was published that messages may start: those that wait do. */
  deliverToStarts(tenantId: string, processKey: string): Promise<void>;
}

const LISTENING = `SELECT s.instance_id, s.key FROM subscription s JOIN instance i ON i.tenant_id = s.tenant_id AND i.id = s.instance_id
  WHERE s.tenant_id = $1 AND s.kind = 'message' AND md5(s.name) = md5($2) AND md5(s.correlation_key) = md5($3) AND s.name = $2 AND s.correlation_key = $3
    AND i.status = 'active' AND NOT (s.instance_id::text || '_' || s.key = ANY($4::text[]))
  ORDER BY s.opened_at, s.instance_id, s.key LIMIT 1`;

/** With a key, only where no instance runs that was started by it. */
const STARTING = `SELECT s.process_key, s.version, s.element_id, s.index FROM start_subscription s
  WHERE s.tenant_id = $1 AND s.kind = 'message' AND s.name = $2 AND NOT EXISTS (SELECT 1 FROM instance i
    WHERE i.tenant_id = s.tenant_id AND i.process_key = s.process_key AND md5(i.correlation_key) = md5($3) AND i.correlation_key = $3 AND i.ended_at IS NULL)
  ORDER BY s.process_key, s.element_id`;

const WAITING = `SELECT id FROM message m WHERE tenant_id = $1 AND md5(name) = md5($2) AND md5(correlation_key) = md5($3) AND name = $2 AND correlation_key = $3
    AND taken_by IS NULL AND expires_at > $4
  ORDER BY published_at LIMIT 1`;

const FREED = `SELECT m.id FROM start_subscription s JOIN message m ON m.tenant_id = s.tenant_id AND md5(m.name) = md5(s.name) AND m.name = s.name
    AND md5(m.correlation_key) = md5($3) AND m.correlation_key = $3
  WHERE s.tenant_id = $1 AND s.process_key = $2 AND s.kind = 'message' AND m.taken_by IS NULL AND m.expires_at > $4
  ORDER BY m.published_at LIMIT 1`;

const STARTABLE = `SELECT m.id FROM start_subscription s JOIN message m ON m.tenant_id = s.tenant_id AND md5(m.name) = md5(s.name) AND m.name = s.name
  WHERE s.tenant_id = $1 AND s.process_key = $2 AND s.kind = 'message' AND m.taken_by IS NULL AND m.expires_at > $3 AND NOT EXISTS (SELECT 1 FROM instance i
    WHERE i.tenant_id = s.tenant_id AND i.process_key = s.process_key AND md5(i.correlation_key) = md5(m.correlation_key)
      AND i.correlation_key = m.correlation_key AND i.ended_at IS NULL)
  ORDER BY m.published_at LIMIT 1`;

export function createMessageDelivery({ pool, runtime, now, log }: OutgoingContext): MessageDelivery {
  /** Here one looks for a message at a time; nodes are kept apart by the row. */
  const looking = new Map<string, Promise<Delivery>>();

  async function rowOf(tenantId: string, id: string): Promise<MessageRow | null> {
    const { rows } = await pool.query<MessageRow>({
      name: 'message',
      text: 'SELECT name, correlation_key, message_id, variables, expires_at, is_tried, taken_by, has_started FROM message WHERE tenant_id = $1 AND id = $2',
      values: [tenantId, id],
    });
    return rows[0] ?? null;
  }

  async function look(tenantId: string, id: string): Promise<Delivery> {
    const message = await rowOf(tenantId, id);
    if (!message) return { outcome: 'unknown' };
    if (message.taken_by !== null) return taken(message.taken_by, message.has_started);
    // What nobody has looked at yet is looked at once, also when its time is over meanwhile.
    if (message.is_tried && message.expires_at.getTime() <= now()) return { outcome: 'waiting', expiresAt: message.expires_at.getTime() };
    const refusals: Refusal[] = [];
    const result = (await toListener(tenantId, id, message, refusals)) ?? (await toStart(tenantId, id, message, refusals));
    if (result === 'taken') return look(tenantId, id);
    if (result === 'later') return { outcome: 'waiting', expiresAt: message.expires_at.getTime() };
    if (result) return result;
    await pool.query('UPDATE message SET is_tried = true WHERE tenant_id = $1 AND id = $2 AND NOT is_tried', [tenantId, id]);
    const [refusal] = refusals;
    return { outcome: 'waiting', expiresAt: message.expires_at.getTime(), ...(refusal ? { refusal } : {}) };
  }

  type Found = Delivery | 'taken' | 'later' | null;

  async function toListener(tenantId: string, id: string, message: MessageRow, refusals: Refusal[]): Promise<Found> {
    const refused: string[] = [];
    for (;;) {
      const { rows } = await pool.query<{ instance_id: string; key: string }>({
        name: 'message_listener',
        text: LISTENING,
        values: [tenantId, message.name, message.correlation_key, refused],
      });
      const [listener] = rows;
      if (!listener) return null;
      const command = {
        type: 'correlateMessage',
        subscriptionKey: listener.key,
        variables: message.variables,
        ...(message.message_id === null ? {} : { messageId: message.message_id }),
      } as const;
      const result = await runtime.execute({ tenantId, instanceId: listener.instance_id, command, take: { source: 'message', id } });
      const found = foundIn(result);
      if (found) return found;
      if (!result.ok && UNFIT.has(result.code)) refusals.push(result);
      // It has got another meanwhile, or can't take this one in.
      refused.push(rowIdOf(listener.instance_id, listener.key));
    }
  }

  async function toStart(tenantId: string, id: string, { name, correlation_key, variables }: MessageRow, refusals: Refusal[]): Promise<Found> {
    const { rows } = await pool.query<{ process_key: string; version: number; element_id: string; index: number }>({
      name: 'message_starts',
      text: STARTING,
      values: [tenantId, name, correlation_key],
    });
    for (const { process_key, version, element_id, index } of rows) {
      const start = {
        processKey: process_key,
        version,
        startElementId: element_id,
        startTriggerIndex: index,
        correlationKey: correlation_key,
        variables,
        by: { name: `Message ${name}` },
      };
      const result = await runtime.start({ tenantId, ...start, take: { source: 'message', id } });
      if (!result.ok && result.code === 'key-in-use') continue;
      const found = foundIn(result);
      if (found) return found;
      if (!result.ok && UNFIT.has(result.code)) refusals.push(result);
      if (!result.ok)
        log('warn', 'A message could not start its process.', { message: name, processKey: process_key, code: result.code, detail: result.detail });
    }
    return null;
  }

  function foundIn(result: ExecuteResult): Found {
    if (result.ok) return result.replayed ? 'taken' : taken(result.instance.id, result.events[0]?.seq === 1);
    if (result.code === 'already-taken') return 'taken';
    return settled(result) === 'later' ? 'later' : null;
  }

  function deliver(tenantId: string, id: string): Promise<Delivery> {
    const key = `${tenantId}/${id}`;
    const known = looking.get(key);
    if (known) return known;
    const going = look(tenantId, id).finally(() => looking.delete(key));
    looking.set(key, going);
    return going;
  }

  /** One after the other while they find somebody. */
  async function deliverAll(tenantId: string, nextId: () => Promise<string | null>): Promise<void> {
    for (let id = await nextId(); id !== null; id = await nextId()) {
      const { outcome } = await deliver(tenantId, id);
      if (outcome === 'waiting' || outcome === 'unknown') return;
    }
  }

  const first = async (query: { name: string; text: string }, values: unknown[]) =>
    (await pool.query<{ id: string }>({ ...query, values: [...values, new Date(now())] })).rows[0]?.id ?? null;

  return {
    deliver,
    deliverWaiting: (tenantId, name, correlationKey) =>
      deliverAll(tenantId, () => first({ name: 'message_waiting', text: WAITING }, [tenantId, name, correlationKey])),
    deliverToFreed: (tenantId, processKey, correlationKey) =>
      deliverAll(tenantId, () => first({ name: 'message_freed', text: FREED }, [tenantId, processKey, correlationKey])),
    deliverToStarts: (tenantId, processKey) => deliverAll(tenantId, () => first({ name: 'message_startable', text: STARTABLE }, [tenantId, processKey])),
  };
}

/** What is wrong with the message itself, so that its sender should hear of it. */
const UNFIT: ReadonlySet<string> = new Set(['variable-invalid', 'expression-failed']);

const taken = (instanceId: string, hasStarted: boolean): Delivery => ({ outcome: hasStarted ? 'started' : 'correlated', instanceId });
