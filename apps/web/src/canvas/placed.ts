import { type Box, ELEMENTS, type Element, type Flow, type Graph, isEdgeLayout, type Point } from '@baton/model';
import { centreOf, outlinePoint } from './geometry.ts';

/** Where an element is drawn; one without a place yet stands at 0, 0 in its ordinary size. */
export function boxOf(graph: Pick<Graph, 'layout'>, element: Element): Box {
  const layout = graph.layout[element.id];
  if (layout && !isEdgeLayout(layout)) return layout;
  return { x: 0, y: 0, ...ELEMENTS[element.type].size };
}

export function isCollapsed(graph: Pick<Graph, 'layout'>, id: string): boolean {
  const layout = graph.layout[id];
  return layout !== undefined && !isEdgeLayout(layout) && layout.isCollapsed === true;
}

/** Where a hand put the name. */
export const labelBoxOf = (graph: Pick<Graph, 'layout'>, id: string): Box | undefined => graph.layout[id]?.label;

/** Bends of a flow; a straight line from outline to outline when none were stored. */
export function waypointsOf(graph: Graph, flow: Flow, elementOf: (id: string) => Element | undefined): readonly Point[] {
  const layout = graph.layout[flow.id];
  if (layout && isEdgeLayout(layout)) return layout.waypoints;
  const [from, to] = [elementOf(flow.from), elementOf(flow.to)];
  if (!from || !to) return [];
  const [fromBox, toBox] = [boxOf(graph, from), boxOf(graph, to)];
  return [outlinePoint(from, fromBox, centreOf(toBox)), outlinePoint(to, toBox, centreOf(fromBox))];
}

export function elementIndex(graph: Graph): ReadonlyMap<string, Element> {
  return new Map(graph.elements.map((element) => [element.id, element]));
}

/** How many sub-processes an element lies in. */
export function depthOf(element: Element, elements: ReadonlyMap<string, Element>): number {
  let depth = 0;
  for (let parent = element.parent; parent !== undefined && depth < 100; parent = elements.get(parent)?.parent) depth++;
  return depth;
}

/** Whether it lies, at any depth, in a sub-process that is drawn small. */
export function isHidden(graph: Graph, element: Element, elements: ReadonlyMap<string, Element>): boolean {
  for (let parent = element.parent, guard = 0; parent !== undefined && guard < 100; parent = elements.get(parent)?.parent, guard++) {
    if (isCollapsed(graph, parent)) return true;
  }
  return false;
}
