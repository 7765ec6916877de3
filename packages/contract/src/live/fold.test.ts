import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMessage, type LiveState } from './apply-message.ts';
import { type LiveEvent, type LiveEventOf, type LiveEventType, liveEventSchema } from './event.ts';
import { foldAll, foldLive, initialView } from './fold.ts';
import { type InstanceView, instanceViewSchema } from './view.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute)).toISOString();
const anna = { userId: 'u1', name: 'Anna Berg' };

type Told = { [T in LiveEventType]: Omit<LiveEventOf<T>, 'seq' | 'at'> }[LiveEventType];
/** Numbers and times as the server would give them. */
const log = (...told: Told[]): LiveEvent[] => told.map((event, index) => liveEventSchema.parse({ ...event, seq: index + 1, at: at(index) }));
const viewOf = (...told: Told[]): InstanceView => foldAll(initialView('i1'), log(...told));

const started: Told = { type: 'instance.started', by: anna, variables: { amount: 1200 } };
const process: Told = { type: 'element.started', key: 'e1', elementId: 'invoice', elementType: 'process', scope: null };
const approve: Told = { type: 'element.started', key: 'e2', elementId: 'approve', elementType: 'userTask', scope: 'e1' };
const forAPerson: Told = {
  type: 'element.waiting',
  key: 'e2',
  elementId: 'approve',
  waitingFor: { kind: 'person', taskId: 't1', assignee: null, candidateUsers: [], candidateGroups: ['finance'], dueAt: null },
};

