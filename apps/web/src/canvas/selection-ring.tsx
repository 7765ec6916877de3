import type { Box } from '@baton/model';
import type { OutlineKind } from './geometry.ts';
import styles from './selection-ring.module.css';

interface SelectionRingProps {
  readonly outline: OutlineKind;
  readonly box: Box;
  readonly band: number;
  readonly tone?: 'selected' | 'hovered' | 'target' | 'refused';
}

const AWAY = 4;

/** The ring around an element, 4 px away and under the flows. Follows the true outline. */
export function SelectionRing({ outline, box, band, tone = 'selected' }: SelectionRingProps) {
  const [width, height] = [box.width + 2 * AWAY, box.height + 2 * AWAY];
  return (
    <svg
      className={styles.ring}
      data-tone={tone}
      style={{ transform: `translate(${box.x - AWAY}px, ${box.y - AWAY}px)`, zIndex: band }}
      width={width}
      height={height}
      aria-hidden="true"
    >
      {ringAround(outline, width, height)}
    </svg>
  );
}

function ringAround(outline: OutlineKind, width: number, height: number) {
  if (outline === 'circle') return <circle cx={width / 2} cy={height / 2} r={width / 2} />;
  if (outline === 'diamond') return <path d={`M${width / 2}-1L${width + 1} ${height / 2}L${width / 2} ${height + 1}L-1 ${height / 2}z`} />;
  return <rect width={width} height={height} rx={14} />;
}
