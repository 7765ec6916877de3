import { TYPE_GLYPHS } from '../../canvas/glyphs.ts';
import { TaskShape } from '../../canvas/shapes/task-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';

export const UserTaskNode = ({ element, width, height }: ElementNodeProps<'userTask'>) => (
  <TaskShape
    width={width}
    height={height}
    name={element.name}
    glyphs={element.approval ? [TYPE_GLYPHS.user, TYPE_GLYPHS.approval] : [TYPE_GLYPHS.user]}
    marked={element}
  />
);
