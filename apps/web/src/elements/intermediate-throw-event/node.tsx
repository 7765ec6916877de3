import { EventShape } from '../../canvas/shapes/event-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';
import { thrownGlyph } from '../trigger-glyph.ts';

export const IntermediateThrowEventNode = ({ element }: ElementNodeProps<'intermediateThrowEvent'>) => (
  <EventShape ring="intermediate" glyph={thrownGlyph(element.trigger)} />
);
