import { ELEMENTS, type Element, elementSchema, type Point } from '@baton/model';
import { GHOST_BAND } from '../canvas/bands.ts';
import { FigureShape } from '../canvas/shapes/figure-shape.tsx';
import { nodeOf } from '../elements/registry.ts';
import { catalogueItem } from './catalogue.tsx';
import { isFigureItem, type PaletteItem } from './palette-items.ts';
import styles from './placement-ghost.module.css';
import { sizeOfItem } from './tools/place-tool.ts';

interface PlacementGhostProps {
  readonly item: string;
  readonly at: Point;
}

/** What hangs on the pointer before it is put down. */
export function PlacementGhost({ item, at }: PlacementGhostProps) {
  const found = catalogueItem(item);
  if (!found) return null;
  const size = sizeOfItem(found);
  return (
    <svg
      className={styles.ghost}
      style={{ transform: `translate(${at.x - size.width / 2}px, ${at.y - size.height / 2}px)`, zIndex: GHOST_BAND }}
      width={size.width}
      height={size.height}
      aria-hidden="true"
    >
      {isFigureItem(found) ? <FigureShape kind={found.figure} figure={{ text: '' }} width={size.width} height={size.height} /> : <Sample item={found} />}
    </svg>
  );
}

function Sample({ item }: { readonly item: PaletteItem }) {
  const element = sampleOf(item);
  if (!element) return null;
  const Shape = nodeOf(element);
  return <Shape element={element} {...ELEMENTS[item.elementType].size} />;
}

function sampleOf({ elementType, label, properties }: PaletteItem): Element | undefined {
  const hasName = ELEMENTS[elementType].category === 'task' || ELEMENTS[elementType].category === 'container';
  const host = elementType === 'boundaryEvent' ? { attachedTo: 'ghost' } : {};
  const parsed = elementSchema.safeParse({ id: 'ghost', type: elementType, ...host, ...(hasName ? { name: label } : {}), ...properties });
  return parsed.success ? parsed.data : undefined;
}
