import type { FigureKind } from '../canvas/figures.ts';
import { EVENT_GLYPHS } from '../canvas/glyphs.ts';
import { GlyphMark } from '../canvas/shapes/glyph-mark.tsx';
import { PaletteIcon } from '../canvas/shapes/palette-icon.tsx';

export const EventSubProcessIcon = () => (
  <PaletteIcon>
    <rect x="3" y="5" width="22" height="18" rx="4" strokeDasharray="1.5 3" />
    <GlyphMark glyph={EVENT_GLYPHS.message} x={8.5} y={8.5} size={11} />
  </PaletteIcon>
);

export const EventGatewayStartIcon = ({ isParallel }: { readonly isParallel: boolean }) => (
  <PaletteIcon>
    <path d="M14 3.5 24.5 14 14 24.5 3.5 14z" />
    <circle cx="14" cy="14" r="5.5" strokeWidth="1.25" />
    <path d={isParallel ? 'M14 11v6M11 14h6' : 'M14 11.25 16.6 13.15 15.6 16.2H12.4L11.4 13.15z'} strokeWidth="1.25" />
  </PaletteIcon>
);

const FIGURES: { readonly [K in FigureKind]: string } = {
  pool: 'M3 7h22v14H3zM8 7v14',
  lane: 'M3 7h22v14H3zM7 7v14M7 14h18',
  textAnnotation: 'M10 5H6v18h4M12 10h11M12 14h11M12 18h7',
  group: 'M6 5h16a3 3 0 0 1 3 3v12a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3z',
  dataObject: 'M8 4h8l5 5v15H8zM16 4v5h5',
  dataStore: 'M5 8c0-2 4-3.5 9-3.5S23 6 23 8v12c0 2-4 3.5-9 3.5S5 22 5 20zM5 8c0 2 4 3.5 9 3.5S23 10 23 8',
};

export const FigureIcon = ({ kind }: { readonly kind: FigureKind }) => (
  <PaletteIcon>
    <path d={FIGURES[kind]} {...(kind === 'group' ? { strokeDasharray: '5 3 1 3' } : {})} />
  </PaletteIcon>
);
