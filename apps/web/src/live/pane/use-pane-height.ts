import { useLocalStorage } from '@mantine/hooks';
import type { KeyboardEvent, PointerEvent } from 'react';

export const PANE_LEAST = 120;
const PANE_USUAL = 288;
const KEY_STEP = 24;
/** What stays for header, diagram and scrubber. */
const ABOVE_LEAST = 320;

/** Height of the lower pane, kept for the next time; changed by dragging its upper edge or by keys on it. */
export function usePaneHeight() {
  const [height, setHeight] = useLocalStorage({ key: 'baton-live-pane', defaultValue: PANE_USUAL });
  const most = Math.max(PANE_LEAST, window.innerHeight - ABOVE_LEAST);
  const within = (wanted: number) => Math.round(Math.min(most, Math.max(PANE_LEAST, wanted)));
  const keys: { readonly [key: string]: number } = { ArrowUp: height + KEY_STEP, ArrowDown: height - KEY_STEP, Home: PANE_LEAST, End: most, Enter: PANE_USUAL };
  return {
    height: within(height),
    most,
    onKeyDown: (event: KeyboardEvent) => {
      const wanted = keys[event.key];
      if (wanted === undefined) return;
      event.preventDefault();
      setHeight(within(wanted));
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => event.currentTarget.setPointerCapture(event.pointerId),
    /** The edge follows the pointer: what it moves up, the pane grows. */
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (event.currentTarget.hasPointerCapture(event.pointerId)) setHeight((before) => within(before - event.movementY));
    },
  };
}
