import type { EventsMessage, Watch, WatchAnswer } from '@baton/contract';
import { describe, expect, it } from 'vitest';
import { Watches } from './watches.ts';

const change = (id: string) => ({ type: 'task.changed' as const, id });
const message = (previousSeq: number, seq: number, id = `t${seq}`, room = 'r'): EventsMessage => ({ room, previousSeq, seq, events: [change(id)] });
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A server that answers each watch with the next of these positions. */
function watching(...seqs: (number | 'lost' | 'refused')[]) {
  const asked: Watch[] = [];
  const seen: string[] = [];
  const watches = new Watches(async (watch): Promise<WatchAnswer> => {
    asked.push(watch);
    const seq = seqs.shift() ?? 0;
    if (seq === 'lost') throw new Error('no answer');
    if (seq === 'refused') return { ok: false, code: 'not-allowed', detail: 'No.' };
    return { ok: true, room: 'r', seq, view: null };
  });
  const handlers = {
    onSnapshot: ({ seq }: { seq: number }) => void seen.push(`snapshot ${seq}`),
    onEvents: (events: EventsMessage['events'], seq: number) => void seen.push(`${seq}: ${events.map((event) => ('id' in event ? event.id : '')).join()}`),
    onRefused: ({ code }: { code: string }) => void seen.push(code),
  };
  return { watches, asked, seen, handlers };
}

describe('what is watched', () => {
  it('tells the snapshot, then every message in order', async () => {
    const { watches, seen, handlers } = watching(4);

    watches.add({ kind: 'tasks' }, handlers);
    await settled();
    watches.receive(message(4, 5));
    watches.receive(message(5, 7));

    expect(seen).toEqual(['snapshot 4', '5: t5', '7: t7']);
  });

  it('watches again when a message is missing, and tells nothing of what comes after the gap', async () => {
    const { watches, asked, seen, handlers } = watching(4, 9);

    watches.add({ kind: 'tasks' }, handlers);
    await settled();
    watches.receive(message(6, 8));
    await settled();
    watches.receive(message(9, 10));

    expect(asked).toHaveLength(2);
    expect(seen).toEqual(['snapshot 4', 'snapshot 9', '10: t10']);
  });

  it('drops what it has already and what is for other rooms', async () => {
    const { watches, seen, handlers } = watching(4);

    watches.add({ kind: 'tasks' }, handlers);
    await settled();
    watches.receive(message(2, 4));
    watches.receive(message(4, 5, 'x', 'another'));

    expect(seen).toEqual(['snapshot 4']);
  });

  it('keeps what comes in while the snapshot is under way', async () => {
    const { watches, seen, handlers } = watching(4);

    watches.add({ kind: 'tasks' }, handlers);
    watches.receive(message(3, 4));
    watches.receive(message(4, 5));
    await settled();

    expect(seen).toEqual(['snapshot 4', '5: t5']);
  });

  it('asks again for everything when the connection is back', async () => {
    const { watches, asked, seen, handlers } = watching('lost', 3);

    watches.add({ kind: 'instance', id: 'i1' }, handlers);
    await settled();
    watches.askAgain();
    await settled();

    expect(asked).toEqual([
      { kind: 'instance', id: 'i1' },
      { kind: 'instance', id: 'i1' },
    ]);
    expect(seen).toEqual(['snapshot 3']);
  });

  it('says when it may not be watched', async () => {
    const { watches, seen, handlers } = watching('refused');

    watches.add({ kind: 'incidents' }, handlers);
    await settled();

    expect(seen).toEqual(['not-allowed']);
  });

  it('shares one watch among several, until the last has stopped', async () => {
    const { watches, seen, handlers } = watching(1, 1);

    const stopFirst = watches.add({ kind: 'tasks' }, handlers);
    const stopSecond = watches.add({ kind: 'tasks' }, { onEvents: () => seen.push('second') });
    await settled();
    watches.receive(message(1, 2));
    stopFirst();
    watches.receive(message(2, 3));
    stopSecond();
    watches.receive(message(3, 4));

    expect(seen).toEqual(['snapshot 1', '2: t2', 'second', 'second']);
    expect(watches.isEmpty).toBe(true);
  });
});
