import { EventShape } from '../../canvas/shapes/event-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';
import { caughtGlyph } from '../trigger-glyph.ts';

export const StartEventNode = ({ element }: ElementNodeProps<'startEvent'>) => (
  <EventShape ring="start" glyph={caughtGlyph(element.trigger)} isNonInterrupting={element.isInterrupting === false} />
);
