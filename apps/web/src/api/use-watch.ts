import type { Watch } from '@baton/contract';
import { useEffect, useEffectEvent } from 'react';
import { watchLive } from './live-client.ts';
import type { Snapshot, WatchedEvents } from './watches.ts';

/**
 * Watches while the component is shown. `id`: instance id or process key; undefined for lists; null: not yet known, watch nothing.
 * `onSnapshot` comes first and again after every gap or lost connection; a list then asks the API anew, an instance replaces its view.
 */
export function useWatch(
  kind: Watch['kind'],
  id: string | null | undefined,
  onEvents: (events: WatchedEvents, seq: number) => void,
  onSnapshot?: (snapshot: Snapshot) => void,
): void {
  const tell = useEffectEvent(onEvents);
  const begin = useEffectEvent((snapshot: Snapshot) => onSnapshot?.(snapshot));
  useEffect(() => {
    if (id === null) return;
    return watchLive(id === undefined ? { kind } : { kind, id }, { onEvents: (events, seq) => tell(events, seq), onSnapshot: (snapshot) => begin(snapshot) });
  }, [kind, id]);
}
