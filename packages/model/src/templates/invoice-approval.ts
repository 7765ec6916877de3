import type { Graph, Layout } from '../graph.ts';

const layout: Layout = {
  'invoice-received': { x: 142, y: 302, width: 36, height: 36 },
  'large-amount': { x: 255, y: 295, width: 50, height: 50, label: { x: 225, y: 352, width: 110, height: 16 } },
  'approve-invoice': { x: 410, y: 160, width: 100, height: 80 },
  'after-two-days': { x: 462, y: 142, width: 36, height: 36, label: { x: 504, y: 134, width: 80, height: 16 } },
  'remind-approver': { x: 590, y: 50, width: 100, height: 80 },
  reminded: { x: 762, y: 72, width: 36, height: 36 },
  'approve-automatically': { x: 410, y: 280, width: 100, height: 80 },
  approved: { x: 615, y: 295, width: 50, height: 50, label: { x: 545, y: 284, width: 80, height: 16 } },
  'pay-invoice': { x: 750, y: 280, width: 100, height: 80 },
  'invoice-paid': { x: 922, y: 302, width: 36, height: 36 },
  'invoice-rejected': { x: 782, y: 412, width: 36, height: 36 },
  'to-amount': {
    waypoints: [
      { x: 178, y: 320 },
      { x: 255, y: 320 },
    ],
  },
  'if-large': {
    waypoints: [
      { x: 280, y: 295 },
      { x: 280, y: 200 },
      { x: 410, y: 200 },
    ],
  },
  'if-small': {
    waypoints: [
      { x: 305, y: 320 },
      { x: 410, y: 320 },
    ],
  },
  'after-approval': {
    waypoints: [
      { x: 510, y: 200 },
      { x: 640, y: 200 },
      { x: 640, y: 295 },
    ],
  },
  'after-automatic': {
    waypoints: [
      { x: 510, y: 320 },
      { x: 615, y: 320 },
    ],
  },
  'to-reminder': {
    waypoints: [
      { x: 480, y: 142 },
      { x: 480, y: 90 },
      { x: 590, y: 90 },
    ],
  },
  'after-reminder': {
    waypoints: [
      { x: 690, y: 90 },
      { x: 762, y: 90 },
    ],
  },
  'if-approved': {
    waypoints: [
      { x: 665, y: 320 },
      { x: 750, y: 320 },
    ],
  },
  'if-rejected': {
    waypoints: [
      { x: 640, y: 345 },
      { x: 640, y: 430 },
      { x: 782, y: 430 },
    ],
  },
  'to-paid': {
    waypoints: [
      { x: 850, y: 320 },
      { x: 922, y: 320 },
    ],
  },
};

/** Invoice approval: the amount decides; a person is reminded by a timer that does not interrupt. */
export const invoiceApproval: Graph = {
  format: 'baton.graph',
  formatVersion: 1,
  key: 'invoice-approval',
  name: 'Invoice approval',
  description:
    'Invoices up to 1,000 are approved automatically, larger ones by a person, who is reminded after two days. Until you name people, every task goes to whoever starts it.',
  variables: [
    { name: 'supplier', type: 'text', label: 'Supplier', isKeyFact: true },
    { name: 'invoiceNumber', type: 'text', label: 'Invoice number', isKeyFact: true },
    { name: 'amount', type: 'money', label: 'Amount', currency: 'EUR', isKeyFact: true },
    { name: 'payBy', type: 'date', label: 'Pay by', isKeyFact: true },
    { name: 'payOn', type: 'date', label: 'Pay on' },
    { name: 'paidOn', type: 'date', label: 'Paid on' },
    { name: 'outcome', type: 'text', label: 'Decision' },
  ],
  elements: [
    {
      id: 'invoice-received',
      name: 'Invoice received',
      type: 'startEvent',
      form: {
        fields: [
          { key: 'supplier', type: 'text', label: 'Supplier', width: 6, required: true },
          { key: 'invoiceNumber', type: 'text', label: 'Invoice number', width: 6, required: true },
          { key: 'amount', type: 'money', label: 'Amount', width: 6, required: true, min: 0, currency: 'EUR' },
          { key: 'payBy', type: 'date', label: 'Pay by', width: 6 },
        ],
      },
    },
    { id: 'large-amount', name: 'More than 1,000?', type: 'exclusiveGateway' },
    {
      id: 'approve-invoice',
      name: 'Approve invoice',
      documentation: 'Does the amount match the order? A rejection needs a note that says why.',
      type: 'userTask',
      assignee: '=initiator',
      form: { fields: [{ key: 'payOn', type: 'date', label: 'Pay on', width: 6, hint: 'Empty: on the day it is due' }] },
      dueDate: 'P3D',
      approval: {},
    },
    {
      id: 'after-two-days',
      name: 'After 2 days',
      type: 'boundaryEvent',
      attachedTo: 'approve-invoice',
      cancelActivity: false,
      trigger: { type: 'timer', duration: 'P2D' },
    },
    {
      id: 'remind-approver',
      name: 'Remind the approver',
      type: 'userTask',
      assignee: '=initiator',
    },
    { id: 'reminded', name: 'Reminded', type: 'endEvent' },
    { id: 'approve-automatically', name: 'Approve automatically', type: 'scriptTask', scriptFormat: 'feel', script: '"approve"', resultVariable: 'outcome' },
    { id: 'approved', name: 'Approved?', type: 'exclusiveGateway' },
    {
      id: 'pay-invoice',
      name: 'Pay invoice',
      type: 'userTask',
      assignee: '=initiator',
      form: { fields: [{ key: 'paidOn', type: 'date', label: 'Paid on', width: 6, required: true }] },
    },
    { id: 'invoice-paid', name: 'Invoice paid', type: 'endEvent' },
    { id: 'invoice-rejected', name: 'Invoice rejected', type: 'endEvent' },
  ],
  flows: [
    { id: 'to-amount', from: 'invoice-received', to: 'large-amount' },
    { id: 'if-large', from: 'large-amount', to: 'approve-invoice', name: 'Yes', condition: 'amount > 1000' },
    { id: 'if-small', from: 'large-amount', to: 'approve-automatically', name: 'No', isDefault: true },
    { id: 'after-approval', from: 'approve-invoice', to: 'approved' },
    { id: 'after-automatic', from: 'approve-automatically', to: 'approved' },
    { id: 'to-reminder', from: 'after-two-days', to: 'remind-approver' },
    { id: 'after-reminder', from: 'remind-approver', to: 'reminded' },
    { id: 'if-approved', from: 'approved', to: 'pay-invoice', name: 'Yes', condition: 'outcome = "approve"' },
    { id: 'if-rejected', from: 'approved', to: 'invoice-rejected', name: 'No', isDefault: true },
    { id: 'to-paid', from: 'pay-invoice', to: 'invoice-paid' },
  ],
  layout,
};
