/** Where what was typed is now. `local`: on this device only; it is tried again. */
export type DraftState =
  | { readonly type: 'none' }
  | { readonly type: 'unsaved' }
  | { readonly type: 'saving' }
  | { readonly type: 'saved'; readonly at: string }
  | { readonly type: 'local' };

export interface DraftSaver<D> {
  change(draft: D): void;
  /** Saves at once what hasn't been saved; resolves when nothing is under way. */
  flush(): Promise<void>;
  /** Forgets what hasn't been saved: it was sent as the decision, or isn't ours to keep. */
  drop(): void;
}

export interface DraftSaverOptions<D> {
  /** To the server; resolves with when it was kept. */
  readonly save: (draft: D) => Promise<{ savedAt: string }>;
  /** To the device, at once; `undefined` when the server has it. */
  readonly keep: (draft: D | undefined) => void;
  readonly onState: (state: DraftState) => void;
  /** Refused for good, e.g. because somebody else has the task: it isn't tried again. */
  readonly isFinal?: (error: unknown) => boolean;
  readonly delayMs?: number;
  readonly retryMs?: number;
}

/**
 * Keeps what somebody types: on the device with every change, on the server half a second after the last one.
 * One save at a time; what changed meanwhile follows it; a failed one is tried again.
 */
export const createDraftSaver = <D>({ save, keep, onState, isFinal = () => false, delayMs = 500, retryMs = 5000 }: DraftSaverOptions<D>): DraftSaver<D> => {
  let unsaved: { draft: D } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  let dropped = 0;

  const wait = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  const saveOnce = async () => {
    const current = unsaved;
    const round = dropped;
    if (!current) return;
    unsaved = undefined;
    onState({ type: 'saving' });
    try {
      const { savedAt } = await save(current.draft);
      if (round !== dropped || unsaved) return;
      keep(undefined);
      onState({ type: 'saved', at: savedAt });
    } catch (error) {
      if (round !== dropped) return;
      if (isFinal(error)) return drop();
      unsaved ??= current;
      onState({ type: 'local' });
      wait(retryMs);
    }
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    await running;
    if (!unsaved) return;
    running = saveOnce();
    await running;
    running = undefined;
  };

  const drop = () => {
    clearTimeout(timer);
    dropped += 1;
    unsaved = undefined;
    keep(undefined);
    onState({ type: 'none' });
  };

  return {
    change: (draft) => {
      unsaved = { draft };
      keep(draft);
      onState({ type: 'unsaved' });
      wait(delayMs);
    },
    flush,
    drop,
  };
};
