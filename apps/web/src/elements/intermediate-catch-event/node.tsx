import { EventShape } from '../../canvas/shapes/event-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';
import { caughtGlyph } from '../trigger-glyph.ts';

export const IntermediateCatchEventNode = ({ element }: ElementNodeProps<'intermediateCatchEvent'>) => (
  <EventShape ring="intermediate" glyph={caughtGlyph(element.trigger)} />
);
