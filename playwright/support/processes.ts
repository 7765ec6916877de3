import { type Graph, TEMPLATES } from '@baton/model';
import type { Server } from './server.ts';

function template(key: string): Graph {
  const graph = TEMPLATES.find((candidate) => candidate.key === key);
  if (!graph) throw new Error(`Expected a template ${key}, but there is none.`);
  return graph;
}

/** The template, given to a group rather than to whoever starts it. */
export function approvedBy(group: string): Graph {
  const { elements, ...graph } = template('invoice-approval');
  return {
    ...graph,
    elements: elements.map((element) => {
      if (element.type !== 'userTask') return element;
      const { assignee: _, ...task } = element;
      return { ...task, candidateGroups: group };
    }),
  };
}

/** The approver has to say which cost centre pays. */
export const withCostCentre = ({ elements, variables = [], ...graph }: Graph): Graph => ({
  ...graph,
  variables: [...variables, { name: 'costCentre', type: 'text', label: 'Cost centre' }],
  elements: elements.map((element) =>
    element.id === 'approve-invoice' && element.type === 'userTask'
      ? { ...element, form: { fields: [{ key: 'costCentre', type: 'text', label: 'Cost centre', required: true }] } }
      : element,
  ),
});

/** Nobody takes either way out of its Decision, so that every instance of it needs attention. */
export const stuckAtOnce: Graph = {
  format: 'baton.graph',
  formatVersion: 1,
  key: 'stuck-at-once',
  name: 'Stuck at once',
  elements: [
    { id: 'start', type: 'startEvent', name: 'Asked' },
    { id: 'which', type: 'exclusiveGateway', name: 'Which way?' },
    { id: 'left', type: 'endEvent', name: 'Left' },
    { id: 'right', type: 'endEvent', name: 'Right' },
  ],
  flows: [
    { id: 'to-which', from: 'start', to: 'which' },
    { id: 'to-left', from: 'which', to: 'left', condition: '1 > 2' },
    { id: 'to-right', from: 'which', to: 'right', condition: '2 > 3' },
  ],
  layout: {},
};

/** Starts an invoice approval that waits for its approver. */
export async function waitingApproval(server: Server, more: Readonly<Record<string, unknown>> = {}) {
  const variables = { supplier: 'Northwind Paper', invoiceNumber: 'INV-2026-1184', amount: 4820, ...more };
  const started = { processKey: 'invoice-approval', businessKey: variables.invoiceNumber, variables };
  const { id } = await server.api<{ id: string }>('POST', '/instances', started);
  const { items } = await server.api<{ items: readonly { id: string }[] }>('GET', `/tasks?view=all&instanceId=${id}`);
  const [task] = items;
  if (!task) throw new Error('Expected the approval to wait for somebody, but there is no task.');
  return { instance: id, task: task.id };
}
