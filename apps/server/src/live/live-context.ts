import type { Person } from '@baton/contract';
import type { EngineEvent, Key } from '@baton/engine';

/** What the public log says that a single engine event doesn't: which element a key is of, until when its timer runs, what people are called. */
export interface LiveContext {
  readonly instanceId: string;
  elementOf(key: Key): string | undefined;
  /** When the timer of the waiting element itself is due. */
  dueAtOf(key: Key): number | undefined;
  /** Which process the waiting element has called. */
  calledBy(key: Key): string | undefined;
  personOf(identity: string): Person;
}

/** Grows with the events of one instance, in order, and holds only what is alive. */
export class LiveMemory {
  readonly #elements = new Map<Key, string>();
  readonly #dueAt = new Map<Key, number>();
  readonly #called = new Map<Key, string>();

  /** To be called with each event before it is told. */
  remember(event: EngineEvent): void {
    if (event.type === 'element.entered') this.#elements.set(event.key, event.elementId);
    if (event.type === 'timer.scheduled' && this.#elements.get(event.key) === event.elementId) this.#dueAt.set(event.key, event.dueAt);
    if (event.type === 'call.started') this.#called.set(event.key, event.processKey);
  }

  /** To be called with each event after it was told. */
  forget(event: EngineEvent): void {
    if (event.type !== 'element.completed' && event.type !== 'element.cancelled') return;
    this.#elements.delete(event.key);
    this.#dueAt.delete(event.key);
    this.#called.delete(event.key);
  }

  contextOf(instanceId: string, names: ReadonlyMap<string, Person>): LiveContext {
    return {
      instanceId,
      elementOf: (key) => this.#elements.get(key),
      dueAtOf: (key) => this.#dueAt.get(key),
      calledBy: (key) => this.#called.get(key),
      personOf: (identity) => names.get(identity) ?? { name: identity },
    };
  }
}
