import { ELEMENTS, emptyGraph, type Graph } from '@baton/model';

/** What a new process begins with: a start, so that the canvas is never empty. */
export function blankGraph(key: string, name: string): Graph {
  return { ...emptyGraph(key, name), elements: [{ id: 'start', type: 'startEvent' }], layout: { start: { x: 160, y: 200, ...ELEMENTS.startEvent.size } } };
}
