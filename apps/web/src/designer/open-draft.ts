import * as Y from 'yjs';
import { api } from '../api/client.ts';
import { createDesigner, type DesignerStore } from './designer-store.ts';
import { type Autosave, FROM_SERVER, startAutosave } from './draft/autosave.ts';
import { fromBase64, toBase64 } from './draft/base64.ts';
import { createDraftSession } from './draft/draft-session.ts';
import { attachLocalCopy, type LocalCopy } from './draft/local-copy.ts';
import { watchSoundness } from './soundness/watch-soundness.ts';

export interface OpenDraft {
  readonly designer: DesignerStore;
  /** Resolves when the server has everything. */
  readonly flush: () => Promise<void>;
  readonly close: () => void;
}

/** Fetches a draft, merges what this device still has of it, and keeps both up to date from then on. */
export async function openDraft(key: string, userId: string): Promise<OpenDraft> {
  const draft = await api.getDraft({ params: { key } });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, fromBase64(draft.update), FROM_SERVER);
  const serverState = Y.encodeStateVector(doc);
  const local = await attachLocalCopy(doc, `baton-draft:${userId}:${key}`).catch((): LocalCopy | null => null);
  await local?.confirm(serverState);
  const designer = createDesigner(createDraftSession(doc));
  designer.show({ save: { status: 'saved', at: new Date(draft.changedAt) } });
  const unwatch = watchSoundness({ read: designer.getState, subscribe: designer.session.subscribe, onSoundness: designer.judge });
  const autosave: Autosave = startAutosave({
    doc,
    serverState,
    send: async (update) => void (await api.putDraft({ params: { key }, body: { update: toBase64(update) } })),
    onState: (save) => designer.show({ save }),
    onConfirmed: (state) => void local?.confirm(state),
  });
  const flushQuietly = () => void autosave.flush().catch(() => {});
  const onHidden = () => {
    if (document.visibilityState === 'hidden') flushQuietly();
  };
  document.addEventListener('visibilitychange', onHidden);
  window.addEventListener('online', flushQuietly);
  return {
    designer,
    flush: autosave.flush,
    close() {
      document.removeEventListener('visibilitychange', onHidden);
      window.removeEventListener('online', flushQuietly);
      unwatch();
      flushQuietly();
      autosave.stop();
      void local?.close();
      designer.destroy();
    },
  };
}