describe('the view of an instance', () => {
  it('knows who started it, when and with what', () => {
    const view = viewOf(started);

    expect(view).toMatchObject({ status: 'active', startedAt: at(0), startedBy: anna, variables: { e1: { amount: 1200 } } });
  });

  it('shows an element as long as it is there, and counts it afterwards', () => {
    const during = viewOf(started, process, approve);
    const after = viewOf(started, process, approve, { type: 'element.completed', key: 'e2', elementId: 'approve' });

    expect(during.active.e2).toMatchObject({ elementId: 'approve', since: at(2), waitingFor: null });
    expect(after.active).not.toHaveProperty('e2');
    expect(after.finished.approve).toEqual({ completed: 1, cancelled: 0, lastAt: at(3) });
  });

  it('tells completed from cancelled', () => {
    const view = viewOf(process, approve, { type: 'element.cancelled', key: 'e2', elementId: 'approve' });

    expect(view.finished.approve).toEqual({ completed: 0, cancelled: 1, lastAt: at(2) });
  });

  it('names the person a task was given to', () => {
    const view = viewOf(approve, forAPerson, { type: 'task.assigned', key: 'e2', elementId: 'approve', assignee: anna, how: 'claimed', by: anna });

    expect(view.active.e2?.waitingFor).toMatchObject({ kind: 'person', taskId: 't1', assignee: anna, candidateGroups: ['finance'] });
  });

  it('shows what an element listens for until it has come', () => {
    const told: Told = { type: 'listening.begun', key: 'e2', elementId: 'paid', subscriptionKey: 's1', event: 'message', name: 'paid', correlationKey: 'A1' };
    const during = viewOf(approve, told);
    const after = viewOf(approve, told, { type: 'listening.ended', elementId: 'paid', subscriptionKey: 's1', how: 'triggered' });

    expect(during.listening).toEqual({ s1: { key: 'e2', elementId: 'paid', event: 'message', name: 'paid', correlationKey: 'A1' } });
    expect(after.listening).toEqual({});
  });

  it('knows the round of an element in a loop, and that a called instance failed', () => {
    const view = viewOf(approve, { type: 'loop.roundBegun', key: 'e2', elementId: 'approve', iteration: 3 });

    expect(view.active.e2).toMatchObject({ iteration: 3 });
    expect(viewOf(approve, { type: 'instance.failed', code: 'REJECTED' })).toMatchObject({ status: 'failed', active: {}, endedAt: at(1) });
  });

  it('keeps the last failure of a job beside what it waits for', () => {
    const view = viewOf(
      { type: 'element.started', key: 'e3', elementId: 'post', elementType: 'serviceTask', scope: 'e1' },
      { type: 'element.waiting', key: 'e3', elementId: 'post', waitingFor: { kind: 'worker', jobType: 'post', retries: 3, lastFailure: null, retryAt: null } },
      { type: 'job.failed', key: 'e3', elementId: 'post', message: 'busy', retries: 2, retryAt: at(9) },
    );

    expect(view.active.e3?.waitingFor).toEqual({ kind: 'worker', jobType: 'post', retries: 2, lastFailure: 'busy', retryAt: at(9) });
  });

  it('carries an incident until it is resolved', () => {
    const raised: Told = { type: 'incident.raised', key: 'e2', elementId: 'approve', incidentId: 'x', incidentKey: 'n1', code: 'job-failed', message: 'No' };

    expect(viewOf(approve, raised).active.e2?.incident).toEqual({ id: 'x', incidentKey: 'n1', code: 'job-failed', message: 'No', at: at(1) });
    expect(viewOf(approve, raised, { type: 'incident.resolved', incidentKey: 'n1' }).active.e2?.incident).toBeNull();
  });

  it('counts flows, and keeps those that wait at a join until it fires', () => {
    const parked: Told[] = [
      { type: 'flow.taken', flowId: 'f1' },
      { type: 'flow.parked', flowId: 'f1', elementId: 'join' },
      { type: 'flow.taken', flowId: 'f1' },
      { type: 'flow.parked', flowId: 'f1', elementId: 'join' },
      { type: 'flow.parked', flowId: 'f2', elementId: 'join' },
    ];

    expect(viewOf(...parked)).toMatchObject({ flows: { f1: 2 }, parked: { join: ['f1', 'f1', 'f2'] } });
    expect(viewOf(...parked, { type: 'flows.joined', elementId: 'join' }).parked).toEqual({ join: ['f1'] });
    expect(viewOf(...parked, { type: 'flows.joined', elementId: 'join', flowIds: ['f1'] }).parked).toEqual({ join: ['f1', 'f2'] });
    expect(viewOf(...parked, { type: 'flows.dropped', elementId: 'join' }).parked).toEqual({});
  });

  it('forgets a timer that fired or was cancelled', () => {
    const scheduled: Told = { type: 'timer.scheduled', key: 'e2', elementId: 'late', timerKey: 't1', dueAt: at(30) };

    expect(viewOf(scheduled).timers).toEqual({ t1: { elementId: 'late', dueAt: at(30) } });
    expect(viewOf(scheduled, { type: 'timer.fired', elementId: 'late', timerKey: 't1' }).timers).toEqual({});
    expect(viewOf(scheduled, { type: 'timer.cancelled', elementId: 'late', timerKey: 't1' }).timers).toEqual({});
  });

  it('drops the variables of a step when it ends, never those of the process', () => {
    const view = viewOf(
      started,
      process,
      { type: 'variables.changed', scope: 'e2', values: { note: 'x' } },
      { type: 'variables.changed', scope: 'e1', values: { outcome: 'approve' } },
      { type: 'element.completed', key: 'e2', elementId: 'approve' },
      { type: 'element.completed', key: 'e1', elementId: 'invoice' },
    );

    expect(view.variables).toEqual({ e1: { amount: 1200, outcome: 'approve' } });
  });

  it('holds nothing alive after the end', () => {
    const view = viewOf(
      started,
      process,
      approve,
      { type: 'flow.parked', flowId: 'f1', elementId: 'join' },
      { type: 'instance.cancelled', by: anna, reason: 'Wrong' },
    );

    expect(view).toMatchObject({ status: 'cancelled', endedAt: at(4), active: {}, parked: {}, timers: {} });
  });

  it('takes ids that are names of every object', () => {
    const view = viewOf({ type: 'element.completed', key: 'e2', elementId: 'constructor' }, { type: 'flow.taken', flowId: 'toString' });

    expect(view).toMatchObject({ finished: { constructor: { completed: 1 } }, flows: { toString: 1 } });
  });

  it('shares with the view before what did not change', () => {
    const before = viewOf(started, process, approve);

    const after = foldLive(before, liveEventSchema.parse({ type: 'flow.taken', flowId: 'f1', seq: 4, at: at(4) }));

    expect(after.active).toBe(before.active);
    expect(after.variables).toBe(before.variables);
    expect(before.flows).toEqual({});
  });
});

