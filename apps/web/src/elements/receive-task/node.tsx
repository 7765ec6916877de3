import { EVENT_GLYPHS, TYPE_GLYPHS } from '../../canvas/glyphs.ts';
import { EventShape } from '../../canvas/shapes/event-shape.tsx';
import { TaskShape } from '../../canvas/shapes/task-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';

/** One that starts an instance shows its envelope in a start event's ring (BPMN 2.0.2, 10.3.3). */
export const ReceiveTaskNode = ({ element, width, height }: ElementNodeProps<'receiveTask'>) => (
  <>
    <TaskShape width={width} height={height} name={element.name} glyphs={element.instantiate ? [] : [TYPE_GLYPHS.receive]} marked={element} />
    {element.instantiate && (
      <g transform="translate(6 6) scale(0.56)">
        <EventShape ring="start" glyph={EVENT_GLYPHS.message} />
      </g>
    )}
  </>
);
