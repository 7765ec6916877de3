import type { Graph, Layout } from '../graph.ts';

const layout: Layout = {
  'contract-agreed': { x: 142, y: 242, width: 36, height: 36 },
  prepare: { x: 245, y: 235, width: 50, height: 50 },
  'set-up-it': { x: 370, y: 140, width: 100, height: 80 },
  'prepare-papers': { x: 370, y: 300, width: 100, height: 80 },
  prepared: { x: 545, y: 235, width: 50, height: 50 },
  'first-week': { x: 650, y: 160, width: 480, height: 200 },
  arrived: { x: 682, y: 242, width: 36, height: 36 },
  welcome: { x: 770, y: 220, width: 100, height: 80 },
  'agree-goals': { x: 920, y: 220, width: 100, height: 80 },
  'week-over': { x: 1062, y: 242, width: 36, height: 36 },
  onboarded: { x: 1192, y: 242, width: 36, height: 36 },
  'to-preparation': {
    waypoints: [
      { x: 178, y: 260 },
      { x: 245, y: 260 },
    ],
  },
  'to-it': {
    waypoints: [
      { x: 270, y: 235 },
      { x: 270, y: 180 },
      { x: 370, y: 180 },
    ],
  },
  'to-hr': {
    waypoints: [
      { x: 270, y: 285 },
      { x: 270, y: 340 },
      { x: 370, y: 340 },
    ],
  },
  'after-it': {
    waypoints: [
      { x: 470, y: 180 },
      { x: 570, y: 180 },
      { x: 570, y: 235 },
    ],
  },
  'after-hr': {
    waypoints: [
      { x: 470, y: 340 },
      { x: 570, y: 340 },
      { x: 570, y: 285 },
    ],
  },
  'to-first-week': {
    waypoints: [
      { x: 595, y: 260 },
      { x: 650, y: 260 },
    ],
  },
  'to-welcome': {
    waypoints: [
      { x: 718, y: 260 },
      { x: 770, y: 260 },
    ],
  },
  'to-goals': {
    waypoints: [
      { x: 870, y: 260 },
      { x: 920, y: 260 },
    ],
  },
  'after-goals': {
    waypoints: [
      { x: 1020, y: 260 },
      { x: 1062, y: 260 },
    ],
  },
  'to-onboarded': {
    waypoints: [
      { x: 1130, y: 260 },
      { x: 1192, y: 260 },
    ],
  },
};

/** Onboarding: two departments side by side, then a sub-process. */
export const onboarding: Graph = {
  format: 'baton.graph',
  formatVersion: 1,
  key: 'onboarding',
  name: 'Onboarding',
  description: 'IT and HR prepare for a new colleague side by side; then comes the first week. Until you name people, every task goes to whoever starts it.',
  variables: [
    { name: 'newColleague', type: 'text', label: 'New colleague', isKeyFact: true },
    { name: 'position', type: 'text', label: 'Position', isKeyFact: true },
    { name: 'firstDay', type: 'date', label: 'First day', isKeyFact: true },
    { name: 'needsLaptop', type: 'yesNo', label: 'Needs a laptop' },
    { name: 'laptop', type: 'text', label: 'Laptop' },
    { name: 'contractSigned', type: 'yesNo', label: 'Contract signed' },
    { name: 'goals', type: 'text', label: 'Goals' },
  ],
  elements: [
    {
      id: 'contract-agreed',
      name: 'New colleague',
      type: 'startEvent',
      form: {
        fields: [
          { key: 'newColleague', type: 'text', label: 'Name of the new colleague', width: 6, required: true },
          { key: 'position', type: 'text', label: 'Position', width: 6, required: true },
          { key: 'firstDay', type: 'date', label: 'First day', width: 6, required: true },
          { key: 'needsLaptop', type: 'yesNo', label: 'Needs a laptop', width: 6 },
        ],
      },
    },
    { id: 'prepare', type: 'parallelGateway' },
    {
      id: 'set-up-it',
      name: 'Set up accounts and laptop',
      documentation: 'Accounts and laptop have to be ready on the evening before the first day.',
      type: 'userTask',
      assignee: '=initiator',
      form: {
        fields: [
          { key: 'newColleague', type: 'text', label: 'New colleague', width: 6, readOnly: true },
          { key: 'firstDay', type: 'date', label: 'First day', width: 6, readOnly: true },
          { key: 'needsLaptop', type: 'yesNo', label: 'Needs a laptop', readOnly: true },
          { key: 'laptop', type: 'text', label: 'Laptop handed out', hint: 'Inventory number, if there is one' },
        ],
      },
    },
    {
      id: 'prepare-papers',
      name: 'Prepare contract and papers',
      documentation: 'The contract has to be signed by both sides before the first day.',
      type: 'userTask',
      assignee: '=initiator',
      form: {
        fields: [
          { key: 'newColleague', type: 'text', label: 'New colleague', width: 6, readOnly: true },
          { key: 'firstDay', type: 'date', label: 'First day', width: 6, readOnly: true },
          { key: 'contractSigned', type: 'yesNo', label: 'The contract is signed', required: true },
        ],
      },
    },
    { id: 'prepared', type: 'parallelGateway' },
    { id: 'first-week', name: 'First week', type: 'subProcess' },
    { id: 'arrived', name: 'Arrived', parent: 'first-week', type: 'startEvent' },
    {
      id: 'welcome',
      name: 'Welcome and introduce',
      parent: 'first-week',
      type: 'userTask',
      assignee: '=initiator',
      form: {
        fields: [
          { key: 'newColleague', type: 'text', label: 'New colleague', width: 6, readOnly: true },
          { key: 'firstDay', type: 'date', label: 'First day', width: 6, readOnly: true },
          { key: 'buddy', type: 'text', label: 'Who shows them around?' },
        ],
      },
    },
    {
      id: 'agree-goals',
      name: 'Agree on goals',
      parent: 'first-week',
      type: 'userTask',
      assignee: '=initiator',
      form: {
        fields: [
          { key: 'newColleague', type: 'text', label: 'New colleague', width: 6, readOnly: true },
          { key: 'firstDay', type: 'date', label: 'First day', width: 6, readOnly: true },
          { key: 'goals', type: 'longText', label: 'Goals for the first months', required: true },
        ],
      },
    },
    { id: 'week-over', name: 'Week over', parent: 'first-week', type: 'endEvent' },
    { id: 'onboarded', name: 'Onboarded', type: 'endEvent' },
  ],
  flows: [
    { id: 'to-preparation', from: 'contract-agreed', to: 'prepare' },
    { id: 'to-it', from: 'prepare', to: 'set-up-it' },
    { id: 'to-hr', from: 'prepare', to: 'prepare-papers' },
    { id: 'after-it', from: 'set-up-it', to: 'prepared' },
    { id: 'after-hr', from: 'prepare-papers', to: 'prepared' },
    { id: 'to-first-week', from: 'prepared', to: 'first-week' },
    { id: 'to-welcome', from: 'arrived', to: 'welcome' },
    { id: 'to-goals', from: 'welcome', to: 'agree-goals' },
    { id: 'after-goals', from: 'agree-goals', to: 'week-over' },
    { id: 'to-onboarded', from: 'first-week', to: 'onboarded' },
  ],
  layout,
};
