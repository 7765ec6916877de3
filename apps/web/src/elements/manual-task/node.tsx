import { TYPE_GLYPHS } from '../../canvas/glyphs.ts';
import { TaskShape } from '../../canvas/shapes/task-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';

export const ManualTaskNode = ({ element, width, height }: ElementNodeProps<'manualTask'>) => (
  <TaskShape width={width} height={height} name={element.name} glyphs={[TYPE_GLYPHS.manual]} marked={element} />
);
