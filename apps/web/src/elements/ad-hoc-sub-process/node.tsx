import { ContainerShape } from '../../canvas/shapes/container-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';

export const AdHocSubProcessNode = ({ element, width, height, isCollapsed }: ElementNodeProps<'adHocSubProcess'>) => (
  <ContainerShape width={width} height={height} name={element.name} isCollapsed={isCollapsed} marked={element} isAdHoc />
);
