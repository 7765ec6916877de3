import { THROWN_GLYPHS } from '../../canvas/glyphs.ts';
import { EventShape } from '../../canvas/shapes/event-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';

export const EndEventNode = ({ element }: ElementNodeProps<'endEvent'>) => (
  <EventShape ring="end" glyph={element.trigger?.type === 'terminate' ? THROWN_GLYPHS.terminate : undefined} />
);
