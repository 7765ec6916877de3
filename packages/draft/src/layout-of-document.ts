import type * as Y from 'yjs';

/** A property's value inside the document: plain JSON, never a nested shared type, so that one property is one change. */
export type Value = unknown;
export type Entry = Y.Map<Value>;

/** Name of the property that holds an entry's place in the drawn order (docs/draft-document.md). */
export const ORDER = 'order';

/** The top-level maps of a draft document. */
export interface DraftMaps {
  readonly meta: Y.Map<Value>;
  readonly elements: Y.Map<Entry>;
  readonly flows: Y.Map<Entry>;
  readonly artifacts: Y.Map<Entry>;
  readonly pools: Y.Map<Entry>;
  readonly lanes: Y.Map<Entry>;
  readonly messageFlows: Y.Map<Entry>;
  readonly layout: Y.Map<Value>;
}

export const mapsOf = (doc: Y.Doc): DraftMaps => ({
  meta: doc.getMap('meta'),
  elements: doc.getMap('elements'),
  flows: doc.getMap('flows'),
  artifacts: doc.getMap('artifacts'),
  pools: doc.getMap('pools'),
  lanes: doc.getMap('lanes'),
  messageFlows: doc.getMap('messageFlows'),
  layout: doc.getMap('layout'),
});

/** What a `Y.UndoManager` is to watch. */
export const undoScopeOf = (doc: Y.Doc): Y.Map<Value>[] => Object.values(mapsOf(doc)) as Y.Map<Value>[];
