import * as Y from 'yjs';

/** Changes that came from the server; they need not go back. */
export const FROM_SERVER = Symbol('server');

export type SaveState =
  | { readonly status: 'saved'; readonly at: Date | null }
  | { readonly status: 'saving' }
  /** The device has it, the server doesn't yet; we go on trying. */
  | { readonly status: 'local-only'; readonly reason: string };

interface AutosaveOptions {
  readonly doc: Y.Doc;
  /** State vector of what the server has already. */
  readonly serverState: Uint8Array;
  /** Sends an update; resolves when the server has stored it. */
  readonly send: (update: Uint8Array) => Promise<void>;
  readonly onState: (state: SaveState) => void;
  readonly onConfirmed: (stateVector: Uint8Array) => void;
  readonly now?: () => Date;
}

export interface Autosave {
  /** Saves at once; resolves when everything is with the server, or rejects with why not. */
  flush(): Promise<void>;
  stop(): void;
}

const QUIET_MS = 700;
const RETRY_MS = [2_000, 5_000, 10_000, 30_000] as const;

/** Sends what changed, a moment after the last change, and tries again when that fails. It only ever touches the draft. */
export function startAutosave({ doc, serverState, send, onState, onConfirmed, now = () => new Date() }: AutosaveOptions): Autosave {
  let known = serverState;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;

  const hasMore = () => !isSameState(Y.encodeStateVector(doc), known) || hasDeletes;
  let hasDeletes = false;
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save().catch(() => {}), ms);
  };
  const onUpdate = (_: Uint8Array, origin: unknown) => {
    if (origin === FROM_SERVER) return;
    hasDeletes = true;
    later(QUIET_MS);
  };

  async function saveOnce(): Promise<void> {
    clearTimeout(timer);
    const state = Y.encodeStateVector(doc);
    hasDeletes = false;
    onState({ status: 'saving' });
    try {
      await send(Y.encodeStateAsUpdate(doc, known));
    } catch (error) {
      hasDeletes = true;
      onState({ status: 'local-only', reason: error instanceof Error ? error.message : String(error) });
      later(RETRY_MS[Math.min(failures++, RETRY_MS.length - 1)]!);
      throw error;
    }
    failures = 0;
    known = state;
    onConfirmed(state);
    onState({ status: 'saved', at: now() });
  }
  async function save(): Promise<void> {
    if (running) await running.catch(() => {});
    if (!hasMore()) return;
    running = saveOnce().finally(() => {
      running = undefined;
    });
    await running;
  }

  doc.on('update', onUpdate);
  if (!isSameState(Y.encodeStateVector(doc), known)) later(0);
  return {
    flush: save,
    stop() {
      clearTimeout(timer);
      doc.off('update', onUpdate);
    },
  };
}

const isSameState = (left: Uint8Array, right: Uint8Array): boolean => {
  const [a, b] = [Y.decodeStateVector(left), Y.decodeStateVector(right)];
  return a.size === b.size && [...a].every(([client, clock]) => b.get(client) === clock);
};
