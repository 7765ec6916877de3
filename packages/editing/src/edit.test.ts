import { emptyGraph, type Graph, parseGraph, validate } from '@baton/model';
import { describe, expect, it } from 'vitest';
import type { EditCommand } from './command.ts';
import { type Edited, edit } from './edit.ts';
import { applyPatch, diffGraphs, isEmptyPatch } from './patch.ts';

const done = (graph: Graph, command: EditCommand): Edited => {
  const result = edit(graph, command);
  if (!result.ok) throw new Error(`${command.type}: ${result.message}`);
  return result;
};
const draw = (...commands: readonly EditCommand[]) => commands.reduce((graph, command) => done(graph, command).graph, emptyGraph('p', 'P'));

const line = (): Graph =>
  draw(
    { type: 'addElement', elementType: 'startEvent', at: { x: 100, y: 200 }, id: 'start' },
    { type: 'appendElement', after: 'start', elementType: 'userTask', id: 'task' },
    { type: 'appendElement', after: 'task', elementType: 'endEvent', id: 'end' },
  );

describe('edit', () => {
  it('draws a process that can be published', () => {
    const graph = done(line(), { type: 'setProperties', id: 'task', properties: { assignee: '=initiator' } }).graph;

    expect(validate(graph)).toEqual([]);
    expect(parseGraph(graph)).toEqual({ ok: true, graph });
    expect(graph.layout).toMatchInlineSnapshot(`
      {
        "end": {
          "height": 36,
          "width": 36,
          "x": 338,
          "y": 182,
        },
        "flow_1": {
          "waypoints": [
            {
              "x": 118,
              "y": 200,
            },
            {
              "x": 178,
              "y": 200,
            },
          ],
        },
        "flow_2": {
          "waypoints": [
            {
              "x": 278,
              "y": 200,
            },
            {
              "x": 338,
              "y": 200,
            },
          ],
        },
        "start": {
          "height": 36,
          "width": 36,
          "x": 82,
          "y": 182,
        },
        "task": {
          "height": 80,
          "width": 100,
          "x": 178,
          "y": 160,
        },
      }
    `);
  });

  it('writes only what really changed', () => {
    const { patch } = done(line(), { type: 'rename', id: 'task', name: 'Approve' });

    expect(patch).toEqual({ elements: { task: { id: 'task', type: 'userTask', name: 'Approve' } }, flows: {}, artifacts: {}, layout: {} });
    expect(isEmptyPatch(done(line(), { type: 'moveElements', ids: ['task'], by: { x: 0, y: 0 } }).patch)).toBe(true);
  });

  it('leaves the graph given as it is', () => {
    const graph = line();
    const copy = structuredClone(graph);

    done(graph, { type: 'removeElements', ids: ['task'] });

    expect(graph).toEqual(copy);
  });

  it('gives a patch that leads to the graph, and whose inverse leads back', () => {
    const before = line();
    const { graph, patch } = done(before, { type: 'removeElements', ids: ['task'] });

    expect(applyPatch(before, patch)).toEqual(graph);
    expect(applyPatch(graph, diffGraphs(graph, before))).toEqual(before);
  });
});
