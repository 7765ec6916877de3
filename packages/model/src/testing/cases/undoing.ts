import type { Artifact, Element } from '../../graph.ts';
import { type Case, end, inside, type Parts } from '../graph-with.ts';

const handler: Element = { id: 'undo', type: 'manualTask', isForCompensation: true };
const line = (id: string, to: string): Artifact => ({ id, type: 'association', from: 'late', to });

/** A compensation event on the task's border, associated with what undoes it. */
const undone = (elements: readonly Element[], artifacts: Artifact[], rest: Parts = {}): Parts => ({
  ...rest,
  elements: [{ id: 'late', type: 'boundaryEvent', attachedTo: 'task', trigger: { type: 'compensation' } }, ...elements, ...(rest.elements ?? [])],
  artifacts,
});

const transaction = inside('transaction', undefined);
const cancelled: Parts = {
  ...transaction,
  elements: (transaction.elements ?? []).map(
    (each): Element => (each.id === 'out' ? { id: 'out', type: 'endEvent', parent: 'task', trigger: { type: 'cancel' } } : each),
  ),
};

export const UNDOING: readonly Case[] = [
  ['nothing that undoes', undone([], []), { code: 'compensation-handler-missing', elementId: 'late' }],
  [
    'two that undo',
    undone([handler, { id: 'undo2', type: 'task', isForCompensation: true }], [line('a', 'undo'), line('b', 'undo2')]),
    { code: 'compensation-handler-duplicate', elementId: 'late' },
  ],
  [
    'an ordinary step that undoes',
    undone([{ id: 'undo', type: 'task' }], [line('a', 'undo')]),
    {
      code: 'compensation-handler-unfit',
      elementId: 'undo',
      fix: { type: 'set', id: 'undo', property: 'isForCompensation', value: true, label: 'Let it run only to undo' },
    },
  ],
  ['a gateway that undoes', undone([{ id: 'undo', type: 'exclusiveGateway' }], [line('a', 'undo')]), { code: 'compensation-handler-unfit', elementId: 'undo' }],
  [
    'a step elsewhere that undoes',
    undone(
      [
        { id: 'sub', type: 'adHocSubProcess' },
        { ...handler, parent: 'sub' },
      ],
      [line('a', 'undo')],
    ),
    { code: 'compensation-handler-unfit', elementId: 'undo' },
  ],
  ['a step that undoes nothing', { elements: [handler] }, { code: 'compensation-handler-unused', severity: 'warning', elementId: 'undo' }],
  [
    'a flow out of a compensation event',
    undone([handler], [line('a', 'undo')], { flows: [{ id: 'f3', from: 'late', to: 'end' }] }),
    { code: 'outgoing-not-allowed', elementId: 'f3' },
  ],
  [
    'a flow to what undoes',
    undone([handler], [line('a', 'undo')], { flows: [{ id: 'f3', from: 'start', to: 'undo' }] }),
    { code: 'incoming-not-allowed', elementId: 'f3' },
  ],
  ['a compensation of nothing there is', end({ type: 'compensation', activity: 'gone' }), { code: 'reference-unknown', path: 'trigger.activity' }],
  ['a compensation of what nothing undoes', end({ type: 'compensation', activity: 'task' }), { code: 'nothing-to-compensate', severity: 'warning' }],
  ['a cancelled transaction that goes on nowhere', cancelled, { code: 'cancel-not-caught', severity: 'warning', elementId: 'task' }],
  [
    'a transaction nobody cancels',
    { ...transaction, elements: [...(transaction.elements ?? []), { id: 'late', type: 'boundaryEvent', attachedTo: 'task', trigger: { type: 'cancel' } }] },
    { code: 'cancel-never', severity: 'warning', elementId: 'late' },
  ],
];
