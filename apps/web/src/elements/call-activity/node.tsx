import { TaskShape } from '../../canvas/shapes/task-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';

export const CallActivityNode = ({ element, width, height }: ElementNodeProps<'callActivity'>) => (
  <TaskShape width={width} height={height} name={element.name} glyphs={[]} border="thick" marked={element} hasPlus />
);
