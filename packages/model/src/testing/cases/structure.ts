import { type Case, decision, task } from '../graph-with.ts';

export const STRUCTURE: readonly Case[] = [
  ['an id used twice', { artifacts: [{ id: 'task', type: 'group' }] }, { code: 'duplicate-id', elementId: 'task' }],
  ['an id that is the key', { elements: [{ id: 'p', type: 'endEvent' }] }, { code: 'duplicate-id', elementId: 'p' }],
  [
    'a flow to nowhere',
    { flows: [{ id: 'f2', from: 'task', to: 'gone' }] },
    { code: 'flow-dangling', elementId: 'f2', path: 'to', fix: { type: 'remove', id: 'f2', label: 'Delete the flow' } },
  ],
  ['an unknown sub-process', task({ parent: 'gone' }), { code: 'reference-unknown', elementId: 'task', path: 'parent' }],
  [
    'a note on nothing',
    { artifacts: [{ id: 'note', type: 'textAnnotation', attachedTo: 'gone' }] },
    { code: 'reference-unknown', severity: 'warning', elementId: 'note' },
  ],
  ['a place for nothing', { layout: { gone: { x: 0, y: 0, width: 1, height: 1 } } }, { code: 'layout-unused', severity: 'warning', path: 'layout.gone' }],
  ['a flow placed like a box', { layout: { f1: { x: 0, y: 0, width: 1, height: 1 } } }, { code: 'layout-unused', severity: 'warning' }],
  ['a task in a task', { elements: [{ id: 'inner', type: 'userTask', parent: 'task', assignee: 'a' }] }, { code: 'parent-not-container', elementId: 'inner' }],
  ['a sub-process in itself', { elements: [{ id: 'sub', type: 'subProcess', parent: 'sub' }] }, { code: 'contains-itself', elementId: 'sub' }],
  [
    'sub-processes in each other',
    {
      elements: [
        { id: 's1', type: 'subProcess', parent: 's2' },
        { id: 's2', type: 'subProcess', parent: 's1' },
      ],
    },
    { code: 'contains-itself', elementId: 's2' },
  ],
  [
    'a border event on nothing',
    { elements: [{ id: 'late', type: 'boundaryEvent', attachedTo: 'gone' }] },
    { code: 'host-missing', elementId: 'late', path: 'attachedTo' },
  ],
  ['a border event on an event', { elements: [{ id: 'late', type: 'boundaryEvent', attachedTo: 'end' }] }, { code: 'host-not-activity', elementId: 'late' }],
  [
    'a border event away from its host',
    {
      elements: [
        { id: 'sub', type: 'subProcess' },
        { id: 'late', type: 'boundaryEvent', attachedTo: 'task', parent: 'sub' },
      ],
    },
    { code: 'host-elsewhere', elementId: 'late' },
  ],
  ['a flow out of an end', { flows: [{ id: 'f3', from: 'end', to: 'task' }] }, { code: 'outgoing-not-allowed', elementId: 'f3' }],
  ['a flow into a start', { flows: [{ id: 'f3', from: 'task', to: 'start' }] }, { code: 'incoming-not-allowed', elementId: 'f3' }],
  ['a gateway that leads to itself', { ...decision({ to: 'decide', condition: 'a' }, { isDefault: true }) }, { code: 'connects-itself', elementId: 'yes' }],
  [
    'a flow over a border',
    {
      elements: [
        { id: 'sub', type: 'subProcess' },
        { id: 'in', type: 'startEvent', parent: 'sub' },
      ],
      flows: [{ id: 'f3', from: 'in', to: 'end' }],
    },
    { code: 'crosses-border', elementId: 'f3' },
  ],
  ['the same flow twice', { flows: [{ id: 'f3', from: 'task', to: 'end' }] }, { code: 'flow-duplicate', severity: 'warning', elementId: 'f3' }],
  [
    'a start that leads nowhere',
    {
      elements: [{ id: 'task', type: 'startEvent' }],
      flows: [
        { id: 'f1', from: 'start', to: 'end' },
        { id: 'f2', from: 'start', to: 'end' },
      ],
    },
    { code: 'outgoing-missing', elementId: 'task' },
  ],
  [
    'a gateway that leads nowhere',
    { elements: [{ id: 'join', type: 'parallelGateway' }], flows: [{ id: 'f2', from: 'task', to: 'join' }] },
    { code: 'outgoing-missing', elementId: 'join' },
  ],
  [
    'no start',
    { elements: [{ id: 'start', type: 'userTask', assignee: 'a' }] },
    { code: 'start-missing', severity: 'warning', fix: { type: 'add', elementType: 'startEvent', label: 'Add a start' } },
  ],
  [
    'a sub-process without start',
    { elements: [{ id: 'task', type: 'subProcess' }] },
    { code: 'start-missing', elementId: 'task', fix: { type: 'add', elementType: 'startEvent', parent: 'task', label: 'Add a start' } },
  ],
  [
    'two starts',
    { elements: [{ id: 'start2', type: 'startEvent' }], flows: [{ id: 'f3', from: 'start2', to: 'task' }] },
    { code: 'start-duplicate', severity: 'warning', elementId: 'start2' },
  ],
  ['something nobody reaches', { elements: [{ id: 'lost', type: 'userTask', assignee: 'a' }] }, { code: 'unreachable', elementId: 'lost' }],
  ['a task after which nothing comes', { flows: [{ id: 'f2', from: 'start', to: 'end' }] }, { code: 'dead-end', severity: 'warning', elementId: 'task' }],
  ['a loop without a way out', { flows: [{ id: 'f2', from: 'task', to: 'task' }] }, { code: 'end-unreachable', severity: 'warning', elementId: 'start' }],
  [
    'a way out without condition',
    decision({ condition: 'amount > 1' }, {}),
    { code: 'condition-missing', elementId: 'no', fix: { type: 'set', id: 'no', property: 'isDefault', value: true, label: 'Make “No” the default' } },
  ],
  [
    'a condition where nobody decides',
    { flows: [{ id: 'f1', from: 'start', to: 'task', condition: 'a' }] },
    { code: 'condition-not-allowed', elementId: 'f1' },
  ],
  ['a default where nobody decides', { flows: [{ id: 'f1', from: 'start', to: 'task', isDefault: true }] }, { code: 'default-not-allowed', elementId: 'f1' }],
  [
    'a default out of an activity whose other ways have no condition',
    {
      elements: [{ id: 'end2', type: 'endEvent' }],
      flows: [
        { id: 'f2', from: 'task', to: 'end', isDefault: true },
        { id: 'f3', from: 'task', to: 'end2' },
      ],
    },
    {
      code: 'default-without-condition',
      elementId: 'f2',
      fix: { type: 'set', id: 'f2', property: 'isDefault', value: null, label: 'Make it an ordinary flow' },
    },
  ],
  [
    'an activity whose every way has a condition',
    {
      elements: [{ id: 'end2', type: 'endEvent' }],
      flows: [
        { id: 'f2', from: 'task', to: 'end', condition: 'amount > 1' },
        { id: 'f3', from: 'task', to: 'end2', condition: 'amount < 1' },
      ],
    },
    { code: 'default-missing', severity: 'warning', elementId: 'task' },
  ],
  ['two defaults', decision({ isDefault: true }, { isDefault: true }), { code: 'default-duplicate', elementId: 'no' }],
  ['a default with a condition', decision({ condition: 'a' }, { isDefault: true, condition: 'b' }), { code: 'default-with-condition', elementId: 'no' }],
  ['a decision without default', decision({ condition: 'a' }, { condition: 'b' }), { code: 'default-missing', severity: 'warning', elementId: 'decide' }],
  [
    'a loop nothing leads into',
    {
      elements: [
        { id: 'lost', type: 'task' },
        { id: 'lost2', type: 'task' },
      ],
      flows: [
        { id: 'f3', from: 'lost', to: 'lost2' },
        { id: 'f4', from: 'lost2', to: 'lost' },
      ],
    },
    { code: 'unreachable', severity: 'warning', elementId: 'lost' },
  ],
  [
    'a step in a sub-process that nothing leads to',
    {
      elements: [
        { id: 'task', type: 'subProcess' },
        { id: 'in', type: 'startEvent', parent: 'task' },
        { id: 'lost', type: 'task', parent: 'task' },
      ],
    },
    { code: 'unreachable', elementId: 'lost' },
  ],
  ['an event after which nothing comes', { elements: [{ id: 'end', type: 'intermediateThrowEvent' }] }, { code: 'outgoing-missing', elementId: 'end' }],
  [
    'a border event after which nothing comes',
    { elements: [{ id: 'late', type: 'boundaryEvent', attachedTo: 'task', trigger: { type: 'timer', duration: 'P1D' } }] },
    { code: 'outgoing-missing', elementId: 'late' },
  ],
  [
    'a border event on an event sub-process',
    {
      elements: [
        { id: 'beside', type: 'subProcess', triggeredByEvent: true },
        { id: 'late', type: 'boundaryEvent', attachedTo: 'beside' },
      ],
    },
    { code: 'host-not-activity', elementId: 'late' },
  ],
  [
    'a flow out of an event sub-process',
    { elements: [{ id: 'beside', type: 'subProcess', triggeredByEvent: true }], flows: [{ id: 'f3', from: 'beside', to: 'end' }] },
    { code: 'outgoing-not-allowed', elementId: 'f3' },
  ],
  [
    'an event sub-process without start',
    {
      elements: [
        { id: 'beside', type: 'subProcess', triggeredByEvent: true },
        { id: 'in', type: 'task', parent: 'beside' },
      ],
    },
    { code: 'start-missing', elementId: 'beside' },
  ],
];
