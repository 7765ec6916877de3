import type { LiveEvent } from './event.ts';
import { foldAll } from './fold.ts';
import type { EventsMessage } from './protocol.ts';
import type { InstanceView } from './view.ts';

/** A view and the number of the last event in it: what `watch` answers with. */
export type LiveState = { readonly seq: number; readonly view: InstanceView };

/**
 * `applied`: `events` are those that were new. `known`: all of it was there already (a message sent twice, or overtaken by the snapshot).
 * `gap`: something before it is missing, so the view must be asked for again.
 */
export type Applied = { readonly outcome: 'applied'; readonly state: LiveState; readonly events: readonly LiveEvent[] } | { readonly outcome: 'known' | 'gap' };

export const isLiveEvent = (event: EventsMessage['events'][number]): event is LiveEvent => 'seq' in event;

/** Brings one message of an instance's room into the view. */
export function applyMessage(state: LiveState, message: Pick<EventsMessage, 'previousSeq' | 'seq' | 'events'>): Applied {
  if (message.seq <= state.seq) return { outcome: 'known' };
  if (message.previousSeq > state.seq) return { outcome: 'gap' };

  const events = message.events.filter(isLiveEvent).filter((event) => event.seq > state.seq);
  return { outcome: 'applied', state: { seq: message.seq, view: foldAll(state.view, events) }, events };
}
