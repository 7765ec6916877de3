import { createDraftReader, type ReadDraft, undoScopeOf, writeDraft } from '@baton/draft';
import { describe, type EditCommand, type EditResult, edit, type NewId } from '@baton/editing';
import type { Graph } from '@baton/model';
import * as Y from 'yjs';

/** Changes of this person on this device: only these are undone here. */
const ME = Symbol('me');

export interface DraftSession {
  readonly doc: Y.Doc;
  read(): ReadDraft;
  /**
   * What one act of the hand does: one transaction, one undo step. When one of several commands is refused, nothing is
   * changed. Undo calls it what the first command is called.
   */
  execute(...commands: readonly [EditCommand, ...EditCommand[]]): EditResult;
  /** What the command would make of the graph, without writing anything: for what is shown while dragging. */
  preview(command: EditCommand): Graph | undefined;
  /** Replaces everything, e.g. by an imported graph; one undo step. */
  replace(graph: Graph, label: string): void;
  undo(): void;
  redo(): void;
  /** What the next undo or redo takes back; `null`: nothing. */
  undoLabel(): string | null;
  redoLabel(): string | null;
  subscribe(onChange: () => void): () => void;
  destroy(): void;
}

const LABEL = 'label';
const ID_BYTES = 4;

/** Readable, and different for people who draw at the same time: `userTask_k3f9a1`. */
const randomId: NewId = (prefix, isTaken) => {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  const id = `${prefix}_${[...bytes].map((byte) => byte.toString(36).padStart(2, '0')).join('')}`;
  return isTaken(id) ? randomId(prefix, isTaken) : id;
};

/** The draft behind the editing commands: a Yjs document that only ever gets real changes. */
export function createDraftSession(doc: Y.Doc): DraftSession {
  const reader = createDraftReader(doc);
  const undoManager = new Y.UndoManager(undoScopeOf(doc), { captureTimeout: 0, trackedOrigins: new Set([ME]) });
  const listeners = new Set<() => void>();
  let current = reader.read();
  let label = '';

  undoManager.on('stack-item-added', ({ stackItem, origin }: { stackItem: { meta: Map<unknown, unknown> }; origin: unknown }) => {
    if (origin === ME) stackItem.meta.set(LABEL, label);
    else if (travelling !== null) stackItem.meta.set(LABEL, travelling);
  });
  let travelling: string | null = null;
  const onTransaction = (transaction: Y.Transaction) => {
    if (transaction.changed.size === 0) return;
    current = reader.read();
    for (const listener of listeners) listener();
  };
  doc.on('afterTransaction', onTransaction);

  const write = (graph: Graph, name: string) => {
    label = name;
    writeDraft(doc, graph, ME);
  };
  const travel = (name: string | null, go: () => unknown) => {
    travelling = name;
    go();
    travelling = null;
    for (const listener of listeners) listener();
  };
  const labelOf = (stack: readonly { meta: Map<unknown, unknown> }[]): string | null => {
    const top = stack.at(-1);
    return top ? String(top.meta.get(LABEL) ?? 'change') : null;
  };
  const session: DraftSession = {
    doc,
    read: () => current,
    execute(first, ...more) {
      const before = current.graph;
      let outcome = edit(before, first, { newId: randomId });
      for (const command of more) {
        if (!outcome.ok) return outcome;
        const next: EditResult = edit(outcome.graph, command, { newId: randomId });
        outcome = next.ok ? { ...next, created: [...outcome.created, ...next.created] } : next;
      }
      if (outcome.ok) write(outcome.graph, describe(before, first));
      return outcome;
    },
    preview(command) {
      const outcome = edit(current.graph, command);
      return outcome.ok ? outcome.graph : undefined;
    },
    replace: write,
    undo: () => travel(session.undoLabel(), () => undoManager.undo()),
    redo: () => travel(session.redoLabel(), () => undoManager.redo()),
    undoLabel: () => labelOf(undoManager.undoStack),
    redoLabel: () => labelOf(undoManager.redoStack),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy() {
      doc.off('afterTransaction', onTransaction);
      reader.stop();
      undoManager.destroy();
    },
  };
  return session;
}
