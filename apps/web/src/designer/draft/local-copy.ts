import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';

/** What the server had when it last confirmed a save; kept beside the local copy. */
const CONFIRMED = 'confirmed';

export interface LocalCopy {
  /** Remembers that the server now has all of this. */
  confirm(stateVector: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

/**
 * Keeps the document on this device, so that a crash or a lost connection loses nothing, and merges what was left here
 * last time. A copy of a draft that the server no longer knows (deleted and made anew under the same key) is thrown away.
 */
export async function attachLocalCopy(doc: Y.Doc, name: string): Promise<LocalCopy> {
  await dropIfForeign(doc, name);
  const persistence = new IndexeddbPersistence(name, doc);
  await persistence.whenSynced;
  return {
    confirm: async (stateVector) => void (await persistence.set(CONFIRMED, stateVector.buffer as ArrayBuffer)),
    close: () => persistence.destroy(),
  };
}

async function dropIfForeign(server: Y.Doc, name: string): Promise<void> {
  const scratch = new Y.Doc();
  const persistence = new IndexeddbPersistence(name, scratch);
  await persistence.whenSynced;
  const confirmed: unknown = await persistence.get(CONFIRMED);
  const isKnown = confirmed instanceof ArrayBuffer && hasSeen(Y.encodeStateVector(server), new Uint8Array(confirmed));
  if (!isKnown) await persistence.clearData();
  else await persistence.destroy();
  scratch.destroy();
}

/** Whether a document at `state` holds everything a document at `earlier` held. */
export function hasSeen(state: Uint8Array, earlier: Uint8Array): boolean {
  const now = Y.decodeStateVector(state);
  return [...Y.decodeStateVector(earlier)].every(([client, clock]) => (now.get(client) ?? 0) >= clock);
}
