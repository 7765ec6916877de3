import type { Element, ElementOf, Flow } from '../../graph.ts';
import type { Case, Parts } from '../graph-with.ts';

const signal = (id: string): Element => ({ id, type: 'intermediateCatchEvent', trigger: { type: 'signal', name: id } });
const message = (id: string): Element => ({ id, type: 'intermediateCatchEvent', trigger: { type: 'message', name: id, correlationKey: '=a' } });
const receive = (id: string): Element => ({ id, type: 'receiveTask', message: { name: id, correlationKey: '=a' } });

/** start -> gateway instead of the task, which leads to each of `targets`, and they to the end. */
const behind = (targets: readonly Element[], properties: Partial<ElementOf<'eventBasedGateway'>> = {}, flows: readonly Flow[] = []): Parts => ({
  elements: [{ id: 'task', type: 'eventBasedGateway', ...properties }, ...targets],
  flows: [
    ...targets.flatMap(({ id, type }): Flow[] => [
      { id: `to ${id}`, from: 'task', to: id },
      ...(type === 'endEvent' ? [] : [{ id: `from ${id}`, from: id, to: 'end' }]),
    ]),
    { id: 'f2', from: 'start', to: 'end' },
    ...flows,
  ],
});

const parallel = (condition: string): Parts => ({
  elements: [
    { id: 'task', type: 'parallelGateway' },
    { id: 'end2', type: 'endEvent' },
  ],
  flows: [{ id: 'f3', from: 'task', to: 'end2', condition }],
});

export const GATEWAYS: readonly Case[] = [
  ['one event to choose from', behind([signal('a')]), { code: 'event-gateway-too-few', elementId: 'task' }],
  ['a step behind an event gateway', behind([signal('a'), { id: 'b', type: 'task' }]), { code: 'event-gateway-target', elementId: 'to b' }],
  [
    'a link behind an event gateway',
    behind([signal('a'), { id: 'b', type: 'intermediateCatchEvent', trigger: { type: 'link', name: 'l' } }]),
    { code: 'incoming-not-allowed', elementId: 'to b' },
  ],
  [
    'another way to what waits behind an event gateway',
    behind([signal('a'), signal('b')], {}, [{ id: 'aside', from: 'start', to: 'b' }]),
    { code: 'event-gateway-target', elementId: 'b', fix: { type: 'remove', id: 'aside', label: 'Delete the other flow' } },
  ],
  [
    'a border event on what waits behind an event gateway',
    behind([signal('a'), receive('b'), { id: 'late', type: 'boundaryEvent', attachedTo: 'b', trigger: { type: 'timer', duration: 'P1D' } }]),
    { code: 'event-gateway-target', elementId: 'late' },
  ],
  ['message events beside receive tasks', behind([message('a'), receive('b')]), { code: 'event-gateway-mixed', elementId: 'task' }],
  ['a gateway that starts in the middle', behind([signal('a'), signal('b')], { instantiate: true }), { code: 'instantiate-not-allowed', elementId: 'task' }],
  ['all events in the middle', behind([message('a'), message('b')], { eventGatewayType: 'parallel' }), { code: 'event-gateway-parallel', elementId: 'task' }],
  [
    'a signal among messages that all must come',
    behind([message('a'), signal('b')], { eventGatewayType: 'parallel', instantiate: true }),
    { code: 'event-gateway-parallel', elementId: 'b' },
  ],
  [
    'a condition behind an event gateway',
    behind([signal('a'), signal('b'), signal('c')], {}, [{ id: 'to a', from: 'task', to: 'a', condition: 'x' }]),
    { code: 'condition-not-allowed', elementId: 'to a' },
  ],
  ['a condition behind a parallel gateway', parallel('amount > 1'), { code: 'condition-not-allowed', severity: 'warning', elementId: 'f3' }],
  ['a gateway that does nothing', { elements: [{ id: 'task', type: 'exclusiveGateway' }] }, { code: 'gateway-idle', severity: 'warning', elementId: 'task' }],
  [
    'a join without its rule',
    { elements: [{ id: 'task', type: 'complexGateway' }], flows: [{ id: 'f3', from: 'start', to: 'task', name: 'twice' }] },
    { code: 'activation-missing', elementId: 'task', path: 'activationCondition' },
  ],
  ['a condition without another way', { flows: [{ id: 'f2', from: 'task', to: 'end', condition: 'a' }] }, { code: 'condition-alone', elementId: 'f2' }],
  ['a condition that is a number', { flows: [{ id: 'f2', from: 'task', to: 'end', condition: '=1' }] }, { code: 'condition-not-boolean', elementId: 'f2' }],
];
