import { ContainerShape } from '../../canvas/shapes/container-shape.tsx';
import type { ElementNodeProps } from '../element-view.ts';

/** Dotted when an event begins it. */
export const SubProcessNode = ({ element, width, height, isCollapsed }: ElementNodeProps<'subProcess'>) => (
  <ContainerShape
    width={width}
    height={height}
    name={element.name}
    isCollapsed={isCollapsed}
    border={element.triggeredByEvent ? 'dotted' : 'plain'}
    marked={element}
  />
);
