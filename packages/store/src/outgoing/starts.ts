import type { ExecuteResult } from '../runtime/runtime.ts';
import type { OutboxItemOf } from './outbox-item.ts';
import type { OutboxEntry } from './outbox-row.ts';
import type { OutgoingContext } from './outgoing-context.ts';

/** An instance that a signal, a timer or a condition starts. */
export async function startInstance({ runtime, log }: OutgoingContext, { tenantId, id }: OutboxEntry, item: OutboxItemOf<'start'>): Promise<ExecuteResult> {
  const { processKey, version, elementId, index, variables, by } = item;
  const result = await runtime.start({
    tenantId,
    processKey,
    version,
    startElementId: elementId,
    startTriggerIndex: index,
    variables,
    by,
    take: { source: 'outbox', id },
  });
  if (!result.ok && result.code !== 'already-taken') log('warn', 'A start event could not start its process.', { processKey, elementId, code: result.code });
  return result;
}
