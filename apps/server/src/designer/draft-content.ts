import { createHash } from 'node:crypto';
import { readDraft, writeDraft } from '@baton/draft';
import type { Json } from '@baton/engine';
import { type Graph, parseGraph } from '@baton/model';
import type { DraftContent } from '@baton/store';
import * as Y from 'yjs';
import { HttpProblem } from '../http/http-problem.ts';
import { refuseOddities } from '../http/json/parse-json.ts';
import { checksumOf } from './checked-graph.ts';

const MAX_STATE_BYTES = 16 * 1024 * 1024;

/** The stored document after one more update of somebody's browser. */
export function mergeUpdate(key: string, state: Uint8Array, update: Uint8Array): DraftContent {
  const doc = documentOf(state);
  try {
    Y.applyUpdate(doc, update);
  } catch {
    throw new HttpProblem('request-invalid', 'Expected an update of a Yjs document, but it cannot be read.');
  }
  return contentOf(key, doc);
}

/** The stored document, made to say `graph`: still the same document, so that open browsers can merge what they have. */
export function overwriteWith(key: string, state: Uint8Array, graph: Graph): DraftContent {
  const doc = documentOf(state);
  writeDraft(doc, graph);
  return contentOf(key, doc);
}

export function firstContent(graph: Graph): DraftContent {
  const doc = new Y.Doc();
  writeDraft(doc, graph);
  return contentOf(graph.key, doc);
}

function documentOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

/** A draft's key is its address: whatever a document says, it can't move to another. */
function contentOf(key: string, doc: Y.Doc): DraftContent {
  const state = Y.encodeStateAsUpdate(doc);
  if (state.length > MAX_STATE_BYTES)
    throw new HttpProblem('body-too-large', `Expected a draft of at most ${MAX_STATE_BYTES} bytes, but it has ${state.length}.`);
  const graph = { ...readDraft(doc).graph, key };
  refuseOddities(graph);
  const parsed = parseGraph(graph);
  const checksum = parsed.ok ? checksumOf(parsed.graph) : createHash('sha256').update(JSON.stringify(graph)).digest('hex');
  return { graph: JSON.parse(JSON.stringify(graph)) as Json, state, checksum };
}
