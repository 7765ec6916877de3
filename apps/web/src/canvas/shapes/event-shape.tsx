import type { Glyph } from '../glyphs.ts';
import { GlyphMark } from './glyph-mark.tsx';
import styles from './shapes.module.css';

export type EventRing = 'start' | 'intermediate' | 'end';

interface EventShapeProps {
  readonly ring: EventRing;
  readonly glyph?: Glyph | undefined;
  /** Lets the work it sits on go on. */
  readonly isNonInterrupting?: boolean | undefined;
}

const GLYPH_SIZE = { start: 22, intermediate: 18, end: 20 } as const;
/** Both rings are divided alike, so that their dashes stand side by side. */
const dashes = { pathLength: 108, strokeDasharray: '5 4' };

/** 36 by 36. Thin ring starts, double ring is in between, thick ring ends. */
export function EventShape({ ring, glyph, isNonInterrupting }: EventShapeProps) {
  const dashed = isNonInterrupting ? dashes : {};
  const size = GLYPH_SIZE[ring];
  return (
    <>
      <circle
        className={ring === 'end' ? `${styles.outline} ${styles.thick}` : styles.outline}
        cx={18}
        cy={18}
        r={ring === 'end' ? 16.25 : 17.125}
        {...dashed}
      />
      {ring === 'intermediate' && <circle className={styles.outline} cx={18} cy={18} r={12.375} {...dashed} />}
      {glyph && <GlyphMark glyph={glyph} x={18 - size / 2} y={18 - size / 2} size={size} />}
    </>
  );
}
