import type { EngineEvent, EventOf, EventType, Key } from '@baton/engine';
import type { Process } from '@baton/model';
import type { ElementInstance } from './instance-queries.ts';

export type StartedElement = ElementInstance & { startSeq: number };
type Found = Map<Key, StartedElement>;

const end = (found: Found, key: Key, state: ElementInstance['state'], at: number) => {
  const element = found.get(key);
  if (element) Object.assign(element, { state, endedAt: new Date(at).toISOString() });
};

/** What the events say about element instances; the others say nothing. */
const FOLD: { readonly [T in EventType]?: (found: Found, event: EventOf<T>, process: Process) => void } = {
  'element.entered': (found, event, process) => {
    found.set(event.key, {
      key: event.key,
      elementId: event.elementId,
      type: event.elementType,
      name: process.has(event.elementId) ? (process.node(event.elementId).name ?? event.elementId) : event.elementId,
      state: 'active',
      startedAt: new Date(event.at).toISOString(),
      endedAt: null,
      scope: event.scope,
      startSeq: event.seq,
    });
  },
  'loop.roundBegun': (found, { key, iteration }) => {
    const element = found.get(key);
    if (element) element.iteration = iteration;
  },
  'element.completed': (found, event) => end(found, event.key, 'completed', event.at),
  'element.cancelled': (found, event) => end(found, event.key, 'cancelled', event.at),
  'incident.raised': (found, event) => {
    const element = found.get(event.key);
    if (element) element.state = 'failed';
  },
};

const applyEvent = <T extends EventType>(found: Found, event: EventOf<T>, process: Process) =>
  (FOLD[event.type as T] as ((found: Found, event: EventOf<T>, process: Process) => void) | undefined)?.(found, event, process);

/** Element instances in order of start, folded from the whole log. A failed one is active again when its incident is resolved. */
export function elementInstances(process: Process, events: readonly EngineEvent[]): StartedElement[] {
  const found: Found = new Map();
  const failedBy = new Map<Key, Key>();
  for (const event of events) {
    applyEvent(found, event, process);
    if (event.type === 'incident.raised') failedBy.set(event.incidentKey, event.key);
    const resolved = event.type === 'incident.resolved' ? found.get(failedBy.get(event.incidentKey) ?? '') : undefined;
    if (resolved?.state === 'failed') resolved.state = 'active';
  }
  return [...found.values()];
}
