import { TYPE_GLYPHS } from '../../canvas/glyphs.ts';
import { TaskShape } from '../../canvas/shapes/task-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';

export const ScriptTaskNode = ({ element, width, height }: ElementNodeProps<'scriptTask'>) => (
  <TaskShape width={width} height={height} name={element.name} glyphs={[TYPE_GLYPHS.script]} marked={element} />
);
