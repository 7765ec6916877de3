import { EventShape } from '../../canvas/shapes/event-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';
import { thrownGlyph } from '../trigger-glyph.ts';

export const EndEventNode = ({ element }: ElementNodeProps<'endEvent'>) => <EventShape ring="end" glyph={thrownGlyph(element.trigger)} />;
