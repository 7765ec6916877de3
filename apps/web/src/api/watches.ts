import type { EventsMessage, Watch, WatchAnswer } from '@baton/contract';

export type WatchedEvents = EventsMessage['events'];
export type Snapshot = Extract<WatchAnswer, { ok: true }>;

export interface WatchHandlers {
  /** At the beginning, and again after every gap or lost connection: what was known before is to be replaced. */
  onSnapshot?(snapshot: Snapshot): void;
  /** In order and without gaps since the snapshot. `seq` is that of the last. */
  onEvents(events: WatchedEvents, seq: number): void;
  onRefused?(answer: Extract<WatchAnswer, { ok: false }>): void;
}

interface Watched {
  readonly watch: Watch;
  readonly handlers: Set<WatchHandlers>;
  snapshot: Snapshot | null;
  seq: number;
  isAsking: boolean;
  /** Came in while the snapshot was under way. */
  early: EventsMessage[];
}

/** What is watched over one connection, and where each stands. Knows no socket: `ask` sends the watch and brings the answer. */
export class Watches {
  readonly #ask: (watch: Watch) => Promise<WatchAnswer>;
  readonly #watched = new Map<string, Watched>();

  constructor(ask: (watch: Watch) => Promise<WatchAnswer>) {
    this.#ask = ask;
  }

  get isEmpty(): boolean {
    return this.#watched.size === 0;
  }

  /** Returns how to stop. Several handlers of the same thing share one watch. */
  add(watch: Watch, handlers: WatchHandlers): () => void {
    const key = `${watch.kind}:${watch.id ?? ''}`;
    const known = this.#watched.get(key);
    const watched = known ?? { watch, handlers: new Set(), snapshot: null, seq: 0, isAsking: false, early: [] };
    watched.handlers.add(handlers);
    this.#watched.set(key, watched);
    if (!known) void this.#askFor(watched);
    else if (watched.snapshot) void this.#askFor(watched);
    return () => {
      watched.handlers.delete(handlers);
      if (watched.handlers.size === 0) this.#watched.delete(key);
    };
  }

  /** The connection is there again: nothing that came before counts. */
  askAgain(): void {
    for (const watched of this.#watched.values()) void this.#askFor(watched);
  }

  receive(message: EventsMessage): void {
    for (const watched of this.#watched.values()) {
      if (watched.isAsking) watched.early.push(message);
      else if (watched.snapshot?.room === message.room) this.#apply(watched, message);
    }
  }

  #apply(watched: Watched, message: EventsMessage): void {
    if (message.seq <= watched.seq) return;
    if (message.previousSeq !== watched.seq) {
      void this.#askFor(watched);
      return;
    }
    watched.seq = message.seq;
    for (const handlers of [...watched.handlers]) handlers.onEvents(message.events, message.seq);
  }

  async #askFor(watched: Watched): Promise<void> {
    if (watched.isAsking) return;
    watched.isAsking = true;
    // Without an answer the connection is lost, and its return asks again.
    const answer = await this.#ask(watched.watch).catch(() => null);
    watched.isAsking = false;
    const early = watched.early;
    watched.early = [];
    if (!answer) return;
    if (!answer.ok) {
      for (const handlers of [...watched.handlers]) handlers.onRefused?.(answer);
      return;
    }
    watched.snapshot = answer;
    watched.seq = answer.seq;
    for (const handlers of [...watched.handlers]) handlers.onSnapshot?.(answer);
    for (const message of early) if (message.room === answer.room && !watched.isAsking) this.#apply(watched, message);
  }
}
