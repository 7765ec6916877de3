import type { CommandOf, Values } from '@baton/engine';
import { rowIdOf } from '../ids.ts';
import type { ExecuteResult } from '../runtime/runtime.ts';
import { calledProcess } from './called-process.ts';
import type { OutboxItemOf } from './outbox-item.ts';
import { type OutboxEntry, removeOutbox } from './outbox-row.ts';
import type { OutgoingContext } from './outgoing-context.ts';
import { type Settled, settled } from './settled.ts';

/** Calls inside calls. Who goes deeper calls itself without end. */
const MAX_DEPTH = 50;
const CALLER = { name: 'Calling process' };
/** Says who started an instance; the caller has its own. */
const INITIATOR = 'initiator';

const takeOf = ({ id }: OutboxEntry) => ({ source: 'outbox', id }) as const;

function tellParent(
  { runtime }: OutgoingContext,
  entry: OutboxEntry,
  parent: { readonly instanceId: string },
  command: CommandOf<'completeCall' | 'failCall' | 'breakCall' | 'escalateCall'>,
): Promise<ExecuteResult> {
  return runtime.execute({ tenantId: entry.tenantId, instanceId: parent.instanceId, command, take: takeOf(entry) });
}

export async function startCall(context: OutgoingContext, entry: OutboxEntry, { parent, call, by }: OutboxItemOf<'call.start'>): Promise<Settled> {
  const breaks = async (message: string) => settled(await tellParent(context, entry, parent, { type: 'breakCall', callKey: parent.callKey, message }));
  if (parent.depth > MAX_DEPTH)
    return breaks(`Expected at most ${MAX_DEPTH} calls inside each other, but this is one more. Does a process call itself without end?`);
  const called = await calledProcess(context, entry.tenantId, call);
  if (typeof called === 'string') return breaks(called);
  const { processKey, businessKey, variables } = call;
  const start = { processKey, version: called.version, businessKey, variables, by, parent, take: takeOf(entry) };
  const result = await context.runtime.start({ tenantId: entry.tenantId, ...start });
  return settled(result) === 'refused' && !result.ok ? breaks(result.detail) : settled(result);
}

/** What isn't started yet is never started; what runs is cancelled. */
export async function cancelCall({ pool, runtime }: OutgoingContext, entry: OutboxEntry, { parentId, callKey }: OutboxItemOf<'call.cancel'>): Promise<Settled> {
  const { tenantId } = entry;
  // Waits for a start that is being committed; afterwards its instance is there.
  await removeOutbox(pool, { tenantId, id: rowIdOf(parentId, callKey) });
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM instance WHERE tenant_id = $1 AND parent_id = $2 AND call_key = $3', [
    tenantId,
    parentId,
    callKey,
  ]);
  const [child] = rows;
  if (!child) return 'refused';
  const command = { type: 'cancel', by: CALLER, reason: 'The process that called it went on without it.' } as const;
  return settled(await runtime.execute({ tenantId, instanceId: child.id, command, take: takeOf(entry) }));
}

export async function endCall(context: OutgoingContext, entry: OutboxEntry, { parent, childId, end }: OutboxItemOf<'call.ended'>): Promise<Settled> {
  const { callKey } = parent;
  if (end.outcome === 'failed') {
    const { code, message, values } = end;
    return settled(
      await tellParent(context, entry, parent, { type: 'failCall', callKey, code, variables: values, ...(message === undefined ? {} : { message }) }),
    );
  }
  if (end.outcome === 'cancelled') return settled(await tellParent(context, entry, parent, { type: 'breakCall', callKey, message: CANCELLED }));
  const variables = await resultOf(context, entry.tenantId, childId);
  const result = await tellParent(context, entry, parent, { type: 'completeCall', callKey, variables });
  if (settled(result) !== 'refused' || result.ok || GONE.has(result.code)) return settled(result);
  // What it brings can't be taken in: somebody has to look.
  return settled(await tellParent(context, entry, parent, { type: 'breakCall', callKey, message: result.detail }));
}

const CANCELLED = 'Expected the called process to end, but it was cancelled. Try again to call it anew.';
/** Nobody waits for it any more. */
const GONE: ReadonlySet<string> = new Set(['call-not-found', 'instance-not-active', 'instance-not-found']);

async function resultOf({ pool }: OutgoingContext, tenantId: string, childId: string): Promise<Values> {
  const { rows } = await pool.query<{ variables: Values | null }>(
    `SELECT state->'variables'->'e1' AS variables FROM instance WHERE tenant_id = $1 AND id = $2`,
    [tenantId, childId],
  );
  const { [INITIATOR]: _own, ...variables } = rows[0]?.variables ?? {};
  return variables;
}

export async function escalateCall(context: OutgoingContext, entry: OutboxEntry, { parent, thrown }: OutboxItemOf<'call.escalated'>): Promise<Settled> {
  const { callKey } = parent;
  return settled(await tellParent(context, entry, parent, { type: 'escalateCall', callKey, code: thrown.code, variables: thrown.values }));
}
