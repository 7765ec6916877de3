import { ContainerShape } from '../../canvas/shapes/container-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';

export const SubProcessNode = ({ element, width, height, isCollapsed }: ElementNodeProps<'subProcess'>) => (
  <ContainerShape width={width} height={height} name={element.name} isCollapsed={isCollapsed} />
);
