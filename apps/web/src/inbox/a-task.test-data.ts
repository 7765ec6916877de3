import type { Task } from '@baton/contract';

/** A task for tests, with what matters there. */
export const aTask = (id: string, over: Partial<Task> = {}): Task => ({
  id,
  instanceId: 'i1',
  processKey: 'invoice-approval',
  processName: 'Invoice approval',
  version: 1,
  elementId: 'approve',
  name: 'Approve invoice',
  businessKey: null,
  status: 'open',
  assignee: null,
  candidateUsers: [],
  candidateGroups: ['Finance'],
  priority: 50,
  createdAt: '2026-11-16T08:00:00.000Z',
  dueAt: null,
  requester: { name: 'A. Meyer' },
  keyFacts: [],
  outcomes: [],
  completedAt: null,
  completedBy: null,
  outcome: null,
  comment: null,
  ...over,
});
