import { edit } from '@baton/editing';
import { emptyGraph, type Graph, isEdgeLayout } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { alignCommands } from './align.ts';

const steps = (): Graph => ({
  ...emptyGraph('p', 'P'),
  elements: [
    { id: 'start', type: 'startEvent' },
    { id: 'end', type: 'endEvent' },
    { id: 'alone', type: 'userTask' },
  ],
  flows: [{ id: 'f', from: 'start', to: 'end' }],
  layout: {
    start: { x: 0, y: 82, width: 36, height: 36 },
    end: { x: 500, y: 82, width: 36, height: 36 },
    alone: { x: 200, y: 300, width: 100, height: 80 },
    f: {
      waypoints: [
        { x: 36, y: 100 },
        { x: 500, y: 100 },
      ],
    },
  },
});

const boxIn = (graph: Graph, id: string) => {
  const layout = graph.layout[id];
  if (!layout || isEdgeLayout(layout)) throw new Error(`Expected a place of ${id}, but there is none.`);
  return layout;
};

describe('several selected', () => {
  const placed = (graph: Graph) => graph.elements.map(({ id }) => ({ id, box: boxIn(graph, id) }));
  const carriedOut = (graph: Graph, alignment: Parameters<typeof alignCommands>[1]) =>
    alignCommands(placed(graph), alignment).reduce((before, command) => {
      const result = edit(before, command);
      return result.ok ? result.graph : before;
    }, graph);
  const middles = (graph: Graph, axis: 'x' | 'y') => placed(graph).map(({ box }) => box[axis] + (axis === 'x' ? box.width : box.height) / 2);

  it('come to stand in a row or a column', () => {
    expect(new Set(middles(carriedOut(steps(), 'row'), 'y')).size).toBe(1);
    expect(new Set(middles(carriedOut(steps(), 'column'), 'x')).size).toBe(1);
  });

  it('come to stand at equal distances, the outer ones where they were', () => {
    const graph = carriedOut(steps(), 'spread');
    const [start, end, alone] = placed(graph).map(({ box }) => box);

    expect(start).toEqual(boxIn(steps(), 'start'));
    expect(end).toEqual(boxIn(steps(), 'end'));
    expect((alone?.x ?? 0) - 36).toBe(500 - ((alone?.x ?? 0) + 100));
  });
});
