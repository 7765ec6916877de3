import type { EventsMessage } from '@baton/contract';
import { isLiveEvent } from '@baton/contract';
import { useEffect, useReducer } from 'react';
import { api } from '../../api/client.ts';
import { useWatch } from '../../api/use-watch.ts';
import { type InstanceState, isLogComplete, learn, type Told } from './instance-state.ts';

const PAGE = 200;

/** An instance as it lives: snapshot first, then events; the log behind it is loaded as soon as somebody looks. Null until the first snapshot. */
export function useInstanceLive(id: string): InstanceState | null {
  const [state, tell] = useReducer(learn, null);
  const onEvents = (events: EventsMessage['events'], seq: number) => tell({ type: 'events', events: events.filter(isLiveEvent), seq, now: Date.now() });
  useWatch('instance', id, onEvents, ({ seq, view }) => view && tell({ type: 'snapshot', seq, view, now: Date.now() }));
  useStandIn(id, state === null, tell);
  useLog(id, state, tell);
  return state;
}

const STAND_IN_AFTER_MS = 2_000;

/** Where no live connection can be had, the view of now is better than none. */
function useStandIn(id: string, isNeeded: boolean, tell: (told: Told) => void): void {
  useEffect(() => {
    if (!isNeeded) return;
    const abort = new AbortController();
    const ask = async () => {
      const { seq, view } = await api.getView({ params: { id }, signal: abort.signal });
      tell({ type: 'stand-in', seq, view, now: Date.now() });
    };
    // If this fails too, the page's own calls say why.
    const timer = setTimeout(() => void ask().catch(() => {}), STAND_IN_AFTER_MS);
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [id, isNeeded, tell]);
}

const AGAIN_AFTER_MS = 2_000;

/** Loads what is missing of the log, after the first snapshot and after each that left a hole. */
function useLog(id: string, state: InstanceState | null, tell: (told: Told) => void): void {
  const snapshotSeq = state?.snapshotSeq ?? null;
  const isMissing = state !== null && !isLogComplete(state);
  const from = state?.logUpTo ?? 0;
  const [tries, tryAgain] = useReducer((count: number) => count + 1, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `from` moves with every page of the very load it would restart; `tries` restarts a failed one
  useEffect(() => {
    if (!isMissing || snapshotSeq === null) return;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    loadLog({ id, from, through: snapshotSeq, signal: abort.signal, tell }).catch(() => {
      if (!abort.signal.aborted) timer = setTimeout(tryAgain, AGAIN_AFTER_MS);
    });
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [id, isMissing, snapshotSeq, tries]);
}

interface Load {
  readonly id: string;
  readonly from: number;
  /** Number that the log is known to reach at least. */
  readonly through: number;
  readonly signal: AbortSignal;
  readonly tell: (told: Told) => void;
}

async function loadLog({ id, from, through, signal, tell }: Load): Promise<void> {
  let afterSeq = from;
  for (;;) {
    const page = await api.listEvents({ params: { id }, query: { afterSeq, limit: PAGE }, signal });
    const last = page.items.at(-1)?.seq ?? afterSeq;
    const isLast = page.nextCursor === null || page.items.length === 0;
    tell({ type: 'log', events: page.items, upTo: isLast ? Math.max(last, through) : last });
    if (isLast) return;
    afterSeq = last;
  }
}
