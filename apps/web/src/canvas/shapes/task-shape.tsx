import { classNames } from '../../theme/class-names.ts';
import type { Glyph } from '../glyphs.ts';
import { GlyphMark } from './glyph-mark.tsx';
import { type Marked, Markers, markersOf } from './markers.tsx';
import styles from './shapes.module.css';
import { TextLines } from './text-lines.tsx';
import { wrapText } from './wrap-text.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How the standard draws the border: a call is thick, a transaction double, an event sub-process dotted. */
export type Border = 'plain' | 'thick' | 'double' | 'dotted';

interface TaskShapeProps extends Size {
  readonly name?: string | undefined;
  /** Top left, 8 px from the corner. */
  readonly glyphs: readonly Glyph[];
  readonly border?: Border | undefined;
  /** Whose loop and compensation markers stand at the bottom. */
  readonly marked?: Marked | undefined;
  readonly isAdHoc?: boolean | undefined;
  readonly hasPlus?: boolean | undefined;
}

const FONT = { fontSize: 12, lineHeight: 16 };
const PADDING = 8;

/** A task, 100 by 80 as a rule: the stroke lies inside its bounds. The right corner is kept for state. */
export function TaskShape({ width, height, name, glyphs, border = 'plain', marked = {}, isAdHoc, hasPlus }: TaskShapeProps) {
  const hasMarkers = markersOf(marked, { isAdHoc, hasPlus }).length > 0;
  const maxLines = hasMarkers && glyphs.length ? 2 : 3;
  const lines = name ? wrapText(name, { width: width - 2 * PADDING, fontSize: FONT.fontSize, maxLines }) : [];
  return (
    <>
      <ActivityBorder width={width} height={height} border={border} />
      {glyphs.map((glyph, index) => (
        <GlyphMark key={glyph.parts[0]?.d} glyph={glyph} x={8 + index * 20} y={8} size={16} />
      ))}
      <TextLines
        className={styles.name}
        lines={lines}
        x={width / 2}
        y={firstBaseline(height - (hasMarkers ? 12 : 0), lines.length, glyphs.length > 0)}
        lineHeight={FONT.lineHeight}
      />
      <Markers of={marked} isAdHoc={isAdHoc} hasPlus={hasPlus} width={width} height={height} />
    </>
  );
}

const DOUBLE_GAP = 3;

/** The rounded border of a task or sub-process, inside its bounds. */
export function ActivityBorder({ width, height, border = 'plain' }: Size & { readonly border?: Border | undefined }) {
  const inset = border === 'thick' ? 1.75 : 0.875;
  const inner = inset + DOUBLE_GAP;
  return (
    <>
      <rect
        className={classNames(styles.outline, border === 'thick' && styles.thick, border === 'dotted' && styles.dotted)}
        x={inset}
        y={inset}
        width={width - 2 * inset}
        height={height - 2 * inset}
        rx={10 - inset}
      />
      {border === 'double' && <rect className={styles.outline} x={inner} y={inner} width={width - 2 * inner} height={height - 2 * inner} rx={10 - inner} />}
    </>
  );
}

/** Centred, but a third line moves down so that it doesn't touch the glyph. */
function firstBaseline(height: number, lines: number, hasGlyph: boolean): number {
  const centred = height / 2 + 4.3 - ((lines - 1) * FONT.lineHeight) / 2;
  return hasGlyph && lines > 1 ? Math.max(centred, 38) : centred;
}
