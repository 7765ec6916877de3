import { type Graph, TEMPLATES } from '@baton/model';

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