const id = fc.constantFrom('a', 'b', 'c');
const key = fc.constantFrom('e1', 'e2', 'e3');
const where = { key, elementId: id };
const person = fc.record({ name: fc.constantFrom('Anna', 'Lee') });
const values = fc.dictionary(id, fc.integer(), { maxKeys: 3 });
const instant = fc.integer({ min: 0, max: 59 }).map(at);
const timerKey = fc.constantFrom('t1', 't2');
const incidentKey = fc.constantFrom('n1', 'n2');
const waitingFor = fc.oneof(
  fc.record({ kind: fc.constantFrom('children', 'event', 'activation') }),
  fc.record({ kind: fc.constant('call'), processKey: id }),
  fc.record({ kind: fc.constant('timer'), dueAt: instant }),
  fc.record({ kind: fc.constant('worker'), jobType: id, retries: fc.nat(3), lastFailure: fc.constant(null), retryAt: fc.constant(null) }),
  fc.record({
    kind: fc.constant('person'),
    taskId: id,
    assignee: fc.option(person),
    candidateUsers: fc.constant([]),
    candidateGroups: fc.array(id),
    dueAt: fc.option(instant),
  }),
);
const DETAILS: { readonly [T in LiveEventType]: Record<string, fc.Arbitrary<unknown>> } = {
  'instance.started': { by: person, variables: values },
  'instance.completed': {},
  'instance.cancelled': { by: person },
  'element.started': { ...where, elementType: id, scope: fc.option(key) },
  'element.waiting': { ...where, waitingFor },
  'element.completed': where,
  'element.cancelled': where,
  'flow.taken': { flowId: id },
  'flow.parked': { flowId: id, elementId: id },
  'flows.joined': { elementId: id },
  'flows.dropped': { elementId: id },
  'variables.changed': { scope: key, values },
  'task.assigned': { ...where, assignee: fc.option(person), how: fc.constant('claimed'), by: person },
  'task.completed': { ...where, by: person },
  'job.failed': { ...where, message: id, retries: fc.nat(3), retryAt: fc.option(instant) },
  'timer.scheduled': { ...where, timerKey, dueAt: instant },
  'timer.fired': { elementId: id, timerKey },
  'timer.cancelled': { elementId: id, timerKey },
  'instance.failed': { code: id },
  'listening.begun': { ...where, subscriptionKey: key, event: fc.constantFrom('message', 'signal', 'conditional'), name: id },
  'listening.ended': { elementId: id, subscriptionKey: key, how: fc.constantFrom('triggered', 'cancelled') },
  'message.sent': { ...where, name: id, correlationKey: id },
  'signal.sent': { ...where, name: id },
  'error.thrown': { ...where, code: id },
  'escalation.thrown': { ...where, code: id },
  'call.started': { ...where, callKey: id, processKey: id },
  'call.ended': { ...where, callKey: id, how: fc.constantFrom('completed', 'failed', 'cancelled') },
  'loop.begun': { ...where, total: fc.nat(3) },
  'loop.roundBegun': { ...where, iteration: fc.integer({ min: 1, max: 3 }) },
  'loop.roundEnded': { ...where, iteration: fc.integer({ min: 1, max: 3 }) },
  'compensation.begun': where,
  'compensation.started': where,
  'compensation.ended': where,
  'incident.raised': { ...where, incidentId: id, incidentKey, code: id, message: id },
  'incident.resolved': { incidentKey },
};
const anyEvent = fc.oneof(...Object.entries(DETAILS).map(([type, details]) => fc.record({ type: fc.constant(type), ...details })));
/** Any log whatever, plausible or not; numbers grow, not every one is public. */
const anyLog = fc
  .array(fc.tuple(anyEvent, fc.integer({ min: 1, max: 3 })), { maxLength: 60 })
  .map((entries) => entries.map(([event, step], index) => ({ event, seq: entries.slice(0, index).reduce((sum, [, before]) => sum + before, step) })))
  .map((entries) => entries.map(({ event, seq }) => liveEventSchema.parse({ ...event, seq, at: at(seq % 60) })));
