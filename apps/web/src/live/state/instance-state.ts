import { applyMessage, type InstanceView, type LiveEvent, type LiveState } from '@baton/contract';

/** All a page knows of one instance. */
export type InstanceState = {
  readonly live: LiveState;
  /** Events of this number and before were in the last snapshot; those after it came in one by one. */
  readonly snapshotSeq: number;
  /** The public log, in order; without a hole up to `logUpTo`. */
  readonly log: readonly LiveEvent[];
  readonly logUpTo: number;
  /** What came in last, for the tokens to move by; null after a snapshot. */
  readonly fresh: readonly LiveEvent[] | null;
  /** When the last snapshot or event came in, ms. */
  readonly asOf: number;
};

export type Told =
  | { readonly type: 'snapshot'; readonly seq: number; readonly view: InstanceView; readonly now: number }
  | { readonly type: 'events'; readonly events: readonly LiveEvent[]; readonly seq: number; readonly now: number }
  /** The view asked for over HTTP because the live connection isn't there yet; counts only until it is. */
  | { readonly type: 'stand-in'; readonly seq: number; readonly view: InstanceView; readonly now: number }
  /** A page of the log; with those before it, it holds everything up to `upTo`. */
  | { readonly type: 'log'; readonly events: readonly LiveEvent[]; readonly upTo: number };

/** What a page knows after it was told something. Nothing is known before the first snapshot. */
export function learn(state: InstanceState | null, told: Told): InstanceState | null {
  if (told.type === 'snapshot') return withSnapshot(state, told);
  if (told.type === 'stand-in') return state ?? withSnapshot(null, told);
  if (!state) return null;
  return told.type === 'log' ? withLog(state, told) : withEvents(state, told);
}

export const isLogComplete = ({ logUpTo, live }: InstanceState): boolean => logUpTo >= live.seq;

const withSnapshot = (state: InstanceState | null, { seq, view, now }: Extract<Told, { type: 'snapshot' | 'stand-in' }>): InstanceState => ({
  live: { seq, view },
  snapshotSeq: seq,
  log: state?.log ?? [],
  logUpTo: state?.logUpTo ?? 0,
  fresh: null,
  asOf: now,
});

/** The live client hands on messages without gaps, so this one goes on where the last ended. */
function withEvents(state: InstanceState, { events, seq, now }: Extract<Told, { type: 'events' }>): InstanceState {
  const applied = applyMessage(state.live, { previousSeq: state.live.seq, seq, events: [...events] });
  if (applied.outcome !== 'applied') return state;
  const logUpTo = isLogComplete(state) ? seq : state.logUpTo;
  return { ...state, live: applied.state, log: merged(state.log, applied.events), logUpTo, fresh: applied.events, asOf: now };
}

function withLog(state: InstanceState, { events, upTo }: Extract<Told, { type: 'log' }>): InstanceState {
  const reached = Math.max(state.logUpTo, upTo);
  return { ...state, log: merged(state.log, events), logUpTo: reached >= state.snapshotSeq ? Math.max(reached, state.live.seq) : reached };
}

/** Both logs in one, in order, each event once. */
function merged(log: readonly LiveEvent[], events: readonly LiveEvent[]): readonly LiveEvent[] {
  const first = events[0];
  if (!first) return log;
  if (first.seq > (log.at(-1)?.seq ?? 0)) return [...log, ...events];
  return [...new Map([...log, ...events].map((event) => [event.seq, event])).values()].sort((a, b) => a.seq - b.seq);
}
