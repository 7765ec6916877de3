import { ELEMENTS, type Element, elementSchema, type Point } from '@baton/model';
import { GHOST_BAND } from '../canvas/bands.ts';
import { nodeOf } from '../elements/registry.ts';
import { type PaletteItem, paletteItem } from './palette-items.ts';
import styles from './placement-ghost.module.css';

interface PlacementGhostProps {
  readonly item: string;
  readonly at: Point;
}

/** What hangs on the pointer before it is put down. */
export function PlacementGhost({ item, at }: PlacementGhostProps) {
  const found = paletteItem(item);
  const element = found && sampleOf(found);
  if (!found || !element) return null;
  const { width, height } = ELEMENTS[found.elementType].size;
  const Shape = nodeOf(element);
  return (
    <svg
      className={styles.ghost}
      style={{ transform: `translate(${at.x - width / 2}px, ${at.y - height / 2}px)`, zIndex: GHOST_BAND }}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <Shape element={element} width={width} height={height} />
    </svg>
  );
}

function sampleOf({ elementType, label, properties }: PaletteItem): Element | undefined {
  const hasName = ELEMENTS[elementType].category === 'task' || ELEMENTS[elementType].category === 'container';
  const parsed = elementSchema.safeParse({ id: 'ghost', type: elementType, ...(hasName ? { name: label } : {}), ...properties });
  return parsed.success ? parsed.data : undefined;
}
