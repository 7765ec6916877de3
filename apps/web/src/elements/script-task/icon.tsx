import { TYPE_GLYPHS } from '../../canvas/glyphs.ts';
import { GlyphMark } from '../../canvas/shapes/glyph-mark.tsx';
import { PaletteIcon } from '../../canvas/shapes/palette-icon.tsx';

export const ScriptTaskIcon = () => (
  <PaletteIcon>
    <rect x="3" y="5" width="22" height="18" rx="4" />
    <GlyphMark glyph={TYPE_GLYPHS.script} x={8.5} y={8.5} size={11} />
  </PaletteIcon>
);
