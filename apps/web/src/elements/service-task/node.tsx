import { TYPE_GLYPHS } from '../../canvas/glyphs.ts';
import { TaskShape } from '../../canvas/shapes/task-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';

export const ServiceTaskNode = ({ element, width, height }: ElementNodeProps<'serviceTask'>) => (
  <TaskShape width={width} height={height} name={element.name} glyphs={[TYPE_GLYPHS.service]} marked={element} />
);
