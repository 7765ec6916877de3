import { TYPE_GLYPHS } from '../../canvas/glyphs.ts';
import { TaskShape } from '../../canvas/shapes/task-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';

export const SendTaskNode = ({ element, width, height }: ElementNodeProps<'sendTask'>) => (
  <TaskShape width={width} height={height} name={element.name} glyphs={[TYPE_GLYPHS.send]} marked={element} />
);
