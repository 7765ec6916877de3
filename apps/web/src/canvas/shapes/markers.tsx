import type { Loop } from '@baton/model';
import { type Glyph, MARKER_GLYPHS } from '../glyphs.ts';
import { GlyphMark } from './glyph-mark.tsx';

export interface Marked {
  readonly loop?: Pick<Loop, 'kind'> | undefined;
  readonly isForCompensation?: boolean | undefined;
}

interface MarkersProps {
  readonly of: Marked;
  readonly isAdHoc?: boolean | undefined;
  /** With the plus of something that can be opened. */
  readonly hasPlus?: boolean | undefined;
  readonly width: number;
  readonly height: number;
}

const SIZE = 14;
const STEP = 20;
const LOOPS: { readonly [K in Loop['kind']]: Glyph } = { standard: MARKER_GLYPHS.loop, parallel: MARKER_GLYPHS.mipar, sequential: MARKER_GLYPHS.miseq };

/** In the standard's order (BPMN 2.0.2, 10.3): loop or multi-instance, compensation, ad-hoc, plus. */
export function markersOf({ loop, isForCompensation }: Marked, { isAdHoc, hasPlus }: Pick<MarkersProps, 'isAdHoc' | 'hasPlus'> = {}): readonly Glyph[] {
  return [
    ...(loop ? [LOOPS[loop.kind]] : []),
    ...(isForCompensation ? [MARKER_GLYPHS.comp] : []),
    ...(isAdHoc ? [MARKER_GLYPHS.adhoc] : []),
    ...(hasPlus ? [MARKER_GLYPHS.plus] : []),
  ];
}

/** The row of markers at the bottom centre of an activity. */
export function Markers({ of, isAdHoc, hasPlus, width, height }: MarkersProps) {
  const markers = markersOf(of, { isAdHoc, hasPlus });
  const left = width / 2 - (markers.length * STEP - (STEP - SIZE)) / 2;
  return markers.map((glyph, at) => <GlyphMark key={glyph.parts[0]?.d} glyph={glyph} x={left + at * STEP} y={height - SIZE - 6} size={SIZE} />);
}
