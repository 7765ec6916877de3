type Check = (source: string) => string | null;

let check: Check | null = null;
let loading: Promise<void> | undefined;
const listeners = new Set<() => void>();

/** Fetches what checks formulas (FEEL). It is larger than the rest of the designer, so only a drawing that has a formula asks for it. */
export function loadFeel(): Promise<void> {
  loading ??= import('@baton/expressions').then(
    ({ parseExpression }) => {
      check = (source) => {
        const parsed = parseExpression(source);
        return parsed.ok ? null : parsed.problem.message;
      };
      for (const listener of listeners) listener();
    },
    () => {
      // Not reachable just now: the next formula asks again.
      loading = undefined;
    },
  );
  return loading;
}

/** `null`: not there yet, see `loadFeel`. */
export const loadedCheck = (): Check | null => check;

export function onFeelLoaded(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
