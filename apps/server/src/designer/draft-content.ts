import { createHash } from 'node:crypto';
import { draftAfterUpdate, draftSaying, type StoredDraft } from '@baton/draft';
import type { Json } from '@baton/engine';
import { type Graph, parseGraph } from '@baton/model';
import type { DraftContent } from '@baton/store';
import { HttpProblem } from '../http/http-problem.ts';
import { refuseOddities } from '../http/json/parse-json.ts';
import { checksumOf } from './checked-graph.ts';

const MAX_STATE_BYTES = 16 * 1024 * 1024;

/** What is stored, after one more update of somebody's browser. */
export function mergeUpdate(key: string, state: Uint8Array, update: Uint8Array): DraftContent {
  const merged = draftAfterUpdate(state, update);
  if (!merged) throw new HttpProblem('request-invalid', 'Expected an update of a Yjs document, but it cannot be read.');
  return contentOf(key, merged);
}

export const overwriteWith = (key: string, state: Uint8Array, graph: Graph): DraftContent => contentOf(key, draftSaying(state, graph));

export const firstContent = (graph: Graph): DraftContent => contentOf(graph.key, draftSaying(null, graph));

/** A draft's key is its address: whatever a document says, it can't move to another. */
function contentOf(key: string, { state, graph: said }: StoredDraft): DraftContent {
  if (state.length > MAX_STATE_BYTES)
    throw new HttpProblem('body-too-large', `Expected a draft of at most ${MAX_STATE_BYTES} bytes, but it has ${state.length}.`);
  const graph = { ...said, key };
  refuseOddities(graph);
  const parsed = parseGraph(graph);
  const checksum = parsed.ok ? checksumOf(parsed.graph) : createHash('sha256').update(JSON.stringify(graph)).digest('hex');
  return { graph: JSON.parse(JSON.stringify(graph)) as Json, state, checksum };
}
