import { describe, expect, it } from 'vitest';
import { emptyGraph, type Graph } from '../graph.ts';
import { indexGraph } from '../graph-index.ts';
import { canAttach } from './can-attach.ts';
import { canCarry } from './can-carry.ts';
import { canConnect } from './can-connect.ts';
import { canContain } from './can-contain.ts';
import { canSend } from './can-send.ts';
import { triggersAt } from './triggers-at.ts';

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

const whole = indexGraph({
  ...emptyGraph('p', 'P'),
  pools: [
    { id: 'us', process: 'p' },
    { id: 'them', process: 'q' },
    { id: 'box', isExecutable: false },
  ],
  elements: [
    { id: 'start', type: 'startEvent' },
    { id: 'work', type: 'task' },
    { id: 'wait', type: 'eventBasedGateway' },
    { id: 'timer', type: 'intermediateCatchEvent', trigger: { type: 'timer' } },
    { id: 'open', type: 'intermediateCatchEvent' },
    { id: 'throw', type: 'intermediateThrowEvent', trigger: { type: 'link', name: 'l' } },
    { id: 'catch', type: 'intermediateCatchEvent', trigger: { type: 'link', name: 'l' } },
    { id: 'undo', type: 'task', isForCompensation: true },
    { id: 'undone', type: 'boundaryEvent', attachedTo: 'work', trigger: { type: 'compensation' } },
    { id: 'beside', type: 'subProcess', triggeredByEvent: true },
    { id: 'in beside', type: 'startEvent', parent: 'beside', trigger: { type: 'error' } },
    { id: 'any', type: 'adHocSubProcess' },
    { id: 'tx', type: 'transaction' },
    { id: 'in tx', type: 'startEvent', parent: 'tx' },
    { id: 'cancel', type: 'endEvent', parent: 'tx', trigger: { type: 'cancel' } },
    { id: 'cancelled', type: 'boundaryEvent', attachedTo: 'tx', trigger: { type: 'cancel' } },
    { id: 'end', type: 'endEvent', trigger: { type: 'message', name: 'm' } },
    { id: 'their task', type: 'task', pool: 'them' },
    { id: 'their start', type: 'startEvent', pool: 'them', trigger: { type: 'multiple', triggers: [{ type: 'message' }, { type: 'signal' }] } },
  ],
});

describe('canConnect, in all of BPMN', () => {
  it.each([
    ['wait', 'timer', 'ok'],
    ['wait', 'open', 'ok'],
    ['wait', 'work', 'event-gateway-target'],
    ['wait', 'end', 'event-gateway-target'],
    ['throw', 'end', 'outgoing-not-allowed'],
    ['work', 'throw', 'ok'],
    ['work', 'catch', 'incoming-not-allowed'],
    ['catch', 'end', 'ok'],
    ['undone', 'end', 'outgoing-not-allowed'],
    ['work', 'undo', 'incoming-not-allowed'],
    ['undo', 'end', 'outgoing-not-allowed'],
    ['work', 'beside', 'incoming-not-allowed'],
    ['beside', 'end', 'outgoing-not-allowed'],
    ['work', 'their task', 'crosses-border'],
    ['work', 'any', 'ok'],
  ])('from %s to %s: %s', (from, to, code) => {
    expect(codeOf(canConnect(whole, { from, to }))).toBe(code);
  });
});

describe('canSend', () => {
  it.each([
    ['work', 'their task', 'ok'],
    ['work', 'box', 'ok'],
    ['box', 'work', 'ok'],
    ['end', 'their start', 'ok'],
    ['us', 'them', 'ok'],
    ['box', 'box', 'message-flow-inside-pool'],
    ['work', 'tx', 'message-flow-inside-pool'],
    ['their task', 'in tx', 'message-flow-target'],
    ['their task', 'end', 'message-flow-target'],
    ['start', 'them', 'message-flow-source'],
    ['wait', 'them', 'message-flow-source'],
    ['work', 'gone', 'element-unknown'],
  ])('from %s to %s: %s', (from, to, code) => {
    expect(codeOf(canSend(whole, { from, to }))).toBe(code);
  });
});

describe('canAttach and canContain, in all of BPMN', () => {
  it('puts a cancel event on transactions only, and nothing on an event sub-process', () => {
    expect(codeOf(canAttach(whole, { host: 'tx', event: 'cancelled' }))).toBe('ok');
    expect(codeOf(canAttach(whole, { host: 'work', event: 'cancelled' }))).toBe('trigger-not-allowed');
    expect(codeOf(canAttach(whole, { host: 'beside' }))).toBe('host-not-activity');
    expect(codeOf(canAttach(whole, { host: 'work', event: 'catch' }))).toBe('attach-not-an-event');
  });

  it('keeps starts and ends out of an ad-hoc sub-process', () => {
    expect(codeOf(canContain(whole, { parent: 'any', element: 'start' }))).toBe('ad-hoc-content');
    expect(codeOf(canContain(whole, { parent: 'any', type: 'endEvent' }))).toBe('ad-hoc-content');
    expect(codeOf(canContain(whole, { parent: 'any', type: 'userTask' }))).toBe('ok');
  });
});

describe('triggersAt', () => {
  const at = (id: string) => {
    const element = whole.element(id);
    if (!element) throw new Error(`Expected ${id}, but there is none.`);
    return triggersAt(whole, element);
  };

  it('offers what an event may have where it stands', () => {
    expect(at('start')).toEqual([null, 'timer', 'message', 'signal', 'conditional', 'multiple', 'parallelMultiple']);
    expect(at('in tx')).toEqual([null]);
    expect(at('in beside')).toContain('error');
    expect(at('in beside')).not.toContain(null);
    expect(at('cancel')).toContain('cancel');
    expect(at('end')).not.toContain('cancel');
    expect(at('cancelled')).toContain('cancel');
    expect(at('undone')).not.toContain('cancel');
    expect(at('work')).toEqual([]);
  });

  it('gives the reason in a sentence', () => {
    const element = whole.element('in tx');

    expect(element && canCarry(whole, element, 'timer')).toMatchObject({
      ok: false,
      message: expect.stringContaining("a start in the transaction “tx” can't have it"),
    });
  });
});
