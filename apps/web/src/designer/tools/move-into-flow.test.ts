import { emptyGraph, type Graph, indexGraph, isEdgeLayout } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { createSceneMaker } from '../../canvas/scene.ts';
import { moveCommand, startMove } from './move-elements.ts';
import type { ToolContext } from './tool.ts';

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

describe('a step dragged onto a flow', () => {
  const drag = (graph: Graph, id: string, to: { x: number; y: number }) => {
    const context: ToolContext = { scene: createSceneMaker()(graph), index: indexGraph(graph), selection: [id], zoom: 1 };
    const box = boxIn(graph, id);
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    const input = { point: to, hit: { type: 'nothing' }, isAdding: false, isFree: true, keepsParent: false } as const;
    const { state } = startMove(id, { at, isAdding: false }, input, context);
    return state.path === 'select.moving' ? moveCommand(state, context) : undefined;
  };

  it('goes into it when it stood alone', () => {
    expect(drag(steps(), 'alone', { x: 250, y: 104 })).toMatchObject({ type: 'moveElements', ids: ['alone'], onFlow: 'f' });
  });

  it('is only moved when it has flows already, or is not near', () => {
    const joined = { ...steps(), flows: [...steps().flows, { id: 'g', from: 'alone', to: 'end' }] };

    expect(drag(joined, 'alone', { x: 250, y: 104 })).not.toHaveProperty('onFlow');
    expect(drag(steps(), 'alone', { x: 250, y: 160 })).not.toHaveProperty('onFlow');
  });
});
