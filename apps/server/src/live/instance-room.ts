import type { EventsMessage, LiveState } from '@baton/contract';
import type { CommittedChange, Store } from '@baton/store';
import { InstanceLog } from './instance-log.ts';
import type { PeopleNames } from './people-names.ts';
import { Room } from './room.ts';

/** One watched instance: its view, kept up by what is committed, and the room of those who watch. */
export class InstanceRoom {
  readonly name: string;
  readonly tenantId: string;
  readonly instanceId: string;
  readonly #store: Store;
  readonly #names: PeopleNames;
  readonly #log: InstanceLog;
  readonly #room: Room;
  #work: Promise<void>;
  #expected = 0;

  constructor(deps: { store: Store; names: PeopleNames; send: (message: EventsMessage) => void }, tenantId: string, instanceId: string) {
    this.name = `instance:${tenantId}:${instanceId}`;
    this.tenantId = tenantId;
    this.instanceId = instanceId;
    this.#store = deps.store;
    this.#names = deps.names;
    this.#log = new InstanceLog(tenantId, instanceId);
    this.#room = new Room(this.name, 0, deps.send);
    this.#work = Promise.resolve();
  }

  /** In order, one after the other: naming people may take a query. */
  onCommitted(change: CommittedChange): Promise<void> {
    return this.#next(async () => {
      if (change.previousSeq > this.#log.state.seq) return this.#readOn();
      const told = this.#log.take(change.events, await this.#names.of(change.tenantId, change.events));
      this.#room.add(told, this.#log.state.seq);
    });
  }

  /** The view as far as everybody in the room was told; null if there is no such instance. `join` happens at that very moment. */
  async snapshot(join: () => void): Promise<LiveState | null> {
    let state: LiveState | null = null;
    this.#expected += 1;
    try {
      await this.#next(async () => {
        if (!(await this.#readOn())) return;
        this.#room.flush();
        state = this.#log.state;
        join();
      });
    } finally {
      this.#expected -= 1;
    }
    return state;
  }

  /** Somebody has asked for a snapshot and is about to join. */
  get isExpectingSomebody(): boolean {
    return this.#expected > 0;
  }

  /** Reads on if the log has come further than this room, by a commit of another node. */
  async catchUp(seq: number): Promise<void> {
    if (seq <= this.#log.state.seq) return;
    await this.#next(async () => {
      if (seq > this.#log.state.seq) await this.#readOn();
    });
  }

  close(): void {
    this.#room.close();
  }

  async #readOn(): Promise<boolean> {
    const told = await this.#log.catchUp(this.#store, this.#names);
    if (told) this.#room.add(told, this.#log.state.seq);
    return told !== null;
  }

  #next(work: () => Promise<unknown>): Promise<void> {
    const run = this.#work.then(async () => void (await work()));
    this.#work = run.catch(() => {});
    return run;
  }
}
