import { foldLive, initialView, type LiveEvent, type LiveState, type Person } from '@baton/contract';
import type { EngineEvent } from '@baton/engine';
import type { Store } from '@baton/store';
import { LiveMemory } from './live-context.ts';
import type { PeopleNames } from './people-names.ts';
import { toLive } from './to-live.ts';

const PAGE = 1000;

/** The public log of one instance as far as it was read, and the view it folds to. Reading goes on where it ended. */
export class InstanceLog {
  readonly tenantId: string;
  readonly instanceId: string;
  readonly #memory = new LiveMemory();
  #state: LiveState;

  constructor(tenantId: string, instanceId: string) {
    this.tenantId = tenantId;
    this.instanceId = instanceId;
    this.#state = { seq: 0, view: initialView(instanceId) };
  }

  get state(): LiveState {
    return this.#state;
  }

  /** Events that follow without a gap; answers what of them is public. */
  take(events: readonly EngineEvent[], names: ReadonlyMap<string, Person>): LiveEvent[] {
    const context = this.#memory.contextOf(this.instanceId, names);
    const told: LiveEvent[] = [];
    for (const event of events) {
      if (event.seq <= this.#state.seq) continue;
      this.#memory.remember(event);
      const live = toLive(event, context);
      this.#memory.forget(event);
      if (live) told.push(live);
      this.#state = { seq: event.seq, view: live ? foldLive(this.#state.view, live) : this.#state.view };
    }
    return told;
  }

  /** Reads on to the end of what is stored, or to `untilSeq`. False: there is no such instance. */
  async catchUp(store: Pick<Store, 'instances'>, names: PeopleNames, untilSeq = Number.POSITIVE_INFINITY): Promise<LiveEvent[] | null> {
    const told: LiveEvent[] = [];
    while (this.#state.seq < untilSeq) {
      const limit = Math.min(PAGE, untilSeq - this.#state.seq);
      const events = await store.instances.events({ tenantId: this.tenantId, instanceId: this.instanceId, afterSeq: this.#state.seq, limit });
      if (!events) return null;
      const known = events.filter((event) => event.seq <= untilSeq);
      told.push(...this.take(known, await names.of(this.tenantId, known)));
      if (events.length < limit) break;
    }
    return told;
  }
}
