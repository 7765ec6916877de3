import { ELEMENT_TYPES } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { edit } from '../edit.ts';
import { carryOut, draw, drawOn, element, flow, flowsOf, line } from '../testing/draw.ts';

const at = { x: 400, y: 400 };
const refusal = (...[graph, command]: Parameters<typeof edit>) => {
  const result = edit(graph, command);
  return result.ok ? 'ok' : result.code;
};
const childrenOf = (graph: ReturnType<typeof line>, id: string) => graph.elements.filter((each) => each.parent === id);

describe('a new element', () => {
  it.each(ELEMENT_TYPES.filter((type) => type !== 'boundaryEvent'))('can be a %s', (type) => {
    expect(element(draw({ type: 'addElement', elementType: type, at, id: 'new' }), 'new')).toMatchObject({ id: 'new', type });
  });

  it('begins with a message in an event sub-process, with nothing in an ad-hoc one', () => {
    const beside = drawOn(line(), { type: 'addElement', elementType: 'subProcess', at, id: 'beside', properties: { triggeredByEvent: true } });
    const any = drawOn(line(), { type: 'addElement', elementType: 'adHocSubProcess', at, id: 'any' });

    expect(childrenOf(beside, 'beside')).toMatchObject([{ type: 'startEvent', trigger: { type: 'message' } }]);
    expect(childrenOf(any, 'any')).toEqual([]);
    expect(refusal(any, { type: 'addElement', elementType: 'endEvent', at, parent: 'any' })).toBe('ad-hoc-content');
  });

  it('stands in the pool of what it is put behind', () => {
    const pools = [
      { id: 'ours', process: 'p' },
      { id: 'theirs', process: 'q' },
    ];
    const graph = { ...line(), pools, elements: line().elements.map((each) => ({ ...each, pool: 'theirs' })) };

    expect(element(drawOn(graph, { type: 'appendElement', after: 'task', elementType: 'task', id: 'new' }), 'new')).toMatchObject({ pool: 'theirs' });
  });
});

describe('another kind', () => {
  const beside = () => drawOn(line(), { type: 'changeType', id: 'task', to: 'subProcess' });

  it('of sub-process keeps what is inside, as far as it may be there', () => {
    const transaction = drawOn(beside(), { type: 'changeType', id: 'task', to: 'transaction' });
    const adHoc = drawOn(transaction, { type: 'changeType', id: 'task', to: 'adHocSubProcess' });

    expect(childrenOf(transaction, 'task')).toHaveLength(1);
    expect(transaction.layout.task).toEqual(beside().layout.task);
    expect(childrenOf(adHoc, 'task')).toEqual([]);
    expect(childrenOf(drawOn(adHoc, { type: 'changeType', id: 'task', to: 'subProcess' }), 'task')).toHaveLength(1);
  });

  it('takes the flows and border events away from an event sub-process, and gives its start an event', () => {
    const drawn = drawOn(
      beside(),
      { type: 'attachBoundaryEvent', host: 'task', id: 'late' },
      { type: 'setProperties', id: 'task', properties: { triggeredByEvent: true } },
    );

    expect(flowsOf(drawn)).toEqual([]);
    expect(element(drawn, 'late')).toBeUndefined();
    expect(childrenOf(drawn, 'task')).toMatchObject([{ type: 'startEvent', trigger: { type: 'message' } }]);
    expect(childrenOf(drawOn(drawn, { type: 'setProperties', id: 'task', properties: { triggeredByEvent: null } }), 'task')[0]).not.toHaveProperty('trigger');
  });

  it('takes the flows away from what only undoes', () => {
    expect(flowsOf(drawOn(line(), { type: 'setProperties', id: 'task', properties: { isForCompensation: true } }))).toEqual([]);
  });

  it('refuses a trigger where it can not be', () => {
    expect(refusal(line(), { type: 'setProperties', id: 'end', properties: { trigger: { type: 'cancel' } } })).toBe('trigger-not-allowed');
    expect(refusal(line(), { type: 'setProperties', id: 'start', properties: { trigger: { type: 'error' } } })).toBe('trigger-not-allowed');
    expect(refusal(line(), { type: 'setProperties', id: 'start', properties: { trigger: { type: 'timer' } } })).toBe('ok');
  });

  it('of start loses its trigger in a sub-process', () => {
    const timed = drawOn(beside(), { type: 'addElement', elementType: 'startEvent', at, id: 'timed', properties: { trigger: { type: 'timer' } } });

    expect(element(drawOn(timed, { type: 'moveElements', ids: ['timed'], by: { x: 0, y: 0 }, parent: 'task' }), 'timed')).not.toHaveProperty('trigger');
  });

  it('lets go of a trigger that only a border event has', () => {
    const drawn = drawOn(line(), { type: 'attachBoundaryEvent', host: 'task', id: 'late', properties: { trigger: { type: 'error', code: 'e' } } });
    const { graph, lost } = carryOut(drawn, { type: 'detachBoundaryEvent', id: 'late', at });

    expect(element(graph, 'late')).toMatchObject({ type: 'intermediateCatchEvent', trigger: { type: 'timer' } });
    expect(lost).toEqual(['trigger']);
  });

  it('keeps everything but events from behind an event-based gateway', () => {
    const waiting = draw(
      { type: 'addElement', elementType: 'eventBasedGateway', at, id: 'wait' },
      { type: 'appendElement', after: 'wait', elementType: 'intermediateCatchEvent', id: 'timer' },
    );

    expect(refusal(waiting, { type: 'appendElement', after: 'wait', elementType: 'userTask' })).toBe('event-gateway-target');
    expect(refusal(waiting, { type: 'changeType', id: 'timer', to: 'userTask' })).toBe('event-gateway-target');
    expect(refusal(waiting, { type: 'changeType', id: 'timer', to: 'receiveTask' })).toBe('ok');
  });
});

