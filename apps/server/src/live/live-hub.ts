import type { EventsMessage, LiveState, Watch, WatchAnswer } from '@baton/contract';
import { type CommittedChange, rowIdOf, type Store } from '@baton/store';
import type { Logger } from 'pino';
import type { Principal } from '../http/auth/principal.ts';
import { HttpProblem, notFound } from '../http/http-problem.ts';
import { visibleInstance } from '../instances/visible-instance.ts';
import { runLoop } from '../runtime/loop.ts';
import { AUDIENCES, type Audience, AudienceRoom, type Hint } from './audience.ts';
import { InstanceLog } from './instance-log.ts';
import { InstanceRoom } from './instance-room.ts';
import { PeopleNames } from './people-names.ts';
import { TaskPeople } from './task-people.ts';

interface LiveHubDeps {
  readonly store: Store;
  readonly log: Logger;
  readonly send: (message: EventsMessage) => void;
  /** Nobody has joined the room of this name. */
  readonly isEmpty: (room: string) => boolean;
}

/** How long after another node's commit it is seen here at the latest, and told. */
const LOOK_EVERY_MS = 1000;

/** Keeps the rooms: who watches an instance or a list is told after each commit, in order. Knows no sockets. */
export class LiveHub {
  readonly #deps: LiveHubDeps & { readonly names: PeopleNames };
  readonly #instances = new Map<string, InstanceRoom>();
  readonly #audiences = new Map<string, AudienceRoom>();
  readonly #taskPeople: TaskPeople;
  readonly #stop: () => Promise<unknown>;

  constructor(deps: LiveHubDeps) {
    this.#deps = { ...deps, names: new PeopleNames(deps.store.people) };
    this.#taskPeople = new TaskPeople(deps.store.tasks);
    const forget = deps.store.runtime.onCommitted((changes) => this.#onCommitted(changes));
    const looking = runLoop({ name: 'live', everyMs: LOOK_EVERY_MS, log: deps.log, work: () => this.#lookElsewhere() });
    this.#stop = () => {
      forget();
      return looking.stop();
    };
  }

  get roomCount(): number {
    return this.#instances.size + this.#audiences.size;
  }

  /** Checks the right to see, then joins; `join` is called with the room's name at the moment from which its events follow. */
  watch(principal: Principal, watch: Watch, join: (room: string) => void): Promise<Extract<WatchAnswer, { ok: true }>> {
    return watch.kind === 'instance'
      ? this.#watchInstance(principal, watch.id, join)
      : Promise.resolve(this.#watchList(AUDIENCES[watch.kind](principal, watch.id), principal, join));
  }

  async viewOf(tenantId: string, instanceId: string): Promise<LiveState | null> {
    const watched = this.#instances.get(roomKey(tenantId, instanceId));
    if (watched) return watched.snapshot(() => {}).finally(() => this.#leaveIfEmpty(watched.name));
    const log = new InstanceLog(tenantId, instanceId);
    return (await log.catchUp(this.#deps.store, this.#deps.names)) ? log.state : null;
  }

  /** Nobody is in it any more. A room that somebody is about to join stays: they look again when they have. */
  leave(room: string): void {
    const instance = this.#instances.get(room);
    if (!instance?.isExpectingSomebody) {
      instance?.close();
      this.#instances.delete(room);
    }
    this.#audiences.get(room)?.close();
    this.#audiences.delete(room);
  }

  #leaveIfEmpty(room: string): void {
    if (this.#deps.isEmpty(room)) this.leave(room);
  }

  tell(hint: Hint): void {
    for (const room of this.#audiences.values()) room.tell(hint);
  }

  async close(): Promise<void> {
    await this.#stop();
    for (const room of [...this.#instances.keys(), ...this.#audiences.keys()]) this.leave(room);
  }

  async #watchInstance(principal: Principal, id: string | undefined, join: (room: string) => void): Promise<Extract<WatchAnswer, { ok: true }>> {
    if (id === undefined) throw new HttpProblem('request-invalid', 'Expected the id of an instance to watch, but there is none.');
    await visibleInstance(this.#deps.store, principal, id);
    const known = this.#instances.get(roomKey(principal.tenantId, id));
    const room = known ?? new InstanceRoom(this.#deps, principal.tenantId, id);
    this.#instances.set(room.name, room);
    try {
      const state = await room.snapshot(() => join(room.name));
      if (!state) throw notFound('process instance');
      return { ok: true, room: room.name, ...state };
    } finally {
      this.#leaveIfEmpty(room.name);
    }
  }

  #watchList(audience: Audience, { tenantId }: Principal, join: (room: string) => void): Extract<WatchAnswer, { ok: true }> {
    const key = `${tenantId}:${audience.key}`;
    const room = this.#audiences.get(key) ?? new AudienceRoom(tenantId, audience, this.#deps.send);
    this.#audiences.set(key, room);
    const { name, seq } = room;
    join(name);
    return { ok: true, room: name, seq, view: null };
  }

  /** Commits of other nodes are found by looking, with one query for all that is watched here. */
  async #lookElsewhere(): Promise<void> {
    const rooms = [...this.#instances.values()];
    if (rooms.length === 0) return;
    const positions = await this.#deps.store.instances.positions(rooms);
    await Promise.all(rooms.map((room) => room.catchUp(positions.get(room.instanceId) ?? 0)));
  }

  #onCommitted(changes: readonly CommittedChange[]): void {
    for (const change of changes) {
      const watched = this.#instances.get(roomKey(change.tenantId, change.instanceId));
      watched
        ?.onCommitted(change)
        .catch((error) => this.#deps.log.warn({ err: error, instanceId: change.instanceId }, 'A live view fell behind; it catches up with the next commit'));
    }
    if (this.#audiences.size === 0) return;
    for (const change of changes) for (const hint of hintsOf(change)) this.tell(hint);
    this.#taskPeople
      .hintsOf(changes)
      .then((hints) => {
        for (const hint of hints) this.tell(hint);
      })
      .catch((error) => this.#deps.log.warn({ err: error }, 'Lists of tasks could not be told of a change'));
  }
}

const roomKey = (tenantId: string, instanceId: string) => `instance:${tenantId}:${instanceId}`;

function hintsOf({ tenantId, instanceId, processKey, startedBy, effects }: CommittedChange): Hint[] {
  const instance: Hint = { tenantId, change: { type: 'instance.changed', id: instanceId, processKey }, startedBy: startedBy.userId };
  const incidents = effects.flatMap((effect): Hint[] =>
    effect.kind === 'incident.open' || effect.kind === 'incident.close'
      ? [{ tenantId, change: { type: 'incident.changed', id: rowIdOf(instanceId, effect.incidentKey), processKey } }]
      : [],
  );
  return [instance, ...incidents];
}
