import { EventShape } from '../../canvas/shapes/event-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';
import { caughtGlyph } from '../trigger-glyph.ts';

export const BoundaryEventNode = ({ element }: ElementNodeProps<'boundaryEvent'>) => (
  <EventShape ring="intermediate" glyph={caughtGlyph(element.trigger)} isNonInterrupting={element.cancelActivity === false} />
);
