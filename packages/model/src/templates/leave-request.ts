import type { Graph, Layout } from '../graph.ts';

const layout: Layout = {
  'leave-wanted': { x: 142, y: 222, width: 36, height: 36 },
  'approve-leave': { x: 250, y: 200, width: 100, height: 80 },
  approved: { x: 425, y: 215, width: 50, height: 50, label: { x: 400, y: 192, width: 100, height: 16 } },
  'enter-days': { x: 560, y: 200, width: 100, height: 80 },
  'leave-granted': { x: 732, y: 222, width: 36, height: 36 },
  'tell-requester': { x: 560, y: 330, width: 100, height: 80 },
  'leave-rejected': { x: 732, y: 352, width: 36, height: 36 },
  'to-approve': {
    waypoints: [
      { x: 178, y: 240 },
      { x: 250, y: 240 },
    ],
  },
  'to-decision': {
    waypoints: [
      { x: 350, y: 240 },
      { x: 425, y: 240 },
    ],
  },
  'if-approved': {
    waypoints: [
      { x: 475, y: 240 },
      { x: 560, y: 240 },
    ],
  },
  'if-rejected': {
    waypoints: [
      { x: 450, y: 265 },
      { x: 450, y: 370 },
      { x: 560, y: 370 },
    ],
  },
  'to-granted': {
    waypoints: [
      { x: 660, y: 240 },
      { x: 732, y: 240 },
    ],
  },
  'to-rejected': {
    waypoints: [
      { x: 660, y: 370 },
      { x: 732, y: 370 },
    ],
  },
};

/** Leave request: approved or rejected, then entered in the calendar. */
export const leaveRequest: Graph = {
  format: 'baton.graph',
  formatVersion: 1,
  key: 'leave-request',
  name: 'Leave request',
  description:
    'Somebody asks for days off; the request is approved or rejected, and the days are entered in the calendar. Until you name people, every task goes to whoever starts it.',
  variables: [
    { name: 'kindOfLeave', type: 'choice', label: 'Kind of leave', options: ['holiday', 'parental', 'unpaid'], isKeyFact: true },
    { name: 'firstDay', type: 'date', label: 'First day', isKeyFact: true },
    { name: 'lastDay', type: 'date', label: 'Last day', isKeyFact: true },
    { name: 'days', type: 'number', label: 'Working days', isKeyFact: true },
    { name: 'note', type: 'text', label: 'Note' },
    { name: 'outcome', type: 'text', label: 'Decision' },
  ],
  elements: [
    {
      id: 'leave-wanted',
      name: 'Leave wanted',
      type: 'startEvent',
      form: {
        fields: [
          {
            key: 'kindOfLeave',
            type: 'choice',
            label: 'Kind of leave',
            required: true,
            options: [
              { value: 'holiday', label: 'Holiday' },
              { value: 'parental', label: 'Parental leave' },
              { value: 'unpaid', label: 'Unpaid leave' },
            ],
          },
          { key: 'firstDay', type: 'date', label: 'First day', width: 4, required: true },
          { key: 'lastDay', type: 'date', label: 'Last day', width: 4, required: true },
          { key: 'days', type: 'number', label: 'Working days', width: 4, required: true, min: 0.5, max: 200 },
          { key: 'note', type: 'longText', label: 'Note', hint: 'Who stands in for you? Anything the approver should know?' },
        ],
      },
    },
    {
      id: 'approve-leave',
      name: 'Approve leave',
      documentation: 'Is somebody there to stand in? A rejection needs a note that says why.',
      type: 'userTask',
      assignee: '=initiator',
      form: {
        fields: [
          {
            key: 'kindOfLeave',
            type: 'choice',
            label: 'Kind of leave',
            readOnly: true,
            options: [
              { value: 'holiday', label: 'Holiday' },
              { value: 'parental', label: 'Parental leave' },
              { value: 'unpaid', label: 'Unpaid leave' },
            ],
          },
          { key: 'firstDay', type: 'date', label: 'First day', width: 4, readOnly: true },
          { key: 'lastDay', type: 'date', label: 'Last day', width: 4, readOnly: true },
          { key: 'days', type: 'number', label: 'Working days', width: 4, readOnly: true },
          { key: 'note', type: 'longText', label: 'Note', readOnly: true },
        ],
      },
      dueDate: 'P3D',
      approval: {},
    },
    { id: 'approved', name: 'Approved?', type: 'exclusiveGateway' },
    {
      id: 'enter-days',
      name: 'Enter days in calendar',
      type: 'userTask',
      assignee: '=initiator',
      form: {
        fields: [
          { key: 'firstDay', type: 'date', label: 'First day', width: 6, readOnly: true },
          { key: 'lastDay', type: 'date', label: 'Last day', width: 6, readOnly: true },
          { key: 'calendarUpdated', type: 'yesNo', label: 'The days are in the team calendar', required: true },
        ],
      },
    },
    { id: 'leave-granted', name: 'Leave granted', type: 'endEvent' },
    {
      id: 'tell-requester',
      name: 'Talk about other dates',
      type: 'userTask',
      assignee: '=initiator',
      form: { fields: [{ key: 'agreement', type: 'longText', label: 'What did you agree on?' }] },
    },
    { id: 'leave-rejected', name: 'Leave rejected', type: 'endEvent' },
  ],
  flows: [
    { id: 'to-approve', from: 'leave-wanted', to: 'approve-leave' },
    { id: 'to-decision', from: 'approve-leave', to: 'approved' },
    { id: 'if-approved', from: 'approved', to: 'enter-days', name: 'Yes', condition: 'outcome = "approve"' },
    { id: 'if-rejected', from: 'approved', to: 'tell-requester', name: 'No', isDefault: true },
    { id: 'to-granted', from: 'enter-days', to: 'leave-granted' },
    { id: 'to-rejected', from: 'tell-requester', to: 'leave-rejected' },
  ],
  layout,
};
