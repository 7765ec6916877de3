/** The invoice approval, as JSON of the API: a form, a decision with outcomes, a gateway and a worker's job. */
export const invoice = (key = 'invoice', more: Record<string, unknown> = {}) => ({
  format: 'baton.graph',
  formatVersion: 1,
  key,
  name: 'Invoice approval',
  variables: [
    { name: 'amount', type: 'money', currency: 'EUR', isKeyFact: true, label: 'Amount' },
    { name: 'supplier', type: 'text', isKeyFact: true },
  ],
  elements: [
    { id: 'start', type: 'startEvent', name: 'Invoice received' },
    {
      id: 'approve',
      type: 'userTask',
      name: 'Approve invoice',
      candidateGroups: ['finance'],
      form: {
        fields: [
          { key: 'note', type: 'text', label: 'Note', required: true },
          { key: 'amount', type: 'money', label: 'Amount', currency: 'EUR', readOnly: true },
        ],
      },
      approval: {
        outcomes: [
          { value: 'approve', label: 'Approve', tone: 'positive' },
          { value: 'reject', label: 'Reject', tone: 'negative', commentRequired: true },
        ],
      },
    },
    { id: 'decide', type: 'exclusiveGateway', name: 'Approved?' },
    { id: 'pay', type: 'serviceTask', name: 'Pay', job: { type: 'pay-invoice', retries: 2, headers: { bank: 'main' } } },
    { id: 'paid', type: 'endEvent', name: 'Paid' },
    { id: 'rejected', type: 'endEvent', name: 'Rejected' },
  ],
  flows: [
    { id: 'f1', from: 'start', to: 'approve' },
    { id: 'f2', from: 'approve', to: 'decide' },
    { id: 'f3', from: 'decide', to: 'pay', condition: 'outcome = "approve"' },
    { id: 'f4', from: 'decide', to: 'rejected', isDefault: true },
    { id: 'f5', from: 'pay', to: 'paid' },
  ],
  layout: {},
  ...more,
});
