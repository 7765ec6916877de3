import { writeDraft } from '@baton/draft';
import { emptyGraph } from '@baton/model';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { type SaveState, startAutosave } from './autosave.ts';
import { createDraftSession } from './draft-session.ts';
import { hasSeen } from './local-copy.ts';

function session() {
  const doc = new Y.Doc();
  writeDraft(doc, emptyGraph('invoice', 'Invoice'));
  let updates = 0;
  doc.on('update', () => updates++);
  return { doc, draft: createDraftSession(doc), updates: () => updates };
}

const addStart = { type: 'addElement', elementType: 'startEvent', at: { x: 100, y: 100 } } as const;

describe('a draft session', () => {
  it('writes one command as one transaction and takes it back as one step', () => {
    const { draft, updates } = session();
    const made = draft.execute(addStart);
    const id = made.ok ? (made.created[0] ?? '') : '';
    draft.execute({ type: 'appendElement', after: id, elementType: 'userTask' });
    expect(updates()).toBe(2);

    draft.undo();
    expect(draft.read().graph).toMatchObject({ elements: [{ id }], flows: [] });
    draft.redo();
    expect(draft.read().graph.elements).toHaveLength(2);
  });

  it('writes several commands of one act as one step, or none when one is refused', () => {
    const { draft, updates } = session();

    const refused = draft.execute(addStart, { type: 'removeElements', ids: ['nobody'] }, { type: 'rename', id: 'nobody', name: 'x' });

    expect(refused.ok).toBe(false);
    expect(updates()).toBe(0);
    expect(draft.undoLabel()).toBeNull();
  });

  it('says what undo and redo would take back', () => {
    const { draft } = session();
    draft.execute(addStart);
    expect(draft.undoLabel()).toBe('Add start');

    draft.undo();

    expect([draft.undoLabel(), draft.redoLabel()]).toEqual([null, 'Add start']);
  });

  it('writes nothing for a preview', () => {
    const { draft, updates } = session();
    const made = draft.execute(addStart);
    const id = made.ok ? (made.created[0] ?? '') : '';

    for (let x = 0; x < 60; x++) draft.preview({ type: 'moveElements', ids: [id], by: { x, y: 0 } });

    expect(updates()).toBe(1);
  });

  it('leaves alone what another person did', () => {
    const { doc, draft } = session();
    const made = draft.execute(addStart);
    const id = made.ok ? (made.created[0] ?? '') : '';
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    createDraftSession(other).execute({ type: 'rename', id, name: 'Begin' });
    draft.execute({ type: 'moveElements', ids: [id], by: { x: 50, y: 0 } });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));

    draft.undo();

    expect(draft.read().graph.elements[0]).toMatchObject({ id, name: 'Begin' });
    expect(draft.read().graph.layout[id]).toMatchObject({ x: 82 });
  });
});

describe('autosave', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function saving(send: (update: Uint8Array) => Promise<void>) {
    const { doc, draft } = session();
    const states: SaveState['status'][] = [];
    const autosave = startAutosave({ doc, serverState: Y.encodeStateVector(doc), send, onState: ({ status }) => states.push(status), onConfirmed: () => {} });
    return { doc, draft, states, autosave };
  }

  it('sends once, a moment after the last of several changes, and only what is new', async () => {
    const server = new Y.Doc();
    const sent: Uint8Array[] = [];
    const { doc, draft, states } = saving(async (update) => void sent.push(update));
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));

    draft.execute(addStart);
    draft.execute(addStart);
    await vi.advanceTimersByTimeAsync(1_000);

    expect(sent).toHaveLength(1);
    Y.applyUpdate(server, sent[0]!);
    expect(Y.encodeStateVector(server)).toEqual(Y.encodeStateVector(doc));
    expect(states).toEqual(['saving', 'saved']);
  });

  it('says that only this device has it while the server can’t be reached, and goes on trying', async () => {
    let isDown = true;
    const { draft, states } = saving(async () => {
      if (isDown) throw new Error('unreachable');
    });
    draft.execute(addStart);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(states.at(-1)).toBe('local-only');

    isDown = false;
    await vi.advanceTimersByTimeAsync(10_000);

    expect(states.at(-1)).toBe('saved');
  });

  it('sends deletions too', async () => {
    const send = vi.fn(async () => {});
    const { draft } = saving(send);
    draft.execute(addStart);
    await vi.advanceTimersByTimeAsync(1_000);
    draft.undo();
    await vi.advanceTimersByTimeAsync(1_000);

    expect(send).toHaveBeenCalledTimes(2);
  });

  it('does nothing on flush when the server has everything', async () => {
    const send = vi.fn(async () => {});

    await saving(send).autosave.flush();

    expect(send).not.toHaveBeenCalled();
  });
});

describe('the copy on this device', () => {
  it('belongs to the draft only if the server still knows what it once confirmed', () => {
    const { doc, draft } = session();
    const confirmed = Y.encodeStateVector(doc);
    draft.execute(addStart);
    const anew = session().doc;

    expect(hasSeen(Y.encodeStateVector(doc), confirmed)).toBe(true);
    expect(hasSeen(Y.encodeStateVector(anew), confirmed)).toBe(false);
  });
});
