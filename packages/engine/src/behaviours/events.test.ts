import { MIDDAY, process, run, runFrom } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

describe('start and end events', () => {
  it('runs from start to end in one command', () => {
    const instance = run(process('p').start().end().build());

    expect(instance.status).toBe('completed');
    expect(instance.visited()).toEqual(['start', 'end']);
  });

  it('begins with whatever no flow leads to, if there is no start event', () => {
    expect(run(process('p').userTask('a').end().apart().userTask('b').build()).at()).toEqual(['a', 'b']);
  });

  it('refuses to start without a start that needs no trigger, and names those it has', () => {
    const drawn = process('p')
      .start('order', { name: 'Order', trigger: { type: 'message', name: 'order' } })
      .userTask('a')
      .build();

    expect(() => run(drawn)).toThrow('“Order”');
    expect(runFrom(drawn, 'order').at()).toEqual(['a']);
  });

  it('does not start elements without incoming flows by themselves', () => {
    const drawn = process('p').start().userTask('a').end().from('a').to('end').build();
    drawn.graph.elements.push({ id: 'island', type: 'userTask' });

    expect(run(drawn).at()).toEqual(['a']);
  });

  it('ends a path at an element without a way out', () => {
    const instance = run(process('p').start().userTask('a').build());

    instance.complete('a');

    expect(instance.status).toBe('completed');
  });

  it('goes on until the last token has ended', () => {
    const instance = run(process('p').start().and('fork').userTask('a').end('e1').from('fork').userTask('b').end('e2').build());

    instance.complete('a');
    expect(instance.status).toBe('active');
    instance.complete('b');
    expect(instance.status).toBe('completed');
  });

  it('writes who started it to `initiator`, whatever the variables say', () => {
    const drawn = process('p').start().userTask('mine', { assignee: '=initiator' }).build();

    const instance = run(drawn, { initiator: 'the boss' }, { userId: 'u7', name: 'Ann' });

    expect(instance.eventsOf('task.opened')[0]).toMatchObject({ assignee: 'u7' });
    expect(instance.variables).toMatchObject({ initiator: 'u7' });
  });
});

describe('terminate end event', () => {
  const drawn = () =>
    process('p')
      .start()
      .and('fork')
      .userTask('a')
      .terminate()
      .from('fork')
      .serviceTask('b')
      .end()
      .from('fork')
      .timer('c', { duration: 'P1D' })
      .end('e2')
      .build();

  it('ends everything that still runs beside it', () => {
    const instance = run(drawn());

    instance.complete('a');

    expect(instance.status).toBe('completed');
    expect(instance.eventsOf('element.cancelled').map((event) => event.elementId)).toEqual(['b', 'c']);
    expect(instance.types()).toContain('job.cancelled');
    expect(instance.types()).toContain('timer.cancelled');
  });

  it('ends tokens on their way in the same command', () => {
    const instance = run(process('p').start().and('fork').terminate().from('fork').step('s').userTask('late').build());

    expect(instance.status).toBe('completed');
    expect(instance.visited()).not.toContain('late');
  });

  it('ends only its own sub-process', () => {
    const drawn = process('p')
      .start()
      .and('fork')
      .sub('inside', (s) => s.start('s').and('f').terminate('stop').from('f').userTask('never'))
      .userTask('after')
      .from('fork')
      .userTask('beside')
      .build();

    expect(run(drawn).at()).toEqual(['beside', 'after']);
  });
});

describe('intermediate timer', () => {
  it('waits for a duration', () => {
    const instance = run(process('p').start().timer('wait', { duration: 'PT10M' }).userTask('t').build());

    instance.pass(599_999);
    expect(instance.at()).toEqual(['wait']);
    instance.pass(1);
    expect(instance.at()).toEqual(['t']);
  });

  it('waits for a date, and not at all for one that is past', () => {
    const drawn = (date: string) => process('p').start().timer('wait', { date }).userTask('t').build();

    expect(run(drawn('2026-03-03T12:00:00Z')).eventsOf('timer.scheduled')[0]?.dueAt).toBe(MIDDAY + 86_400_000);
    const late = run(drawn('2020-01-01T00:00:00Z'));
    late.pass(0);
    expect(late.at()).toEqual(['t']);
  });

  it('reads its time from variables', () => {
    const instance = run(process('p').start().timer('wait', { duration: '=patience' }).build(), { patience: 'PT1S' });

    expect(instance.eventsOf('timer.scheduled')[0]?.dueAt).toBe(MIDDAY + 1000);
  });

  it('calculates its time with FEEL', () => {
    const instance = run(process('p').start().timer('wait', { date: '=now() + duration("P1D")' }).build());

    expect(instance.eventsOf('timer.scheduled')[0]?.dueAt).toBe(MIDDAY + 86_400_000);
  });

  it('raises an incident when its time can not be read, and tries again when that is resolved', () => {
    const instance = run(process('p').start().timer('wait', { duration: '=patience' }).build(), { patience: 'soon' });

    expect(instance.incidentCodes()).toEqual(['timer-invalid']);
    instance.set({ patience: 'PT1S' });
    instance.resolve();
    expect(instance.types().at(-1)).toBe('element.waiting');
  });

  it('goes off once: a second time is refused', () => {
    const instance = run(process('p').start().timer('wait', { duration: 'PT1S' }).userTask('t').build());
    const { timerKey } = instance.eventsOf('timer.scheduled')[0]!;
    instance.pass(1000);

    expect(instance.send({ type: 'fireTimer', timerKey })).toBe('timer-not-found');
  });
});
