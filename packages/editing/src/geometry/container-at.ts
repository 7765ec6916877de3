import { type Box, ELEMENTS, type Graph, isEdgeLayout, type Point } from '@baton/model';
import { areaOf, containsPoint, overlapArea } from './box.ts';

/** So much of an element must lie in a sub-process to belong to it. */
const SHARE_INSIDE = 0.6;

export interface DropQuestion {
  readonly box: Box;
  /** Where the pointer is; it must be inside too. */
  readonly pointer?: Point;
  /** What is being dragged: nothing can be dropped into itself. */
  readonly except?: readonly string[];
}

/** The innermost open sub-process that holds more than 60 % of a box; `null`: the process itself. */
export function containerAt(graph: Graph, { box, pointer, except = [] }: DropQuestion): string | null {
  const depth = new Map<string, number>();
  const depthOf = (id: string | undefined): number => {
    let steps = 0;
    for (let at = id; at !== undefined && steps <= graph.elements.length; at = parents.get(at)) steps += 1;
    return steps;
  };
  const parents = new Map(graph.elements.map((element) => [element.id, element.parent]));
  const isExcepted = (id: string) => {
    let at: string | undefined = id;
    for (let steps = 0; at !== undefined && steps <= graph.elements.length; steps++, at = parents.get(at)) if (except.includes(at)) return true;
    return false;
  };
  let best: string | null = null;
  for (const { id, type } of graph.elements) {
    const shape = graph.layout[id];
    if (ELEMENTS[type].category !== 'container' || !shape || isEdgeLayout(shape) || shape.isCollapsed || isExcepted(id)) continue;
    if (overlapArea(shape, box) <= SHARE_INSIDE * areaOf(box) || (pointer && !containsPoint(shape, pointer))) continue;
    depth.set(id, depthOf(id));
    if (best === null || (depth.get(id) ?? 0) > (depth.get(best) ?? 0)) best = id;
  }
  return best;
}
