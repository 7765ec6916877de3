import { ContainerShape } from '../../canvas/shapes/container-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';

export const TransactionNode = ({ element, width, height, isCollapsed }: ElementNodeProps<'transaction'>) => (
  <ContainerShape width={width} height={height} name={element.name} isCollapsed={isCollapsed} border="double" marked={element} />
);
