import { MIDDAY, process, run } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

const ANN = { userId: 'ann', name: 'Ann' };
const BOB = { userId: 'bob', name: 'Bob' };
const approval = () => process('p').start().userTask('approve', { approval: {} }).end().build();

describe('user task', () => {
  it('opens a task and waits until it is completed', () => {
    const instance = run(process('p').start().userTask('approve').end().build());

    expect(instance.at()).toEqual(['approve']);
    expect(instance.complete('approve', { variables: { ok: true } })).toBe('ok');
    expect(instance.status).toBe('completed');
    expect(instance.variables).toMatchObject({ ok: true });
  });

  it('evaluates who is asked and until when', () => {
    const drawn = process('p')
      .start()
      .userTask('t', {
        assignee: '=boss',
        candidateUsers: ['carl', '=others'],
        candidateGroups: '="finance"',
        priority: '=40 + 2',
        dueDate: 'P1D',
        followUpDate: '2026-03-02T13:00:00Z',
      })
      .build();

    const instance = run(drawn, { boss: 'ann', others: ['dora', 'carl'] });

    expect(instance.eventsOf('task.opened')[0]).toMatchObject({
      assignee: 'ann',
      candidateUsers: ['carl', 'dora'],
      candidateGroups: ['finance'],
      priority: 42,
      dueAt: MIDDAY + 86_400_000,
      followUpAt: MIDDAY + 3_600_000,
    });
    expect(instance.effects[0]).toMatchObject({ kind: 'task.open', elementId: 't', priority: 42, assignee: 'ann' });
  });

  it('asks nobody in particular when the expression gives null', () => {
    expect(run(process('p').start().userTask('t', { assignee: '=boss' }).build(), { boss: null }).eventsOf('task.opened')[0]).not.toHaveProperty('assignee');
  });

  it('raises an incident when the assignment can not be evaluated, and opens the task when that is resolved', () => {
    const instance = run(process('p').start().userTask('t', { assignee: '=boss' }).build());
    expect(instance.incidentCodes()).toEqual(['assignment-invalid']);

    instance.set({ boss: 'ann' });
    instance.resolve();

    expect(instance.eventsOf('task.opened')).toMatchObject([{ assignee: 'ann' }]);
  });

  it('refuses a priority or due date that is none', () => {
    expect(run(process('p').start().userTask('t', { priority: '=500' }).build()).incidentCodes()).toEqual(['assignment-invalid']);
    expect(run(process('p').start().userTask('t', { dueDate: 'tomorrow' }).build()).incidentCodes()).toEqual(['assignment-invalid']);
  });

  it('is claimed by one person: the next is told who has it', () => {
    const instance = run(approval());

    expect(instance.claim('approve', ANN)).toBe('ok');
    expect(instance.claim('approve', ANN)).toBe('ok');
    expect(instance.claim('approve', BOB)).toBe('task-already-claimed');
    expect(instance.rejection?.expected).toBe('ann');
    instance.unclaim('approve', ANN);
    expect(instance.claim('approve', BOB)).toBe('ok');
    expect(instance.eventsOf('task.assigned').map((event) => [event.how, event.assignee])).toEqual([
      ['claimed', 'ann'],
      ['unclaimed', null],
      ['claimed', 'bob'],
    ]);
  });

  it('is given to somebody, and taken away', () => {
    const instance = run(approval());

    instance.assign('approve', 'bob', ANN);
    expect(instance.claim('approve', ANN)).toBe('task-already-claimed');
    instance.assign('approve', null, ANN);
    expect(instance.claim('approve', ANN)).toBe('ok');
  });

  it('is completed once: the second one learns that it came late, even when the instance has ended', () => {
    const instance = run(approval());
    const taskKey = instance.keyOf('approve');
    instance.complete('approve', { outcome: 'approve' });
    expect(instance.status).toBe('completed');

    expect(instance.send({ type: 'completeTask', taskKey, variables: {}, outcome: 'reject', by: BOB })).toBe('task-already-completed');
    expect(instance.send({ type: 'claimTask', taskKey, by: BOB })).toBe('task-already-completed');
  });

  it('tells a task that never was from one that is done', () => {
    expect(run(approval()).send({ type: 'completeTask', taskKey: 'e77', variables: {}, by: ANN })).toBe('task-not-found');
    expect(run(approval()).send({ type: 'completeTask', taskKey: '__proto__', variables: {}, by: ANN })).toBe('task-not-found');
  });
});

