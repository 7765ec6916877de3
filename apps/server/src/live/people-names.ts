import type { Person } from '@baton/contract';
import type { EngineEvent } from '@baton/engine';
import type { Store } from '@baton/store';

const KEPT_MS = 60_000;

/** What the assignees of some events are called. Remembered for a minute: names seldom change, events are many. */
export class PeopleNames {
  readonly #people: Store['people'];
  readonly #known = new Map<string, { person: Person; until: number }>();

  constructor(people: Store['people']) {
    this.#people = people;
  }

  async of(tenantId: string, events: readonly EngineEvent[]): Promise<ReadonlyMap<string, Person>> {
    const identities = [...new Set(events.flatMap(assigneeOf))];
    const keyOf = (identity: string) => `${tenantId}/${identity}`;
    const now = Date.now();
    const unknown = identities.filter((identity) => (this.#known.get(keyOf(identity))?.until ?? 0) < now);
    if (unknown.length > 0) {
      const found = await this.#people.names({ tenantId, identities: unknown });
      if (this.#known.size > 10_000) this.#known.clear();
      for (const identity of unknown) this.#known.set(keyOf(identity), { person: personOf(identity, found.get(identity)), until: now + KEPT_MS });
    }
    return new Map(identities.map((identity) => [identity, this.#known.get(keyOf(identity))?.person ?? { name: identity }]));
  }
}

const personOf = (identity: string, found: { id: string; name: string } | undefined): Person =>
  found ? { userId: found.id, name: found.name } : { name: identity };

function assigneeOf(event: EngineEvent): string[] {
  if (event.type === 'task.opened') return event.assignee === undefined ? [] : [event.assignee];
  if (event.type === 'task.assigned') return event.assignee === null ? [] : [event.assignee];
  return [];
}
