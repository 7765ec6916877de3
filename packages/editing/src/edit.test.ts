import { parseGraph, validate } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { edit } from './edit.ts';
import { applyPatch, diffGraphs, isEmptyPatch } from './patch.ts';
import { boxOf, carryOut, drawOn, line, wayOf } from './testing/draw.ts';

describe('edit', () => {
  it('draws a process that can be published', () => {
    const graph = line();

    expect(validate(graph)).toEqual([]);
    expect(parseGraph(graph)).toEqual({ ok: true, graph });
    expect(boxOf(graph, 'task')).toEqual({ x: 178, y: 160, width: 100, height: 80 });
    expect(wayOf(graph, 'flow_1')).toEqual([
      { x: 118, y: 200 },
      { x: 178, y: 200 },
    ]);
  });

  it('writes only what really changed', () => {
    const { patch } = carryOut(line(), { type: 'rename', id: 'task', name: 'Check' });

    expect(patch).toEqual({
      elements: { task: { id: 'task', type: 'userTask', name: 'Check', assignee: '=initiator' } },
      flows: {},
      artifacts: {},
      pools: {},
      lanes: {},
      messageFlows: {},
      layout: {},
    });
    expect(isEmptyPatch(carryOut(line(), { type: 'moveElements', ids: ['task'], by: { x: 0, y: 0 } }).patch)).toBe(true);
  });

  it('leaves the graph given as it is', () => {
    const graph = line();
    const copy = structuredClone(graph);

    carryOut(graph, { type: 'removeElements', ids: ['task'] });

    expect(graph).toEqual(copy);
  });

  it('takes ids from whoever asks, else counts on from what is there', () => {
    const counted = carryOut(line(), { type: 'appendElement', after: 'task', elementType: 'userTask' });
    const given = edit(line(), { type: 'appendElement', after: 'task', elementType: 'userTask' }, { newId: (prefix) => `${prefix}_x7` });

    expect(counted.created).toEqual(['userTask_1', 'flow_3']);
    expect(given.ok && given.created).toEqual(['userTask_x7', 'flow_x7']);
  });

  it('refuses an id that is taken, and an element somebody deleted', () => {
    expect(edit(line(), { type: 'addElement', elementType: 'userTask', at: { x: 0, y: 0 }, id: 'task' })).toMatchObject({ ok: false, code: 'duplicate-id' });
    expect(edit(line(), { type: 'rename', id: 'gone', name: 'x' })).toEqual({
      ok: false,
      code: 'element-unknown',
      message: 'Expected an element “gone”, but there is none: somebody may have deleted it.',
    });
  });
});

describe('patch', () => {
  it('leads to the graph, and its inverse leads back', () => {
    const before = line();
    const { graph, patch } = carryOut(before, { type: 'removeElements', ids: ['task'] });

    expect(applyPatch(before, patch)).toEqual(graph);
    expect(applyPatch(graph, diffGraphs(graph, before))).toEqual(before);
  });

  it('tells a new order of flows, and nothing else', () => {
    const graph = drawOn(
      line(),
      { type: 'changeType', id: 'task', to: 'exclusiveGateway' },
      { type: 'appendElement', after: 'task', elementType: 'endEvent', id: 'end2' },
    );
    const { patch } = carryOut(graph, { type: 'orderFlows', from: 'task', flows: ['flow_3', 'flow_2'] });

    expect(patch).toEqual({
      elements: {},
      flows: {},
      artifacts: {},
      pools: {},
      lanes: {},
      messageFlows: {},
      layout: {},
      order: { flows: ['flow_1', 'flow_3', 'flow_2'] },
    });
  });

  it('carries the properties of the process', () => {
    const { patch } = carryOut(line(), { type: 'setGraphProperties', name: 'Leave', variables: [{ name: 'days', type: 'number' }] });

    expect(patch.properties).toEqual({ name: 'Leave', variables: [{ name: 'days', type: 'number' }] });
    expect(carryOut(applyPatch(line(), patch), { type: 'setGraphProperties', variables: null }).patch.properties).toEqual({ variables: null });
  });
});
