import { type LiveEvent, liveEventSchema } from '@baton/contract';
import { graphSchema } from '@baton/model';

/** The invoice approval of the tests: enter, match, decide by amount, approve with a reminder, post. */
export const invoiceGraph = graphSchema.parse({
  format: 'baton.graph',
  formatVersion: 1,
  key: 'invoice',
  name: 'Invoice approval',
  elements: [
    { id: 'received', type: 'startEvent', name: 'Invoice received' },
    { id: 'enter', type: 'userTask', name: 'Enter invoice' },
    { id: 'match', type: 'serviceTask', name: 'Match order', job: { type: 'match' } },
    { id: 'amount', type: 'exclusiveGateway', name: 'Amount?' },
    {
      id: 'approve',
      type: 'userTask',
      name: 'Approve invoice',
      approval: { outcomes: [{ value: 'approve', label: 'Approve it' }] },
    },
    { id: 'late', type: 'boundaryEvent', name: 'After 1 day', attachedTo: 'approve', cancelActivity: false, trigger: { type: 'timer', duration: 'P1D' } },
    { id: 'post', type: 'serviceTask', name: 'Post to ledger', job: { type: 'post' } },
    { id: 'posted', type: 'endEvent', name: 'Invoice posted' },
    { id: 'reminded', type: 'endEvent' },
  ],
  flows: [
    { id: 'f1', from: 'received', to: 'enter' },
    { id: 'f2', from: 'enter', to: 'match' },
    { id: 'f3', from: 'match', to: 'amount' },
    { id: 'f4', from: 'amount', to: 'approve', name: 'Over 1,000 EUR', condition: 'amount > 1000' },
    { id: 'f5', from: 'amount', to: 'post', name: 'Up to 1,000 EUR', isDefault: true },
    { id: 'f6', from: 'approve', to: 'post' },
    { id: 'f7', from: 'post', to: 'posted' },
    { id: 'f8', from: 'late', to: 'reminded' },
  ],
  variables: [{ name: 'amount', type: 'money', label: 'Amount', isKeyFact: true, currency: 'EUR' }],
  layout: {},
});

export const okafor = { userId: 'u1', name: 'L. Okafor' };
export const meyer = { userId: 'u2', name: 'A. Meyer' };

/** Local time in November 2026, so that words about days don't depend on the machine's zone. */
export const on = (day: number, hour: number, minute = 0, second = 0) => new Date(2026, 10, day, hour, minute, second).getTime();

type Told = { readonly type: LiveEvent['type'] } & Record<string, unknown>;
/** One commit: all its events have one time. */
export const commit = (at: number, ...events: readonly Told[]) => events.map((event) => ({ ...event, at: new Date(at).toISOString() }));
export const logOf = (...commits: readonly object[][]): LiveEvent[] =>
  commits.flat().map((event, index) => liveEventSchema.parse({ ...event, seq: index + 1 }));

const start = (key: string, elementId: string, elementType: string, scope: string | null = 'e1'): Told => ({
  type: 'element.started',
  key,
  elementId,
  elementType,
  scope,
});
const complete = (key: string, elementId: string): Told => ({ type: 'element.completed', key, elementId });
const take = (flowId: string): Told => ({ type: 'flow.taken', flowId });
const forPerson = (key: string, elementId: string, assignee: object | null, dueAt: number | null = null): Told => ({
  type: 'element.waiting',
  key,
  elementId,
  waitingFor: {
    kind: 'person',
    taskId: `task-${key}`,
    assignee,
    candidateUsers: [],
    candidateGroups: [],
    dueAt: dueAt === null ? null : new Date(dueAt).toISOString(),
  },
});

/** Monday 09:12 started; entered 09:40; matched at once; A. Meyer has it since Monday 09:40, due Thursday. */
export const started = commit(
  on(16, 9, 12),
  { type: 'instance.started', by: okafor, variables: { amount: 4820 } },
  start('e1', 'invoice', 'process', null),
  start('e2', 'received', 'startEvent'),
  complete('e2', 'received'),
  take('f1'),
  start('e3', 'enter', 'userTask'),
  forPerson('e3', 'enter', okafor),
);
export const entered = commit(
  on(16, 9, 40),
  { type: 'task.completed', key: 'e3', elementId: 'enter', by: okafor },
  { type: 'variables.changed', scope: 'e1', values: { supplier: 'Northwind Paper' } },
  complete('e3', 'enter'),
  take('f2'),
  start('e4', 'match', 'serviceTask'),
  { type: 'element.waiting', key: 'e4', elementId: 'match', waitingFor: { kind: 'worker', jobType: 'match', retries: 3, lastFailure: null, retryAt: null } },
);
export const matched = commit(
  on(16, 9, 40, 1),
  { type: 'variables.changed', scope: 'e1', values: { order: 'PO-77310' } },
  complete('e4', 'match'),
  take('f3'),
  start('e5', 'amount', 'exclusiveGateway'),
  complete('e5', 'amount'),
  take('f4'),
  start('e6', 'approve', 'userTask'),
  { type: 'timer.scheduled', key: 'e6', elementId: 'late', timerKey: 't1', dueAt: new Date(on(17, 9, 40, 1)).toISOString() },
  forPerson('e6', 'approve', meyer, on(19, 14, 2)),
);
export const reminded = commit(
  on(17, 9, 40, 1),
  { type: 'timer.fired', elementId: 'late', timerKey: 't1' },
  start('e7', 'late', 'boundaryEvent'),
  complete('e7', 'late'),
  take('f8'),
  start('e8', 'reminded', 'endEvent'),
  complete('e8', 'reminded'),
);
export const approved = commit(
  on(18, 14, 0),
  { type: 'task.completed', key: 'e6', elementId: 'approve', by: meyer, outcome: 'approve', comment: 'Fine' },
  { type: 'variables.changed', scope: 'e1', values: { outcome: 'approve' } },
  complete('e6', 'approve'),
  take('f6'),
  start('e9', 'post', 'serviceTask'),
  { type: 'element.waiting', key: 'e9', elementId: 'post', waitingFor: { kind: 'worker', jobType: 'post', retries: 1, lastFailure: null, retryAt: null } },
);
export const stuck = commit(
  on(18, 14, 1),
  { type: 'job.failed', key: 'e9', elementId: 'post', message: 'The ledger is closed', retries: 0, retryAt: null },
  { type: 'incident.raised', key: 'e9', elementId: 'post', incidentId: 'inc1', incidentKey: 'n1', code: 'job-failed', message: 'The ledger is closed' },
);
export const posted = commit(
  on(18, 14, 5),
  { type: 'incident.resolved', incidentKey: 'n1', by: okafor },
  complete('e9', 'post'),
  take('f7'),
  start('e10', 'posted', 'endEvent'),
  complete('e10', 'posted'),
  complete('e1', 'invoice'),
  { type: 'instance.completed' },
);
