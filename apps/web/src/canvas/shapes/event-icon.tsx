import type { Glyph } from '../glyphs.ts';
import { type EventRing, EventShape } from './event-shape.tsx';

interface EventIconProps {
  readonly ring: EventRing;
  readonly glyph?: Glyph | undefined;
  readonly isNonInterrupting?: boolean | undefined;
}

/** An event as it is drawn, small, for palette and menus. */
export const EventIcon = (props: EventIconProps) => (
  <svg width="28" height="28" viewBox="-4 -4 44 44" aria-hidden="true">
    <EventShape {...props} />
  </svg>
);
