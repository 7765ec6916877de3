import type { CompiledNode } from '../compiled-process.ts';
import { bug } from '../draft.ts';
import type { Fact, Key } from '../event.ts';
import type { Execution } from '../execution.ts';
import { type Failure, type Result, succeed } from '../result.ts';
import type { LiveElement } from '../state.ts';
import type { Listening } from '../trigger.ts';

type Opening = { readonly event: CompiledNode; readonly index: number; readonly listening: Listening };

/** What these events have to listen for while `host` lives: all of it, or the first that can't be told. */
function openingsOf(x: Execution, events: readonly CompiledNode[], host: LiveElement): Result<readonly Opening[]> {
  const openings: Opening[] = [];
  for (const event of events) {
    for (const [index, trigger] of event.triggers.entries()) {
      const listening = trigger.listen(x, event, host.key);
      if (!listening.ok) return listening;
      if (listening.value) openings.push({ event, index, listening: listening.value });
    }
  }
  return succeed(openings);
}

function open(x: Execution, host: LiveElement, { event, index, listening }: Opening, isTrue = false): void {
  const at = { key: host.key, elementId: event.id };
  if (listening.kind === 'timer') x.emit({ type: 'timer.scheduled', timerKey: x.draft.nextTimerKey, ...at, ...listening.due });
  else if (listening.kind === 'conditional') x.emit(opened(x, { ...at, index, kind: 'conditional', isTrue }));
  else x.emit(opened(x, { ...at, index, ...listening }));
}

type Opened = Extract<Fact, { type: 'subscription.opened' }>;
type Unkeyed<T> = T extends unknown ? Omit<T, 'type' | 'subscriptionKey'> : never;
const opened = (x: Execution, subscription: Unkeyed<Opened>): Opened => ({
  type: 'subscription.opened',
  subscriptionKey: x.draft.newKey('s'),
  ...subscription,
});

/** Begins to listen for these events: for all, or on a failure for none. `except`: the trigger that has happened already. */
export function listenFor(x: Execution, events: readonly CompiledNode[], host: LiveElement, except?: number): Failure | null {
  const openings = openingsOf(x, events, host);
  if (!openings.ok) return openings.failure;
  for (const opening of openings.value) if (opening.index !== except) open(x, host, opening);
  return null;
}

/** An event that does not interrupt has happened and may happen again. A condition must first become false; a timer's cycle goes on by itself. */
export function listenAgain(x: Execution, event: CompiledNode, host: LiveElement): void {
  const isOpen = openIndexes(x, event, host.key);
  const openings = openingsOf(x, [event], host);
  if (!openings.ok) {
    x.raiseAt(event, host, openings.failure);
    return;
  }
  for (const opening of openings.value) {
    if (isOpen.has(opening.index) || (opening.listening.kind === 'timer' && !event.needsAll)) continue;
    open(x, host, opening, true);
  }
}

function openIndexes(x: Execution, event: CompiledNode, key: Key): ReadonlySet<number> {
  const keys = x.draft.element(key).subscriptions ?? [];
  return new Set(
    keys.flatMap((each) => {
      const subscription = x.draft.subscriptions.get(each);
      return subscription?.elementId === event.id ? [subscription.index] : [];
    }),
  );
}

/** Does the element still wait for something of that event? */
export function isListeningFor(x: Execution, event: CompiledNode, key: Key): boolean {
  const { timers = [], subscriptions = [] } = x.draft.element(key);
  return (
    timers.some((each) => x.draft.timers[each]?.elementId === event.id) || subscriptions.some((each) => x.draft.subscriptions.get(each)?.elementId === event.id)
  );
}

/** The element listens no longer: to anything, or to those events. */
export function dropListening(x: Execution, key: Key, events?: readonly CompiledNode[]): void {
  const { timers, subscriptions } = x.draft.element(key);
  const isMeant = (elementId: string) => !events || events.some((event) => event.id === elementId);
  for (const timerKey of timers ?? []) {
    const { elementId } = x.draft.timers[timerKey] ?? bug(`timer ${timerKey} of ${key} is gone`);
    if (isMeant(elementId)) x.emit({ type: 'timer.cancelled', timerKey, elementId });
  }
  for (const subscriptionKey of subscriptions ?? []) {
    const { elementId, kind } = x.draft.subscriptions.get(subscriptionKey) ?? bug(`subscription ${subscriptionKey} of ${key} is gone`);
    if (isMeant(elementId)) x.emit({ type: 'subscription.cancelled', subscriptionKey, elementId, kind });
  }
}
