import type { Trigger, TriggerType } from '@baton/model';
import { EVENT_GLYPHS, type Glyph, THROWN_GLYPHS } from '../canvas/glyphs.ts';

const CATCHING = { timer: EVENT_GLYPHS.timer, terminate: THROWN_GLYPHS.terminate } as const satisfies { [T in TriggerType]: Glyph };

export const triggerGlyph = (trigger: Trigger | undefined): Glyph | undefined => (trigger ? CATCHING[trigger.type] : undefined);
