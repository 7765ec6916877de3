import { evaluateCondition, parseExpression } from '@baton/expressions';
import { newId } from '../ids.ts';
import type { Delivery, MessageDelivery } from './create-message-delivery.ts';
import type { Outbox } from './create-outbox.ts';
import type { ConditionsAnswer, EventIntake, MessageAnswer, MessageRequest } from './event-intake.ts';
import { retentionOf } from './message-retention.ts';
import { writeOutbox } from './outbox-row.ts';
import type { OutgoingContext } from './outgoing-context.ts';

type ConditionRow = { process_key: string; version: number; element_id: string; index: number; expression: string };

export function createEventIntake(context: OutgoingContext, outbox: Outbox, messages: MessageDelivery): EventIntake {
  const { pool, now } = context;

  /** Written before its receiver is looked for. Null: its id was sent before. */
  async function write({ tenantId, name, correlationKey, variables, messageId, timeToLiveMs }: MessageRequest): Promise<string | null> {
    const atMs = now();
    const { expires_at, kept_until } = retentionOf({ atMs, timeToLiveMs, messageId });
    const { rows } = await pool.query<{ id: string }>({
      name: 'write_message',
      text: `INSERT INTO message (tenant_id, id, name, correlation_key, message_id, variables, published_at, expires_at, kept_until)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
      values: [tenantId, newId(), name, correlationKey, messageId ?? null, JSON.stringify(variables), new Date(atMs), expires_at, kept_until],
    });
    return rows[0]?.id ?? null;
  }

  async function sentBefore({ tenantId, name, messageId }: MessageRequest): Promise<string | null> {
    const { rows } = await pool.query<{ id: string }>(
      'SELECT id FROM message WHERE tenant_id = $1 AND md5(name) = md5($2) AND md5(message_id) = md5($3) AND message_id IS NOT NULL AND name = $2 AND message_id = $3',
      [tenantId, name, messageId],
    );
    return rows[0]?.id ?? null;
  }

  return {
    async publishMessage(request) {
      const { tenantId } = request;
      const written = await write(request);
      const id = written ?? (await sentBefore(request));
      // Its row was tidied away between our two looks: it is new after all.
      if (id === null) return this.publishMessage(request);
      const delivery = await messages.deliver(tenantId, id);
      if (written === null || delivery.outcome !== 'waiting' || !delivery.refusal) return answered(id, delivery, { isRepeated: written === null, now: now() });
      await pool.query('DELETE FROM message WHERE tenant_id = $1 AND id = $2 AND taken_by IS NULL', [tenantId, id]);
      return delivery.refusal;
    },

    async broadcastSignal({ tenantId, name, variables }) {
      const [entry] = await writeOutbox(pool, [{ tenantId, id: `signal-${newId()}`, instanceId: null, item: { kind: 'signal', name, variables } }], now());
      const handled = entry ? await outbox.work(entry) : [];
      const started = handled.flatMap((each) => (each.started === undefined ? [] : [each.started]));
      const done = handled.filter((each) => each.next === undefined && each.settled === 'done').length;
      return { heard: done - started.length, started };
    },

    async evaluateConditions({ tenantId, variables, processKey }) {
      const { rows } = await pool.query<ConditionRow>(
        `SELECT process_key, version, element_id, index, expression FROM start_subscription
          WHERE tenant_id = $1 AND kind = 'conditional' AND ($2::text IS NULL OR process_key = $2) ORDER BY process_key, element_id`,
        [tenantId, processKey ?? null],
      );
      const answer: { started: ConditionsAnswer['started']; failed: ConditionsAnswer['failed'] } = { started: [], failed: [] };
      for (const { process_key, version, element_id, index, expression } of rows) {
        const parsed = parseExpression(expression);
        const names = new Map(Object.entries(variables));
        const held = parsed.ok ? evaluateCondition(parsed.expression, { lookup: (name) => names.get(name), now: now() }) : null;
        if (!held?.ok) {
          const detail = held ? held.error.message : parsed.ok ? '' : parsed.problem.message;
          answer.failed.push({ processKey: process_key, elementId: element_id, detail });
          continue;
        }
        if (!held.value) continue;
        const item = { kind: 'start', processKey: process_key, version, elementId: element_id, index, variables, by: { name: 'Condition' } } as const;
        const [entry] = await writeOutbox(pool, [{ tenantId, id: `condition-${newId()}`, instanceId: null, item }], now());
        for (const { started } of entry ? await outbox.work(entry) : [])
          if (started !== undefined) answer.started.push({ instanceId: started, processKey: process_key });
      }
      return answer;
    },
  };
}

type Asked = { readonly isRepeated: boolean; readonly now: number };
const answered = (id: string, delivery: Delivery, asked: Asked) => ({ ok: true as const, message: answerOf(id, delivery, asked) });

function answerOf(id: string, delivery: Delivery, { isRepeated, now }: Asked): MessageAnswer {
  if (delivery.outcome === 'unknown') return { id, outcome: 'discarded', isRepeated };
  if (delivery.outcome !== 'waiting') return { id, outcome: delivery.outcome, instanceId: delivery.instanceId, isRepeated };
  if (delivery.expiresAt <= now) return { id, outcome: 'discarded', isRepeated };
  return { id, outcome: 'waiting', expiresAt: new Date(delivery.expiresAt).toISOString(), isRepeated };
}
