import type { Glyph } from '../glyphs.ts';
import { GlyphMark } from './glyph-mark.tsx';
import styles from './shapes.module.css';
import { TextLines } from './text-lines.tsx';
import { wrapText } from './wrap-text.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface TaskShapeProps extends Size {
  readonly name?: string | undefined;
  /** Top left, 8 px from the corner. */
  readonly glyphs: readonly Glyph[];
}

const FONT = { fontSize: 12, lineHeight: 16, maxLines: 3 };
const PADDING = 8;

/** A task, 100 by 80 as a rule: the stroke lies inside its bounds. The right corner is kept for state. */
export function TaskShape({ width, height, name, glyphs }: TaskShapeProps) {
  const lines = name ? wrapText(name, { width: width - 2 * PADDING, fontSize: FONT.fontSize, maxLines: FONT.maxLines }) : [];
  return (
    <>
      <rect className={styles.outline} x={0.875} y={0.875} width={width - 1.75} height={height - 1.75} rx={9.125} />
      {glyphs.map((glyph, index) => (
        <GlyphMark key={glyph.parts[0]?.d} glyph={glyph} x={8 + index * 20} y={8} size={16} />
      ))}
      <TextLines className={styles.name} lines={lines} x={width / 2} y={firstBaseline(height, lines.length, glyphs.length > 0)} lineHeight={FONT.lineHeight} />
    </>
  );
}

/** Centred, but a third line moves down so that it doesn't touch the glyph. */
function firstBaseline(height: number, lines: number, hasGlyph: boolean): number {
  const centred = height / 2 + 4.3 - ((lines - 1) * FONT.lineHeight) / 2;
  return hasGlyph && lines > 1 ? Math.max(centred, 40) : centred;
}