const cuts = fc.array(fc.nat(60), { maxLength: 8 });

function messagesOf(events: readonly LiveEvent[], at: readonly number[]) {
  const edges = [...new Set([0, ...at.filter((cut) => cut < events.length), events.length])].sort((a, b) => a - b);
  const batches = edges.slice(1).map((edge, index) => events.slice(edges[index], edge));
  return batches.map((batch, index) => ({ previousSeq: batches[index - 1]?.at(-1)?.seq ?? 0, seq: batch.at(-1)?.seq ?? 0, events: batch }));
}
const start: LiveState = { seq: 0, view: initialView('i1') };

describe('any log', () => {
  it('gives a valid view, whatever the events', () => {
    fc.assert(fc.property(anyLog, (events) => instanceViewSchema.safeParse(foldAll(initialView('i1'), events)).success));
  });

  it('gives the same view in any batches', () => {
    fc.assert(
      fc.property(anyLog, cuts, (events, at) => {
        const state = messagesOf(events, at).reduce<LiveState>((before, message) => {
          const applied = applyMessage(before, message);
          return applied.outcome === 'applied' ? applied.state : before;
        }, start);
        expect(state.view).toEqual(foldAll(initialView('i1'), events));
      }),
    );
  });

  it('gives the same view from a snapshot anywhere, when messages overlap with it or come twice', () => {
    fc.assert(
      fc.property(anyLog, cuts, fc.nat(60), (events, at, snapshotAt) => {
        const told = events.slice(0, snapshotAt);
        const snapshot: LiveState = { seq: told.at(-1)?.seq ?? 0, view: foldAll(initialView('i1'), told) };
        const twice = messagesOf(events, at).flatMap((message) => [message, message]);

        const state = twice.reduce<LiveState>((before, message) => {
          const applied = applyMessage(before, message);
          expect(applied.outcome).not.toBe('gap');
          return applied.outcome === 'applied' ? applied.state : before;
        }, snapshot);

        expect(state.view).toEqual(foldAll(initialView('i1'), events));
      }),
    );
  });

  it('never hides a lost message: the next one is a gap', () => {
    fc.assert(
      fc.property(anyLog, cuts, fc.nat(8), (events, at, lost) => {
        const messages = messagesOf(events, at);
        fc.pre(lost < messages.length - 1);

        const before = messages.slice(0, lost).reduce<LiveState>((state, message) => {
          const applied = applyMessage(state, message);
          return applied.outcome === 'applied' ? applied.state : state;
        }, start);

        expect(applyMessage(before, messages[lost + 1] ?? expect.fail('no such message')).outcome).toBe('gap');
      }),
    );
  });

  it('covers every type of event there is', () => {
    const types = liveEventSchema.options.map((option) => option.shape.type.value).sort();

    expect(Object.keys(DETAILS).sort()).toEqual(types);
    for (const event of fc.sample(anyEvent, 400)) expect(liveEventSchema.safeParse({ ...event, seq: 1, at: at(1) }).success).toBe(true);
  });
});
