import { type Element, type Graph, type ProblemCode, validate } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { commandOf } from './apply-fix.ts';
import { carryOut, draw, drawOn, line } from './testing/draw.ts';

/** Graphs with one thing wrong that a click can mend. Some a hand can't draw: they come from a file. */
const decision = drawOn(
  line(),
  { type: 'changeType', id: 'task', to: 'exclusiveGateway' },
  { type: 'appendElement', after: 'task', elementType: 'endEvent', id: 'end2' },
);
const conditions = drawOn(decision, { type: 'setFlow', id: 'flow_2', condition: 'a' }, { type: 'setFlow', id: 'flow_3', condition: 'b' });
const withFlow = (graph: Graph, id: string, change: object): Graph => ({
  ...graph,
  flows: graph.flows.map((flow) => (flow.id === id ? { ...flow, ...change } : flow)),
});
const withElement = (graph: Graph, id: string, change: object): Graph => ({
  ...graph,
  elements: graph.elements.map((each) => (each.id === id ? { ...each, ...change } : each)),
});

const replaced = (graph: Graph, ...elements: Element[]): Graph => ({
  ...graph,
  elements: [...graph.elements.filter((each) => !elements.some(({ id }) => id === each.id)), ...elements],
});
const late = (properties: object): Graph => {
  const drawn = drawOn(line(), { type: 'attachBoundaryEvent', host: 'task', id: 'late' }, { type: 'appendElement', after: 'late', elementType: 'endEvent' });
  return withElement(drawn, 'late', properties);
};
const undone = replaced(late({ trigger: { type: 'compensation' } }), { id: 'undo', type: 'task' });
const withTwin = (graph: Graph): Graph => ({ ...graph, flows: [...graph.flows, { id: 'twin', from: 'start', to: 'task' }] });
const pools = { pools: [{ id: 'ours', process: 'p' }] };

const CASES: readonly (readonly [ProblemCode, Graph])[] = [
  ['start-missing', draw({ type: 'addElement', elementType: 'userTask', at: { x: 0, y: 0 }, properties: { assignee: 'a' } })],
  ['start-missing', draw({ type: 'addElement', elementType: 'subProcess', at: { x: 0, y: 0 } }, { type: 'removeElements', ids: ['startEvent_1'] })],
  ['start-duplicate', drawOn(line(), { type: 'addElement', elementType: 'startEvent', at: { x: 0, y: 0 } })],
  ['nobody-assigned', drawOn(line(), { type: 'setProperties', id: 'task', properties: { assignee: null } })],
  ['dead-end', drawOn(line(), { type: 'removeElements', ids: ['end'] })],
  ['outgoing-missing', draw({ type: 'addElement', elementType: 'startEvent', at: { x: 0, y: 0 } })],
  ['condition-missing', drawOn(conditions, { type: 'setFlow', id: 'flow_3', condition: null })],
  ['default-missing', conditions],
  ['default-duplicate', withFlow(withFlow(decision, 'flow_2', { isDefault: true }), 'flow_3', { isDefault: true })],
  ['default-with-condition', withFlow(conditions, 'flow_3', { isDefault: true })],
  ['default-without-condition', withFlow(line(), 'flow_2', { isDefault: true })],
  ['default-not-allowed', withFlow(line(), 'flow_1', { isDefault: true })],
  ['condition-not-allowed', withFlow(line(), 'flow_1', { condition: 'a' })],
  ['flow-dangling', withFlow(line(), 'flow_2', { to: 'gone' })],
  ['flow-duplicate', { ...line(), flows: [...line().flows, { id: 'again', from: 'task', to: 'end' }] }],
  ['trigger-not-allowed', withElement(line(), 'end', { trigger: { type: 'timer' } })],
  ['unreachable', replaced(line(), { id: 'lost', type: 'task' })],
  ['outgoing-missing', drawOn(line(), { type: 'attachBoundaryEvent', host: 'task' })],
  ['must-interrupt', late({ cancelActivity: false, trigger: { type: 'error' } })],
  ['interrupting-ignored', withElement(line(), 'start', { isInterrupting: false })],
  ['compensation-handler-unfit', { ...undone, artifacts: [{ id: 'a', type: 'association', from: 'late', to: 'undo' }] }],
  ['compensation-handler-unused', replaced(line(), { id: 'undo', type: 'task', isForCompensation: true })],
  ['condition-alone', withFlow(line(), 'flow_2', { condition: 'a' })],
  ['activation-missing', withTwin(replaced(line(), { id: 'task', type: 'complexGateway' }))],
  ['gateway-idle', replaced(line(), { id: 'task', type: 'inclusiveGateway' })],
  [
    'event-gateway-too-few',
    draw(
      { type: 'addElement', elementType: 'startEvent', at: { x: 0, y: 0 }, id: 'start' },
      { type: 'appendElement', after: 'start', elementType: 'eventBasedGateway', id: 'wait' },
      { type: 'appendElement', after: 'wait', elementType: 'receiveTask' },
    ),
  ],
  ['instantiate-not-allowed', replaced(line(), { id: 'task', type: 'receiveTask', instantiate: true })],
  ['event-gateway-parallel', replaced(line(), { id: 'task', type: 'eventBasedGateway', eventGatewayType: 'parallel' })],
  ['ad-hoc-empty', drawOn(line(), { type: 'addElement', elementType: 'adHocSubProcess', at: { x: 500, y: 500 } })],
  ['loop-ambiguous', withElement(line(), 'task', { loop: { kind: 'parallel', cardinality: 3, collection: '=all' } })],
  ['setting-not-allowed', withElement(line(), 'task', { loop: { kind: 'parallel', cardinality: 3, elementVariable: 'item' } })],
  ['binding-incomplete', replaced(line(), { id: 'task', type: 'callActivity', calledElement: 'q', binding: 'tag' })],
  ['implementation-ambiguous', replaced(line(), { id: 'task', type: 'sendTask', job: { type: 'mail' }, message: { name: 'm' } })],
  ['link-source-missing', replaced(line(), { id: 'lost', type: 'intermediateCatchEvent', trigger: { type: 'link', name: 'l' } })],
  ['message-flow-inside-pool', { ...line(), ...pools, messageFlows: [{ id: 'm', from: 'task', to: 'ours' }] }],
  ['lane-elsewhere', withElement({ ...line(), pools: [...pools.pools, { id: 'theirs' }], lanes: [{ id: 'lane', pool: 'theirs' }] }, 'task', { lane: 'lane' })],
  ['association-dangling', { ...line(), artifacts: [{ id: 'a', type: 'association', from: 'task' }] }],
  ['mapping-not-allowed', withElement(line(), 'end', { inputs: [{ target: 'a', value: '1' }] })],
];

describe('a fix', () => {
  it.each(CASES)('mends %s with one click', (code, graph) => {
    const problem = validate(graph).find((each) => each.code === code);
    if (!problem?.fix) throw new Error(`Expected ${code} with a fix, but found ${JSON.stringify(validate(graph))}.`);

    const { graph: mended } = carryOut(graph, commandOf(graph, problem.fix));

    expect(validate(mended)).not.toContainEqual(expect.objectContaining({ code, elementId: problem.elementId }));
  });
});
