import { edit } from '@baton/editing';
import { parseExpression } from '@baton/expressions';
import { emptyGraph, type Graph, indexGraph, isEdgeLayout } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { createSceneMaker } from '../canvas/scene.ts';
import { alignCommands } from './align.ts';
import { isPlainFormula } from './plain-formula.ts';
import { tabOf } from './problem-tab.ts';
import { moveCommand, startMove } from './tools/move-elements.ts';
import type { ToolContext } from './tools/tool.ts';

describe('a formula plain enough to be sound without FEEL', () => {
  const plain = ['initiator', 'amount > 1000', 'outcome = "approved"', 'order.total<=99.5', 'isUrgent = true', ' days != -1 '];

  it.each(plain)('%s is, and FEEL agrees', (source) => {
    expect(isPlainFormula(source)).toBe(true);
    expect(parseExpression(source).ok).toBe(true);
  });

  it.each(['amount >', 'if', 'a and b', 'not', 'sum(list)', 'a = "open', '1 +', 'for x in', 'return', '', 'a > > 1'])('%s has to be looked at', (source) => {
    expect(isPlainFormula(source)).toBe(false);
  });
});

describe('where a problem is mended', () => {
  it.each([
    ['form.fields.0.key', 'form'],
    ['assignee', 'people'],
    ['approval.outcomes.1', 'rules'],
    ['inputs', 'data'],
    ['job.type', 'general'],
    ['job.retries', 'advanced'],
    [undefined, 'general'],
  ] as const)('%s: %s', (path, tab) => {
    expect(tabOf(path === undefined ? {} : { path })).toBe(tab);
  });
});

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
