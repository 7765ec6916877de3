import { TaskShape } from '../../canvas/shapes/task-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';

export const TaskNode = ({ element, width, height }: ElementNodeProps<'task'>) => (
  <TaskShape width={width} height={height} name={element.name} glyphs={[]} marked={element} />
);
