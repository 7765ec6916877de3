import { ContainerShape } from '../../canvas/shapes/container-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';
import { caughtGlyph } from '../trigger-glyph.ts';

/** Dotted when an event begins it; small, it shows which. */
export const SubProcessNode = ({ element, width, height, isCollapsed, begins }: ElementNodeProps<'subProcess'>) => (
  <ContainerShape
    width={width}
    height={height}
    name={element.name}
    isCollapsed={isCollapsed}
    border={element.triggeredByEvent ? 'dotted' : 'plain'}
    marked={element}
    glyph={isCollapsed ? caughtGlyph(begins) : undefined}
  />
);
