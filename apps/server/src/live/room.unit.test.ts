import type { EventsMessage } from '@baton/contract';
import { describe, expect, it } from 'vitest';
import { Room } from './room.ts';

const flowTaken = (seq: number) => ({ type: 'flow.taken', seq, at: '2026-11-23T10:00:00.000Z', flowId: 'f' }) as const;

describe('a room', () => {
  const roomAt = (seq: number) => {
    const sent: EventsMessage[] = [];
    return { sent, room: new Room('r', seq, (message) => sent.push(message)) };
  };

  it('joins what comes within one frame into one message', () => {
    const { sent, room } = roomAt(4);

    room.add([flowTaken(5)], 6);
    room.add([flowTaken(7)], 7);
    room.flush();

    expect(sent).toEqual([{ room: 'r', previousSeq: 4, seq: 7, events: [flowTaken(5), flowTaken(7)] }]);
  });

  it('numbers its messages without a gap', () => {
    const { sent, room } = roomAt(0);

    room.add([flowTaken(1)], 2);
    room.flush();
    room.add([], 3);
    room.flush();

    expect(sent.map(({ previousSeq, seq }) => [previousSeq, seq])).toEqual([
      [0, 2],
      [2, 3],
    ]);
  });

  it('sends nothing when nothing came', () => {
    const { sent, room } = roomAt(4);

    room.flush();

    expect(sent).toEqual([]);
  });
});
