import { cancelCall, endCall, escalateCall, startCall } from './calls.ts';
import type { OutboxItem, OutboxItemOf } from './outbox-item.ts';
import { type OutboxEntry, postponeOutbox, removeOutbox } from './outbox-row.ts';
import type { OutgoingContext } from './outgoing-context.ts';
import { type Settled, settled } from './settled.ts';
import { deliverSignal, fanOut } from './signals.ts';
import { startInstance } from './starts.ts';

/** What became of one row. `started`: the instance that it started. */
export type Handled = { readonly settled: Settled; readonly started?: string; readonly next?: readonly OutboxEntry[] };
type Handler<K extends OutboxItem['kind']> = (context: OutgoingContext, entry: OutboxEntry, item: OutboxItemOf<K>) => Promise<Handled>;

const only =
  <K extends OutboxItem['kind']>(act: (context: OutgoingContext, entry: OutboxEntry, item: OutboxItemOf<K>) => Promise<Settled>): Handler<K> =>
  async (context, entry, item) => ({ settled: await act(context, entry, item) });

const HANDLERS: { readonly [K in OutboxItem['kind']]: Handler<K> } = {
  'call.start': only(startCall),
  'call.cancel': only(cancelCall),
  'call.ended': only(endCall),
  'call.escalated': only(escalateCall),
  signal: async (context, entry, item) => ({ settled: 'done', next: (await fanOut(context, entry, item)) ?? [] }),
  'signal.deliver': only(deliverSignal),
  start: async (context, entry, item) => {
    const result = await startInstance(context, entry, item);
    return { settled: settled(result), ...(result.ok && !result.replayed ? { started: result.instance.id } : {}) };
  },
};

function handle<K extends OutboxItem['kind']>(context: OutgoingContext, entry: OutboxEntry, item: OutboxItemOf<K> & { readonly kind: K }): Promise<Handled> {
  const handler: Handler<K> = HANDLERS[item.kind];
  return handler(context, entry, item);
}

/** So many rows are worked on at once; the others wait their turn. */
const MAX_AT_WORK = 128;

export interface Outbox {
  /**
   * Does what a row asks for, after what came before it from the same instance, and what follows from it.
   * Never throws: what fails is tried again later.
   */
  work(entry: OutboxEntry): Promise<Handled[]>;
  idle(): Promise<void>;
}

/** Acts on rows of the outbox, here one after the other for each instance that they come from. */
export function createOutbox(context: OutgoingContext): Outbox {
  const { pool, now, log } = context;
  const atWork = new Map<string, Promise<Handled>>();
  const lastOf = new Map<string, Promise<unknown>>();
  const waiting: (() => void)[] = [];
  let free = MAX_AT_WORK;

  async function work(entry: OutboxEntry): Promise<Handled[]> {
    const handled = await once(entry);
    const following = await Promise.all((handled.next ?? []).map(work));
    return [handled, ...following.flat()];
  }

  async function once(entry: OutboxEntry): Promise<Handled> {
    const id = `${entry.tenantId}/${entry.id}`;
    const known = atWork.get(id);
    if (known) return known;
    const from = entry.instanceId ?? id;
    const going = (lastOf.get(from) ?? Promise.resolve()).then(() => inTurn(entry));
    atWork.set(id, going);
    lastOf.set(from, going);
    const handled = await going;
    atWork.delete(id);
    if (lastOf.get(from) === going) lastOf.delete(from);
    return handled;
  }

  async function inTurn(entry: OutboxEntry): Promise<Handled> {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free--;
    try {
      return await attempt(entry);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  }

  async function attempt(entry: OutboxEntry): Promise<Handled> {
    try {
      const handled = await handle(context, entry, entry.item);
      if (handled.settled === 'refused') await removeOutbox(pool, entry);
      if (handled.settled === 'later') await postponeOutbox(pool, entry, now());
      return handled;
    } catch (error) {
      log('error', 'What a commit asked for could not be done; it will be tried again.', { kind: entry.item.kind, id: entry.id, error });
      await postponeOutbox(pool, entry, now()).catch(() => undefined);
      return { settled: 'later' };
    }
  }

  return {
    work,
    async idle() {
      while (atWork.size) await Promise.all(atWork.values());
    },
  };
}
