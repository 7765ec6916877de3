import type { Graph } from '@baton/model';
import * as Y from 'yjs';
import { readDraft } from './read-draft.ts';
import { writeDraft } from './write-draft.ts';

/** A draft as it is kept: the whole document as one update, and the graph it says. */
export interface StoredDraft {
  readonly state: Uint8Array;
  readonly graph: Graph;
}

/** What is stored, after one more update of somebody's browser. Null: the update can't be read. */
export function draftAfterUpdate(state: Uint8Array, update: Uint8Array): StoredDraft | null {
  const doc = documentOf(state);
  try {
    Y.applyUpdate(doc, update);
  } catch {
    return null;
  }
  return storedOf(doc);
}

/** What is stored, made to say `graph`: still the same document, so that open browsers can merge what they have. Null: a new one. */
export function draftSaying(state: Uint8Array | null, graph: Graph): StoredDraft {
  const doc = state === null ? new Y.Doc() : documentOf(state);
  writeDraft(doc, graph);
  return storedOf(doc);
}

function documentOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

const storedOf = (doc: Y.Doc): StoredDraft => ({ state: Y.encodeStateAsUpdate(doc), graph: readDraft(doc).graph });
