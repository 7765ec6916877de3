import type { Glyph } from '../glyphs.ts';
import styles from './shapes.module.css';

interface GlyphMarkProps {
  readonly glyph: Glyph;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** A glyph inside a drawing, its top left corner at x, y. Strokes keep their width when it is scaled by less than a third. */
export function GlyphMark({ glyph, x, y, size }: GlyphMarkProps) {
  return (
    <g className={styles.glyph} transform={`translate(${x} ${y}) scale(${size / glyph.grid})`}>
      {glyph.parts.map((part) => (
        <path
          key={part.d}
          d={part.d}
          {...('isFilled' in part ? { className: styles.filled } : 'isCut' in part ? { className: styles.cut } : {})}
          {...('width' in part && part.width !== undefined ? { style: { strokeWidth: part.width } } : {})}
        />
      ))}
    </g>
  );
}