describe('approval', () => {
  it('writes the outcome to its variable', () => {
    const instance = run(approval());

    instance.complete('approve', { outcome: 'approve' });

    expect(instance.variables).toMatchObject({ outcome: 'approve' });
    expect(instance.effects).toContainEqual(expect.objectContaining({ kind: 'task.close', outcome: 'approve', status: 'completed' }));
  });

  it('knows its own outcomes and variable', () => {
    const drawn = process('p')
      .start()
      .userTask('t', { approval: { outcomes: [{ value: 'later', label: 'Later' }], resultVariable: 'verdict' } })
      .build();
    const instance = run(drawn);

    expect(instance.complete('t', { outcome: 'approve' })).toBe('outcome-not-allowed');
    expect(instance.rejection?.expected).toEqual(['later']);
    expect(instance.complete('t', { outcome: 'later' })).toBe('ok');
    expect(instance.variables).toMatchObject({ verdict: 'later' });
  });

  it('needs an outcome', () => {
    const instance = run(approval());

    expect(instance.complete('approve')).toBe('outcome-required');
    expect(instance.rejection?.expected).toEqual(['approve', 'reject']);
  });

  it('needs a comment where the outcome says so', () => {
    const instance = run(approval());

    expect(instance.complete('approve', { outcome: 'reject', comment: ' ' })).toBe('comment-required');
    expect(instance.complete('approve', { outcome: 'reject', comment: 'Too much' })).toBe('ok');
  });

  it('takes no outcome where no decision is asked for', () => {
    expect(run(process('p').start().userTask('t').build()).complete('t', { outcome: 'approve' })).toBe('outcome-not-allowed');
  });
});

describe('service task', () => {
  const drawn = () =>
    process('p')
      .start()
      .serviceTask('mail', { job: { type: '="mail"', retries: 2, headers: { to: '=who', priority: '=1' } } })
      .userTask('after')
      .build();

  it('opens a job with its headers and waits for the result', () => {
    const instance = run(drawn(), { who: 'ann' });

    expect(instance.eventsOf('job.opened')[0]).toMatchObject({ jobType: 'mail', retries: 2, headers: { to: 'ann', priority: '1' } });
    expect(instance.work('mail', { sent: true })).toBe('ok');
    expect(instance.variables).toMatchObject({ sent: true });
    expect(instance.at()).toEqual(['after']);
  });

  it('stays open as long as tries are left', () => {
    const instance = run(drawn(), { who: 'ann' });

    expect(instance.fail('mail', 1)).toBe('ok');
    expect(instance.incidentCodes()).toEqual([]);
    expect(instance.effects.at(-1)).toMatchObject({ kind: 'job.retry', retries: 1 });
    expect(instance.work('mail')).toBe('ok');
  });

  it('raises an incident at the last failure; resolving it tries again', () => {
    const instance = run(drawn(), { who: 'ann' });

    instance.fail('mail', 0, 'No connection');
    expect(instance.incidentCodes()).toEqual(['job-failed']);
    expect(instance.eventsOf('incident.raised')[0]?.message).toContain('No connection');
    instance.resolve();
    expect(instance.effects.at(-1)).toMatchObject({ kind: 'job.retry', retries: 2 });
    instance.work('mail');
    expect(instance.at()).toEqual(['after']);
  });

  it('takes a late success, which closes the incident', () => {
    const instance = run(drawn(), { who: 'ann' });
    instance.fail('mail', 0);

    expect(instance.work('mail')).toBe('ok');

    expect(instance.incidentCodes()).toEqual([]);
    expect(instance.at()).toEqual(['after']);
  });

  it('refuses a second completion', () => {
    const instance = run(drawn(), { who: 'ann' });
    const jobKey = instance.keyOf('mail');
    instance.work('mail');

    expect(instance.send({ type: 'completeJob', jobKey, variables: {} })).toBe('job-not-found');
    expect(instance.send({ type: 'failJob', jobKey, message: '', retries: 0 })).toBe('job-not-found');
  });

  it('raises an incident when its settings can not be evaluated', () => {
    const instance = run(drawn());
    expect(instance.incidentCodes()).toEqual(['expression-failed']);

    instance.set({ who: 'bob' });
    instance.resolve();

    expect(instance.eventsOf('job.opened')).toHaveLength(1);
  });
});

describe('script task', () => {
  it('calculates and goes on at once', () => {
    expect(run(process('p').start().script('calc', 'total', 'sum(items) * 2').end().build(), { items: [1, 2] }).variables).toMatchObject({ total: 6 });
  });

  it('writes what FEEL gives as plain JSON', () => {
    expect(run(process('p').start().script('calc', 'due', '{at: date("2026-03-31"), list: [null]}').build()).variables).toMatchObject({
      due: { at: '2026-03-31', list: [null] },
    });
  });

  it('raises an incident when it fails, and runs again when that is resolved', () => {
    const instance = run(process('p').start().script('calc', 'x', 'y + 1').end().build());
    expect(instance.incidentCodes()).toEqual(['expression-failed']);

    instance.set({ y: 1 });
    instance.resolve();

    expect(instance.variables).toMatchObject({ x: 2 });
    expect(instance.status).toBe('completed');
  });

  it('raises an incident when the result does not fit the declared variable', () => {
    const instance = run(process('p').variable({ name: 'total', type: 'number' }).start().script('calc', 'total', '"a lot"').build());

    expect(instance.incidentCodes()).toEqual(['variable-invalid']);
  });
});
