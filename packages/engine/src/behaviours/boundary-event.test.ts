import { process, run } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

const HOUR = 3_600_000;
const nagging = (cycle: string) =>
  process('p').start().userTask('work').end().from('work').boundary('nag', { cycle, interrupting: false }).step('remind').end('e2').build();
const reminders = (visited: readonly string[]) => visited.filter((id) => id === 'remind').length;

describe('interrupting boundary timer', () => {
  const drawn = () => process('p').start().userTask('work').end().from('work').boundary('late', { duration: 'PT1H' }).userTask('escalate').end('e2').build();

  it('cancels its host and goes on from there', () => {
    const instance = run(drawn());

    instance.pass(HOUR);

    expect(instance.at()).toEqual(['escalate']);
    expect(instance.eventsOf('task.cancelled')).toHaveLength(1);
  });

  it('stops listening when its host is done', () => {
    const instance = run(drawn());

    instance.complete('work');

    expect(instance.status).toBe('completed');
    expect(instance.types()).toContain('timer.cancelled');
  });

  it('cancels all that runs inside a sub-process', () => {
    const drawn = process('p')
      .start()
      .sub('review', (s) =>
        s
          .start('s')
          .and('f')
          .userTask('legal')
          .from('f')
          .serviceTask('check')
          .from('f')
          .sub('deep', (d) => d.start('ds').timer('wait', { duration: 'P9D' })),
      )
      .end()
      .from('review')
      .boundary('late', { duration: 'PT1H' })
      .userTask('escalate')
      .build();
    const instance = run(drawn);

    instance.pass(HOUR);

    expect(instance.at()).toEqual(['escalate']);
    expect(instance.eventsOf('element.cancelled').map((event) => event.elementId)).toEqual(['legal', 'check', 'wait', 'deep', 'review']);
  });

  it('cancels a host that stands at an incident, and closes that', () => {
    const instance = run(
      process('p').start().script('calc', 'x', '1 + nothing').end().from('calc').boundary('late', { duration: 'PT1H' }).userTask('fix').build(),
    );
    expect(instance.incidentCodes()).toEqual(['expression-failed']);

    instance.pass(HOUR);

    expect(instance.incidentCodes()).toEqual([]);
    expect(instance.at()).toEqual(['fix']);
  });
});

describe('non-interrupting boundary timer', () => {
  it('leaves its host and runs its path beside it', () => {
    const instance = run(
      process('p').start().userTask('work').end().from('work').boundary('nag', { duration: 'PT1H', interrupting: false }).userTask('ask').end('e2').build(),
    );

    instance.pass(HOUR);
    expect(instance.at()).toEqual(['work', 'ask']);
    instance.complete('work');
    expect(instance.status).toBe('active');
    instance.complete('ask');
    expect(instance.status).toBe('completed');
  });

  it('goes off once when it does not repeat', () => {
    const instance = run(process('p').start().userTask('work').from('work').boundary('nag', { duration: 'PT1H', interrupting: false }).step('remind').build());

    instance.pass(10 * HOUR);

    expect(reminders(instance.visited())).toBe(1);
  });

  it('repeats as often as its cycle says', () => {
    const instance = run(nagging('R3/PT1H'));

    for (let hour = 0; hour < 10; hour++) instance.pass(HOUR);

    expect(reminders(instance.visited())).toBe(3);
    expect(instance.at()).toEqual(['work']);
  });

  it('repeats without end until its host is done', () => {
    const instance = run(nagging('R/PT1H'));
    for (let hour = 0; hour < 7; hour++) instance.pass(HOUR);
    expect(reminders(instance.visited())).toBe(7);

    instance.complete('work');

    expect(instance.status).toBe('completed');
  });

  it('begins its cycle at the time it names', () => {
    const instance = run(nagging('R2/2026-03-02T15:00:00Z/PT1H'));

    instance.pass(3 * HOUR - 1);
    expect(reminders(instance.visited())).toBe(0);
    instance.pass(1);
    expect(reminders(instance.visited())).toBe(1);
  });

  it('catches up once after a time in which nothing ran, then keeps its beat', () => {
    const instance = run(nagging('R/PT1H'));
    const [first] = instance.eventsOf('timer.scheduled');
    instance.now += 5.5 * HOUR;

    instance.send({ type: 'fireTimer', timerKey: first!.timerKey });

    expect(reminders(instance.visited())).toBe(1);
    expect(instance.eventsOf('timer.scheduled').at(-1)?.dueAt).toBe(first!.dueAt + 5 * HOUR);
  });

  it('listens for none of its events when one can not be read', () => {
    const drawn = process('p')
      .start()
      .userTask('work')
      .from('work')
      .boundary('good', { duration: 'PT1H' })
      .end('e2')
      .from('work')
      .boundary('bad', { duration: '=patience' })
      .end('e3')
      .build();
    const instance = run(drawn, { patience: 5 });
    expect(instance.incidentCodes()).toEqual(['timer-invalid']);
    expect(instance.types()).not.toContain('timer.scheduled');

    instance.set({ patience: 'PT2H' });
    instance.resolve();

    expect(instance.eventsOf('timer.scheduled').map((event) => event.elementId)).toEqual(['good', 'bad']);
    expect(instance.at()).toEqual(['work']);
  });
});
