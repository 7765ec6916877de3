import { describe, expect, it } from 'vitest';
import { emptyGraph, type Graph } from '../graph.ts';
import { indexGraph } from '../graph-index.ts';
import { canAttach } from './can-attach.ts';
import { canConnect } from './can-connect.ts';
import { canContain } from './can-contain.ts';

const graph: Graph = {
  ...emptyGraph('p', 'P'),
  elements: [
    { id: 'start', type: 'startEvent' },
    { id: 'task', type: 'userTask', name: 'Approve' },
    { id: 'decide', type: 'exclusiveGateway' },
    { id: 'pause', type: 'intermediateCatchEvent' },
    { id: 'sub', type: 'subProcess', name: 'Shipping' },
    { id: 'inner', type: 'subProcess', parent: 'sub' },
    { id: 'pack', type: 'userTask', parent: 'inner', name: 'Pack' },
    { id: 'late', type: 'boundaryEvent', attachedTo: 'task' },
    { id: 'end', type: 'endEvent', name: 'Done' },
  ],
  flows: [
    { id: 'plain', from: 'start', to: 'task' },
    { id: 'yes', from: 'decide', to: 'end', condition: 'a' },
    { id: 'in', from: 'task', to: 'pause' },
  ],
};
const index = indexGraph(graph);
const codeOf = (verdict: ReturnType<typeof canConnect>) => (verdict.ok ? 'ok' : verdict.code);

describe('canConnect', () => {
  it.each([
    ['start', 'decide', 'ok'],
    ['late', 'end', 'ok'],
    ['late', 'task', 'ok'],
    ['task', 'task', 'ok'],
    ['sub', 'sub', 'ok'],
    ['decide', 'decide', 'connects-itself'],
    ['pause', 'pause', 'connects-itself'],
    ['end', 'task', 'outgoing-not-allowed'],
    ['task', 'start', 'incoming-not-allowed'],
    ['task', 'late', 'incoming-not-allowed'],
    ['task', 'pack', 'crosses-border'],
    ['pack', 'inner', 'crosses-border'],
    ['sub', 'pack', 'crosses-border'],
    ['start', 'task', 'flow-duplicate'],
    ['decide', 'end', 'ok'],
    ['gone', 'task', 'element-unknown'],
    ['task', 'gone', 'element-unknown'],
  ])('from %s to %s: %s', (from, to, code) => {
    expect(codeOf(canConnect(index, { from, to }))).toBe(code);
  });

  it('does not take a flow for its own double', () => {
    expect(codeOf(canConnect(index, { from: 'start', to: 'task', flowId: 'plain' }))).toBe('ok');
  });

  it('gives the reason in a sentence', () => {
    expect(canConnect(index, { from: 'task', to: 'pack' })).toEqual({
      ok: false,
      code: 'crosses-border',
      message: 'Expected both ends in the same sub-process, but the flow from “Approve” to “Pack” crosses a border.',
    });
  });
});

describe('canAttach', () => {
  it.each([
    ['task', undefined, 'ok'],
    ['sub', undefined, 'ok'],
    ['pack', 'late', 'ok'],
    ['decide', undefined, 'host-not-activity'],
    ['start', undefined, 'host-not-activity'],
    ['gone', undefined, 'host-missing'],
    ['task', 'end', 'attach-not-an-event'],
    ['task', 'pause', 'attach-has-incoming'],
    ['task', 'gone', 'element-unknown'],
  ])('to %s, event %s: %s', (host, event, code) => {
    expect(codeOf(canAttach(index, { host, ...(event !== undefined && { event }) }))).toBe(code);
  });
});

describe('canContain', () => {
  it.each([
    [undefined, 'pack', 'ok'],
    ['sub', 'task', 'ok'],
    ['sub', undefined, 'ok'],
    ['task', 'end', 'parent-not-container'],
    ['sub', 'sub', 'contains-itself'],
    ['inner', 'sub', 'contains-itself'],
    ['gone', 'task', 'element-unknown'],
  ])('%s holds %s: %s', (parent, element, code) => {
    expect(codeOf(canContain(index, { parent, ...(element !== undefined && { element }) }))).toBe(code);
  });
});
