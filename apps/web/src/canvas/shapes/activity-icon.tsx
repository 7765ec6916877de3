import type { Glyph } from '../glyphs.ts';
import { GlyphMark } from './glyph-mark.tsx';
import { PaletteIcon } from './palette-icon.tsx';

interface ActivityIconProps {
  readonly glyph?: Glyph | undefined;
  readonly isThick?: boolean;
}

/** A small task with its glyph, for palette and menus. */
export const ActivityIcon = ({ glyph, isThick = false }: ActivityIconProps) => (
  <PaletteIcon>
    <rect x="3" y="5" width="22" height="18" rx="4" {...(isThick ? { strokeWidth: 2.75 } : {})} />
    {glyph && <GlyphMark glyph={glyph} x={8.5} y={8.5} size={11} />}
  </PaletteIcon>
);
