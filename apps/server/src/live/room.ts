import type { Change, EventsMessage, LiveEvent } from '@baton/contract';

const JOIN_MS = 16;

/** What goes to everybody who watches the same: what comes within one frame goes out as one message, numbered so that a gap shows. */
export class Room {
  readonly name: string;
  readonly #send: (message: EventsMessage) => void;
  #events: (LiveEvent | Change)[] = [];
  #told: number;
  #reached: number;
  #timer: NodeJS.Timeout | null = null;

  constructor(name: string, seq: number, send: (message: EventsMessage) => void) {
    this.name = name;
    this.#told = seq;
    this.#reached = seq;
    this.#send = send;
  }

  /** Of the last message; whoever joins now continues from here. */
  get seq(): number {
    return this.#told;
  }

  /** `seq`: where the room stands after these events. */
  add(events: readonly (LiveEvent | Change)[], seq: number): void {
    this.#events.push(...events);
    this.#reached = seq;
    this.#timer ??= setTimeout(() => this.flush(), JOIN_MS);
  }

  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#reached === this.#told) return;
    const message = { room: this.name, previousSeq: this.#told, seq: this.#reached, events: this.#events };
    this.#told = this.#reached;
    this.#events = [];
    this.#send(message);
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
