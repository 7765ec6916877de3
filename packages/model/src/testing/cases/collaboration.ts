import type { Artifact, MessageFlow, Pool } from '../../graph.ts';
import type { Case, Parts } from '../graph-with.ts';

const OURS: Pool = { id: 'ours', process: 'p' };
const THEIRS: Pool = { id: 'theirs', name: 'Customer', isExecutable: false };

/** Our process in a pool, beside one that is drawn only, and a message flow. */
const sent = (from: string, to: string, rest: Parts = {}): Parts => {
  const messageFlows: MessageFlow[] = [{ id: 'm', from, to }];
  return { pools: [OURS, THEIRS], messageFlows, ...rest };
};
const artifacts = (...all: Artifact[]): Parts => ({ artifacts: all });
const association = (from?: string, to?: string): Artifact => ({ id: 'a', type: 'association', ...(from && { from }), ...(to && { to }) });
const data = (from: string, to: string, object: Partial<Artifact> = { name: 'Order' }): Parts =>
  artifacts({ id: 'd', type: 'dataObject', ...object }, { id: 'a', type: 'dataAssociation', from, to });

export const COLLABORATION: readonly Case[] = [
  ['pools that are only drawn', { pools: [{ ...OURS, isExecutable: false }] }, { code: 'nothing-executable', path: 'pools' }],
  [
    'two pools with one process',
    { pools: [OURS, { id: 'twin', process: 'p' }], elements: [{ id: 'lost', type: 'task', pool: 'twin' }] },
    { code: 'pool-duplicate', elementId: 'twin', path: 'process' },
  ],
  ['an id of a pool used twice', { pools: [{ id: 'task' }] }, { code: 'duplicate-id', elementId: 'task' }],
  ['a pool that is not there', { elements: [{ id: 'task', type: 'task', pool: 'gone' }] }, { code: 'reference-unknown', elementId: 'task', path: 'pool' }],
  [
    'a flow into another pool',
    sent('ours', 'theirs', { elements: [{ id: 'end', type: 'endEvent', pool: 'theirs' }] }),
    { code: 'crosses-border', elementId: 'f2' },
  ],
  [
    'a lane that is not there',
    { elements: [{ id: 'task', type: 'task', lane: 'gone' }] },
    { code: 'reference-unknown', severity: 'warning', elementId: 'task', path: 'lane' },
  ],
  ['a lane in no pool', { lanes: [{ id: 'l', pool: 'gone' }] }, { code: 'reference-unknown', elementId: 'l', path: 'pool' }],
  ['a lane in no lane', { lanes: [{ id: 'l', parent: 'gone' }] }, { code: 'reference-unknown', elementId: 'l', path: 'parent' }],
  ['a lane in itself', { lanes: [{ id: 'l', parent: 'l' }] }, { code: 'contains-itself', elementId: 'l' }],
  [
    'a lane away from its outer one',
    {
      pools: [OURS],
      lanes: [
        { id: 'l', pool: 'ours' },
        { id: 'k', parent: 'l' },
      ],
    },
    { code: 'lane-elsewhere', elementId: 'k' },
  ],
  [
    'a step in a lane of others',
    sent('task', 'theirs', { lanes: [{ id: 'l', pool: 'theirs' }], elements: [{ id: 'task', type: 'task', lane: 'l' }] }),
    { code: 'lane-elsewhere', elementId: 'task', path: 'lane' },
  ],
  [
    'a message to nobody',
    sent('task', 'gone'),
    { code: 'reference-unknown', elementId: 'm', fix: { type: 'remove', id: 'm', label: 'Delete the message flow' } },
  ],
  ['a message from a start', sent('start', 'theirs'), { code: 'message-flow-source', elementId: 'm' }],
  ['a message to an end', sent('theirs', 'end'), { code: 'message-flow-target', elementId: 'm' }],
  ['a message to oneself', sent('theirs', 'theirs'), { code: 'message-flow-inside-pool', elementId: 'm' }],
  ['a message inside a pool', sent('task', 'ours'), { code: 'message-flow-inside-pool', elementId: 'm' }],
  ['an association with one end', artifacts(association('task')), { code: 'association-dangling', elementId: 'a', path: 'to' }],
  ['an association with nothing', artifacts(association('task', 'gone')), { code: 'association-dangling', elementId: 'a', path: 'to' }],
  ['an association of two flows', artifacts(association('f1', 'f2')), { code: 'association-between-flows', elementId: 'a' }],
  ['a note in no sub-process', artifacts({ id: 'n', type: 'textAnnotation', parent: 'gone' }), { code: 'reference-unknown', elementId: 'n', path: 'parent' }],
  ['data from step to step', artifacts({ id: 'a', type: 'dataAssociation', from: 'start', to: 'task' }), { code: 'data-association-unfit', elementId: 'a' }],
  ['data into a start', data('d', 'start'), { code: 'data-association-unfit', elementId: 'a' }],
  ['data out of an end', data('end', 'd'), { code: 'data-association-unfit', elementId: 'a' }],
  [
    'data into a store',
    {
      artifacts: [
        { id: 'd', type: 'dataStore', name: 'Ledger' },
        { id: 'da', type: 'dataAssociation', from: 'task', to: 'd' },
      ],
    },
    { code: 'data-store-drawn-only', severity: 'warning', elementId: 'd' },
  ],
  ['data without name', data('d', 'task', { name: '!' }), { code: 'data-name-missing', elementId: 'd', path: 'variable' }],
];
