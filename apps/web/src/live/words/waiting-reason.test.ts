import type { ActiveElement, WaitingFor } from '@baton/contract';
import type { Element } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { inOneLine, waitingReason, whoIsAsked } from './waiting-reason.ts';

const now = new Date(2026, 10, 18, 14, 3, 20).getTime();
const iso = (day: number, hour = 14, minute = 2, second = 0) => new Date(2026, 10, day, hour, minute, second).toISOString();
const element = (waitingFor: WaitingFor | null, incident: ActiveElement['incident'] = null): ActiveElement => ({
  key: 'e2',
  elementId: 'approve',
  elementType: 'userTask',
  scope: 'e1',
  since: iso(17),
  waitingFor,
  incident,
});
const person = { kind: 'person', taskId: 't1', assignee: null, candidateUsers: [], candidateGroups: [], dueAt: null } as const satisfies WaitingFor;
const worker = { kind: 'worker', jobType: 'post', retries: 3, lastFailure: null, retryAt: null } as const satisfies WaitingFor;

describe('the reason why a step waits', () => {
  it('names the person, since when and when it is due', () => {
    const reason = waitingReason(element({ ...person, assignee: { name: 'Maria Lopez' }, dueAt: iso(19) }), now);

    expect(reason.status).toBe('waiting');
    expect(inOneLine(reason)).toBe('Waiting for Maria Lopez since yesterday, due tomorrow 14:02');
  });

  it('says that it is overdue', () => {
    expect(waitingReason(element({ ...person, candidateGroups: ['finance'], dueAt: iso(18, 9, 0) }), now).since).toBe('since yesterday, overdue since 09:00');
  });

  it('names the moment a timer waits for', () => {
    expect(waitingReason(element({ kind: 'timer', dueAt: iso(19, 14, 3, 20) }), now)).toMatchObject({
      status: 'waiting',
      headline: 'Waiting until tomorrow 14:03',
      detail: '1 d to go.',
    });
    expect(waitingReason(element({ kind: 'timer', dueAt: iso(18, 14, 3, 19) }), now).detail).toBe('Due now.');
  });

  it('says what a worker is asked for, and how the last try went', () => {
    expect(waitingReason(element(worker), now)).toMatchObject({ status: 'running', headline: 'Running', detail: 'Job “post” for a worker.' });
    expect(waitingReason(element({ ...worker, retries: 2, lastFailure: 'Mail server was busy', retryAt: iso(18, 14, 3, 40) }), now).detail).toBe(
      'Mail server was busy. 2 tries left, next in 20 s.',
    );
    expect(waitingReason(element({ ...worker, retries: 1, lastFailure: 'No!' }), now).detail).toBe('No! 1 try left, next at once.');
  });

  it('says from the drawing what an event waits for', () => {
    const at = (drawn: Element) => waitingReason(element(null), now, drawn);

    expect(at({ id: 'e', type: 'intermediateCatchEvent', trigger: { type: 'message', name: 'payment received' } })).toMatchObject({
      status: 'waiting',
      headline: 'Waiting for message “payment received”',
    });
    expect(at({ id: 'e', type: 'receiveTask', message: { name: '=kind' } }).headline).toBe('Waiting for a message');
    expect(at({ id: 'e', type: 'intermediateCatchEvent', trigger: { type: 'conditional', condition: '=stock > 10' } }).headline).toBe(
      'Waiting for the condition “stock > 10”',
    );
    expect(
      at({
        id: 'e',
        type: 'boundaryEvent',
        attachedTo: 'a',
        trigger: { type: 'multiple', triggers: [{ type: 'signal', name: 'stop' }, { type: 'message' }, { type: 'timer' }] },
      }).headline,
    ).toBe('Waiting for signal “stop”, a message or a time');
    expect(at({ id: 'e', type: 'eventBasedGateway' }).headline).toBe('Waiting for the first of the events after it');
  });

  it('puts trouble before all else', () => {
    const incident = { id: 'i', incidentKey: 'n1', code: 'job-failed', message: 'The ledger is closed.', at: iso(18, 13, 0) };

    expect(waitingReason(element(worker, incident), now)).toEqual({
      status: 'attention',
      headline: 'Needs attention',
      since: 'since 13:00',
      detail: 'The ledger is closed.',
    });
  });

  it('is just running when nothing is waited for, or only for steps inside', () => {
    expect(waitingReason(element(null), now).headline).toBe('Running');
    expect(waitingReason(element({ kind: 'children' }), now).headline).toBe('Running');
  });
});

it.each([
  [[], [], 'somebody to take it'],
  [['finance'], [], 'finance'],
  [['finance'], ['lee'], 'finance or lee'],
  [['finance', 'legal'], ['lee', 'kim'], 'finance, legal or 2 more'],
])('groups %j and people %j are asked as %s', (candidateGroups, candidateUsers, words) => {
  expect(whoIsAsked({ assignee: null, candidateGroups, candidateUsers })).toBe(words);
});