describe('pools', () => {
  const collaboration = () => ({
    ...line(),
    pools: [
      { id: 'ours', process: 'p' },
      { id: 'theirs', process: 'q' },
    ],
    lanes: [{ id: 'lane', pool: 'ours' }],
    messageFlows: [{ id: 'message', from: 'task', to: 'theirs' }],
    artifacts: [
      { id: 'note', type: 'textAnnotation' as const, attachedTo: 'task' },
      { id: 'association', type: 'association' as const, from: 'note', to: 'task' },
      { id: 'data', type: 'dataObject' as const, name: 'Order' },
      { id: 'written', type: 'dataAssociation' as const, from: 'task', to: 'data' },
      { id: 'on a flow', type: 'association' as const, from: 'note', to: 'flow_1' },
    ],
    versionTag: 'stable',
  });

  it('part what is moved into another one: flows, message flows and the lane stay behind', () => {
    const inLane = drawOn(collaboration(), { type: 'setProperties', id: 'task', properties: { lane: 'lane' } });
    const { graph } = carryOut(inLane, { type: 'setProperties', id: 'task', properties: { pool: 'theirs' } });

    expect(element(graph, 'task')).toMatchObject({ pool: 'theirs' });
    expect(element(graph, 'task')).not.toHaveProperty('lane');
    expect(flowsOf(graph)).toEqual([]);
    expect(graph.messageFlows).toBeUndefined();
    expect(graph.versionTag).toBe('stable');
  });

  it('take border events along', () => {
    const drawn = drawOn(collaboration(), { type: 'attachBoundaryEvent', host: 'task', id: 'late' });

    expect(element(carryOut(drawn, { type: 'setProperties', id: 'task', properties: { pool: 'theirs' } }).graph, 'late')).toMatchObject({
      pool: 'theirs',
    });
    expect(element(carryOut(drawn, { type: 'setProperties', id: 'task', properties: { pool: 'theirs' } }).graph, 'late')).toMatchObject({ pool: 'theirs' });
  });

  it('forget what was deleted: message flows and associations go with it, notes let go', () => {
    const { graph } = carryOut(collaboration(), { type: 'removeElements', ids: ['task'] });

    expect(graph.messageFlows).toBeUndefined();
    expect(graph.artifacts).toEqual([
      { id: 'note', type: 'textAnnotation' },
      { id: 'data', type: 'dataObject', name: 'Order' },
      { id: 'on a flow', type: 'association', from: 'note', to: 'flow_1' },
    ]);
    expect(flow(graph, 'flow_1')).toMatchObject({ to: 'end' });
  });

  it('let message flows be deleted', () => {
    const { graph, patch } = carryOut(collaboration(), { type: 'removeElements', ids: ['message'] });

    expect(graph.messageFlows).toBeUndefined();
    expect(patch.messageFlows).toEqual({ message: null });
  });

  it('are copied with the associations between copies', () => {
    const { graph, created } = carryOut(collaboration(), { type: 'duplicate', ids: ['task', 'note', 'data'], by: { x: 0, y: 300 } });

    const lines = (graph.artifacts ?? []).filter((each) => created.includes(each.id) && each.from);
    expect(lines.map(({ type }) => type)).toEqual(['association', 'dataAssociation']);
    expect(lines.every(({ from = '', to = '' }) => created.includes(from) && created.includes(to))).toBe(true);
  });
});
