import type { Trigger, TriggerType } from '@baton/model';
import { EVENT_GLYPHS, type Glyph, THROWN_GLYPHS } from '../canvas/glyphs.ts';

type Glyphs = { readonly [T in TriggerType]: Glyph };

/** Terminate is never caught, so it has one face only. */
const CATCHING: Glyphs = {
  timer: EVENT_GLYPHS.timer,
  message: EVENT_GLYPHS.message,
  signal: EVENT_GLYPHS.signal,
  error: EVENT_GLYPHS.error,
  escalation: EVENT_GLYPHS.escalation,
  conditional: EVENT_GLYPHS.conditional,
  compensation: EVENT_GLYPHS.compensation,
  link: EVENT_GLYPHS.link,
  cancel: EVENT_GLYPHS.cancel,
  terminate: THROWN_GLYPHS.terminate,
  multiple: EVENT_GLYPHS.multiple,
  parallelMultiple: EVENT_GLYPHS.parallel,
};

/** What can't be thrown keeps the outline it would be caught with. */
const THROWING: Glyphs = {
  ...CATCHING,
  message: THROWN_GLYPHS.message,
  signal: THROWN_GLYPHS.signal,
  error: THROWN_GLYPHS.error,
  escalation: THROWN_GLYPHS.escalation,
  compensation: THROWN_GLYPHS.compensation,
  link: THROWN_GLYPHS.link,
  cancel: THROWN_GLYPHS.cancel,
  multiple: THROWN_GLYPHS.multiple,
};

/** An outline catches. */
export const caughtGlyph = (trigger: Pick<Trigger, 'type'> | undefined): Glyph | undefined => (trigger ? CATCHING[trigger.type] : undefined);

/** A solid one throws. */
export const thrownGlyph = (trigger: Pick<Trigger, 'type'> | undefined): Glyph | undefined => (trigger ? THROWING[trigger.type] : undefined);
