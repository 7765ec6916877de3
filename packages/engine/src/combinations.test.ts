import { process, run } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

const HOUR = 3_600_000;
const MIB = 1024 * 1024;

describe('a sub-process that is interrupted', () => {
  const interrupted = () =>
    process('p')
      .start()
      .and('fork')
      .sub('review', (s) => s.start('s').and('f').userTask('legal').and('j').userTask('sign').end('se').from('f').userTask('price').to('j'))
      .and('join')
      .end()
      .from('fork')
      .userTask('beside')
      .to('join')
      .from('review')
      .boundary('late', { duration: 'PT1H' })
      .step('apologise')
      .to('join')
      .build();

  it('forgets the flows that wait at its joins, and joins outside are untouched', () => {
    const instance = run(interrupted());
    instance.complete('legal');
    expect(instance.eventsOf('flow.parked')).toMatchObject([{ elementId: 'j' }]);

    instance.pass(HOUR);

    expect(instance.eventsOf('flows.dropped')).toMatchObject([{ elementId: 'j' }]);
    expect(instance.at()).toEqual(['beside']);
  });

  it('closes the incidents inside, those of starved joins too', () => {
    const instance = run(
      process('p')
        .start()
        .sub('work', (s) => s.start('s').xor('x').when('true').and('j').end('se').from('x').otherwise().step('other').to('j'))
        .end()
        .from('work')
        .boundary('late', { duration: 'PT1H' })
        .userTask('fix')
        .build(),
    );
    expect(instance.incidentCodes()).toEqual(['join-starved']);

    instance.pass(HOUR);

    expect(instance.incidentCodes()).toEqual([]);
    expect(instance.at()).toEqual(['fix']);
  });

  it('is not interrupted by a timer that is due in the instant after it ended', () => {
    const instance = run(
      process('p')
        .start()
        .sub('work', (s) => s.start('s').timer('wait', { duration: 'PT1H' }).end('se'))
        .end()
        .from('work')
        .boundary('late', { duration: 'PT1H' })
        .userTask('fix')
        .build(),
    );
    const timers = instance.eventsOf('timer.scheduled');
    instance.now += HOUR;

    expect(instance.send({ type: 'fireTimer', timerKey: timers.find((timer) => timer.elementId === 'wait')?.timerKey ?? '' })).toBe('ok');
    expect(instance.status).toBe('completed');
    expect(instance.send({ type: 'fireTimer', timerKey: timers.find((timer) => timer.elementId === 'late')?.timerKey ?? '' })).toBe('instance-not-active');
  });

  it('is interrupted once, though two timers are due', () => {
    const instance = run(
      process('p')
        .start()
        .userTask('work')
        .from('work')
        .boundary('one', { duration: 'PT1H' })
        .userTask('first')
        .from('work')
        .boundary('two', { duration: 'PT1H' })
        .userTask('second')
        .build(),
    );

    instance.pass(HOUR);

    expect(instance.at()).toEqual(['first']);
    expect(instance.eventsOf('timer.cancelled')).toMatchObject([{ elementId: 'two' }]);
  });
});

describe('terminate', () => {
  it('in a nested sub-process ends that one only, and what runs deeper in it', () => {
    const instance = run(
      process('p')
        .start()
        .sub('outer', (o) =>
          o
            .start('os')
            .and('of')
            .sub('inner', (i) =>
              i
                .start('is')
                .and('if')
                .userTask('stop')
                .terminate('t')
                .from('if')
                .sub('deep', (d) => d.start('ds').userTask('dug')),
            )
            .step('afterInner')
            .from('of')
            .userTask('stays'),
        )
        .end()
        .build(),
    );

    instance.complete('stop');

    expect(instance.at()).toEqual(['stays']);
    expect(instance.visited()).toContain('afterInner');
    expect(instance.eventsOf('task.cancelled').map((event) => event.elementId)).toEqual(['dug']);
  });

  it('drops what is on its way in the same instant', () => {
    const instance = run(process('p').start().and('f').terminate('t').from('f').userTask('never').build());

    expect(instance.status).toBe('completed');
    expect(instance.visited()).not.toContain('never');
  });

  it('drops what has just begun in a sub-process beside it', () => {
    const instance = run(
      process('p')
        .start()
        .and('f')
        .sub('inner', (s) => s.start('s').userTask('never'))
        .from('f')
        .terminate('t')
        .build(),
    );

    expect(instance.status).toBe('completed');
    expect(instance.visited()).not.toContain('never');
  });

  it('drops flows that wait at joins of its scope', () => {
    const instance = run(process('p').start().and('f').and('j').end().from('f').userTask('a').to('j').from('f').userTask('b').terminate('t').build());

    instance.complete('b');

    expect(instance.status).toBe('completed');
    expect(instance.incidentCodes()).toEqual([]);
  });
});

describe('joins', () => {
  it('keep a second token on the same flow for the next round', () => {
    const instance = run(
      process('p')
        .start()
        .and('f')
        .xor('m')
        .and('j')
        .userTask('joined')
        .from('f')
        .step('twin')
        .to('m')
        .from('f')
        .userTask('a')
        .xor('n')
        .to('j')
        .from('f')
        .userTask('b')
        .to('n')
        .build(),
    );

    instance.complete('a');
    expect(instance.at()).toEqual(['b', 'joined']);
    instance.complete('b');
    expect(instance.at()).toEqual(['joined', 'joined']);
    instance.complete('joined');
    instance.complete('joined');
    expect(instance.status).toBe('completed');
  });

  it('in a loop wait anew in every round', () => {
    const instance = run(
      process('p')
        .start()
        .xor('again')
        .and('f')
        .userTask('a')
        .and('j')
        .script('count', 'rounds', 'get or else(rounds, 0) + 1')
        .xor('enough')
        .when('rounds = 3')
        .end()
        .from('enough')
        .otherwise()
        .to('again')
        .from('f')
        .userTask('b')
        .to('j')
        .build(),
    );

    for (const round of [1, 2, 3]) {
      instance.complete('b');
      expect(instance.variables.rounds ?? 0).toBe(round - 1);
      instance.complete('a');
    }

    expect(instance.status).toBe('completed');
    expect(instance.variables.rounds).toBe(3);
  });

  it('that starve in two places are two incidents; resolving one can feed the other', () => {
    const instance = run(
      process('p')
        .start()
        .and('f')
        .xor('x')
        .when('true')
        .and('j1')
        .and('j2')
        .end()
        .from('f')
        .xor('y')
        .when('true')
        .to('j2')
        .from('x')
        .otherwise()
        .step('sx')
        .to('j1')
        .build(),
    );
    expect(instance.incidents().map(({ code, elementId }) => [code, elementId])).toEqual([
      ['join-starved', 'j1'],
      ['join-starved', 'j2'],
    ]);

    instance.resolve();

    expect(instance.incidentCodes()).toEqual([]);
    expect(instance.status).toBe('completed');
  });
});

it('a join that starves is one incident, however often its scope runs empty', () => {
  const starving = (join: string, split: string) => (drawing: ReturnType<typeof process>) =>
    drawing.from('f').xor(split).when('true').and(join).end(`${join}-end`).from(split).otherwise().step(`${split}-other`).to(join);
  const drawing = process('p').start().and('f');
  starving('j1', 'x1')(drawing);
  starving('j2', 'x2')(drawing);
  const instance = run(drawing.build());
  expect(instance.incidents().map(({ elementId }) => elementId)).toEqual(['j1', 'j2']);

  instance.resolve();
  expect(instance.incidents().map(({ elementId }) => elementId)).toEqual(['j2']);
  instance.resolve();
  expect(instance.status).toBe('completed');
});

describe('forks without a gateway', () => {
  const forking = (amount: number) =>
    run(
      process('p')
        .start()
        .userTask('decide')
        .when('amount > 10')
        .userTask('check')
        .end('e1')
        .from('decide')
        .when('amount > 100')
        .userTask('audit')
        .end('e2')
        .from('decide')
        .userTask('always')
        .end('e3')
        .from('decide')
        .otherwise()
        .userTask('small')
        .end('e4')
        .build(),
      { amount },
    );

  it('take every flow whose condition is true, those without one, and the default only if no condition is', () => {
    const [large, middle, small] = [500, 50, 5].map(forking);
    for (const instance of [large, middle, small]) instance?.complete('decide');

    expect(large?.at()).toEqual(['check', 'audit', 'always']);
    expect(middle?.at()).toEqual(['check', 'always']);
    expect(small?.at()).toEqual(['always', 'small']);
  });

  it('end when the last of their paths has ended', () => {
    const instance = forking(50);
    instance.complete('decide');

    instance.complete('check');
    expect(instance.status).toBe('active');
    instance.complete('always');
    expect(instance.status).toBe('completed');
  });

  it('are an incident when no condition is true, and go on when one has become so', () => {
    const instance = run(process('p').start().step('s').when('amount > 10').end().build(), { amount: 1 });
    expect(instance.incidentCodes()).toEqual(['no-flow-chosen']);

    expect(instance.resolve()).toBe('ok');
    expect(instance.incidentCodes()).toEqual(['no-flow-chosen']);
    instance.set({ amount: 11 });
    instance.resolve();
    expect(instance.status).toBe('completed');
  });
});

describe('timers', () => {
  it('take their duration from FEEL, and a date in the past is due at once', () => {
    const instance = run(process('p').start().timer('wait', { duration: '="PT" + string(hours) + "H"' }).timer('past', { date: '2020-01-01' }).end().build(), {
      hours: 2,
    });

    instance.pass(2 * HOUR - 1);
    expect(instance.at()).toEqual(['wait']);
    instance.pass(1);
    expect(instance.visited()).toContain('past');
    instance.pass(0);
    expect(instance.status).toBe('completed');
  });

  it('that can not be read are an incident, and are read again when it is resolved', () => {
    const instance = run(process('p').start().userTask('work').from('work').boundary('late', { duration: '=delay' }).end('e2').build(), { delay: 'soon' });
    expect(instance.incidentCodes()).toEqual(['timer-invalid']);
    expect(instance.eventsOf('task.opened')).toEqual([]);

    instance.set({ delay: 'PT1H' });
    instance.resolve();

    expect(instance.at()).toEqual(['work']);
    instance.pass(HOUR);
    expect(instance.status).toBe('completed');
  });

  it('of a cycle stop with the third of R3', () => {
    const instance = run(process('p').start().userTask('work').from('work').boundary('nag', { cycle: 'R3/PT1H', interrupting: false }).step('remind').build());

    for (let hour = 0; hour < 6; hour++) instance.pass(HOUR);

    expect(instance.eventsOf('timer.fired').map(({ at }) => (at - instance.now) / HOUR)).toEqual([-5, -4, -3]);
    expect(instance.eventsOf('timer.scheduled').map(({ repetitionsLeft }) => repetitionsLeft)).toEqual([2, 1, 0]);
  });

  it('of a cycle are caught up once after a downtime, in their beat', () => {
    const instance = run(process('p').start().userTask('work').from('work').boundary('nag', { cycle: 'R/PT1H', interrupting: false }).step('remind').build());
    const [first] = instance.eventsOf('timer.scheduled');
    instance.now += 3.5 * HOUR;

    instance.send({ type: 'fireTimer', timerKey: first?.timerKey ?? '' });

    expect(instance.eventsOf('timer.fired')).toHaveLength(1);
    expect(((instance.eventsOf('timer.scheduled')[1]?.dueAt ?? 0) - instance.now) / HOUR).toBe(0.5);
  });
});

describe('data', () => {
  it('a local variable shadows the outer one; an output mapping writes to the scope around', () => {
    const instance = run(
      process('p')
        .start()
        .script('calc', 'total', 'amount * 2', {
          inputs: [{ target: 'amount', value: '=amount + 1' }],
          outputs: [{ target: 'result', value: '=total + amount' }],
        })
        .end()
        .build(),
      { amount: 10 },
    );

    expect(instance.variables).toMatchObject({ amount: 10, result: 33 });
    expect(instance.variables).not.toHaveProperty('total');
  });

  it('an input mapping that fails is tried again after the variable was set; its task opens once', () => {
    const instance = run(
      process('p')
        .start()
        .userTask('work', { inputs: [{ target: 'net', value: '=gross / 2' }] })
        .end()
        .build(),
    );
    expect(instance.incidentCodes()).toEqual(['mapping-failed']);

    instance.set({ gross: 8 });
    instance.resolve();

    expect(instance.eventsOf('task.opened')).toHaveLength(1);
    expect(instance.eventsOf('variables.set').at(-1)).toMatchObject({ values: { net: 4 } });
  });

  it('an output mapping that fails does not do the work again', () => {
    const instance = run(
      process('p')
        .start()
        .serviceTask('pay', { outputs: [{ target: 'paid', value: '=receipt.sum' }] })
        .end()
        .build(),
    );
    instance.work('pay', { receipt: {} });
    expect(instance.incidentCodes()).toEqual(['mapping-failed']);

    instance.set({ receipt: { sum: 5 } }, instance.keyOf('pay'));
    instance.resolve();

    expect(instance.eventsOf('job.opened')).toHaveLength(1);
    expect(instance.variables.paid).toBe(5);
    expect(instance.status).toBe('completed');
  });

  it('of a wrong declared type are refused from outside with their path, and an incident from inside', () => {
    const typed = process('p').variable({ name: 'amount', type: 'number' }).start().userTask('ask').script('spoil', 'amount', '"much"').end().build();
    const instance = run(typed, { amount: 1 });

    expect(instance.complete('ask', { variables: { amount: 'much' } })).toBe('variable-invalid');
    expect(instance.rejection?.path).toBe('amount');
    expect(instance.set({ amount: [] })).toBe('variable-invalid');
    expect(instance.at()).toEqual(['ask']);
    instance.complete('ask', { variables: { amount: 2 } });
    expect(instance.incidentCodes()).toEqual(['variable-invalid']);
    expect(instance.variables.amount).toBe(2);
  });

  it('keep to 1 MiB a value, 8 MiB an instance, and no forbidden key however deep', () => {
    const instance = run(process('p').start().userTask('ask').end().build());
    const text = (bytes: number) => 'x'.repeat(bytes);

    expect(instance.set({ big: text(MIB) })).toBe('variable-invalid');
    for (let n = 0; n < 8; n++) expect(instance.set({ [`v${n}`]: text(MIB - 100) })).toBe('ok');
    expect(instance.set({ more: text(1000) })).toBe('variable-invalid');
    expect(instance.set({ v0: 'small' })).toBe('ok');
    expect(instance.set({ more: text(1000) })).toBe('ok');
    expect(instance.set({ a: { b: [JSON.parse('{"__proto__": 1}')] } })).toBe('variable-invalid');
    expect(instance.set({ a: { b: [{ constructor: 1 }] } })).toBe('variable-invalid');
    expect(instance.set(JSON.parse('{"__proto__": 1}'))).toBe('variable-invalid');
  });

  it('know who started it, whatever is claimed', () => {
    const instance = run(
      process('p').start().userTask('ask', { assignee: '=initiator' }).end().build(),
      { initiator: 'boss' },
      { userId: 'anna', name: 'Anna' },
    );

    expect(instance.eventsOf('task.opened')).toMatchObject([{ assignee: 'anna' }]);
  });

  it('give a due date by duration, date or FEEL', () => {
    const dueOf = (dueDate: string) => run(process('p').start().userTask('ask', { dueDate }).build(), { days: 2 }).eventsOf('task.opened')[0]?.dueAt;

    expect(dueOf('P2D')).toBe(Date.parse('2026-03-04T12:00:00Z'));
    expect(dueOf('2026-03-05')).toBe(Date.parse('2026-03-05T00:00:00Z'));
    expect(dueOf('="P" + string(days) + "D"')).toBe(Date.parse('2026-03-04T12:00:00Z'));
    expect(run(process('p').start().userTask('ask', { dueDate: 'soon' }).build()).incidentCodes()).toEqual(['assignment-invalid']);
  });
});

describe('cancel', () => {
  it.each([
    [
      'at an incident while entering',
      process('p')
        .start()
        .userTask('t', { inputs: [{ target: 'a', value: '=gone' }] })
        .build(),
    ],
    [
      'at an incident before its work',
      process('p').start().userTask('t', { assignee: '=gone' }).from('t').boundary('late', { duration: 'PT1H' }).end('e').build(),
    ],
    ['while it waits for a person', process('p').start().userTask('t').from('t').boundary('late', { duration: 'PT1H' }).end('e').build()],
    ['while it waits for a worker', process('p').start().serviceTask('t').build()],
    [
      'at an incident while completing',
      process('p')
        .start()
        .step('t', { outputs: [{ target: 'a', value: '=gone' }] })
        .build(),
    ],
    ['at an incident while leaving', process('p').start().xor('t').when('false').end().build()],
    ['while a join starves', process('p').start().xor('x').when('true').and('t').from('x').otherwise().step('o').to('t').build()],
  ])('leaves nothing open %s', (_, drawn) => {
    const instance = run(drawn);

    expect(instance.cancel()).toBe('ok');

    expect(instance.status).toBe('cancelled');
    expect([instance.at(), instance.incidents(), Object.keys(instance.state.timers), Object.keys(instance.state.parked)]).toEqual([[], [], [], []]);
    expect(instance.complete('t')).not.toBe('ok');
    expect(instance.work('t')).not.toBe('ok');
    expect(instance.resolve()).toBe('instance-not-active');
    expect(instance.cancel()).toBe('instance-not-active');
  });
});

it('text that no database can keep is an incident, not a bug', () => {
  const instance = run(process('p').start().script('s', 'a', '"a\\u0000"').end().build());

  const quoting = run(process('p').start().script('s', 'a', 'emoji > 1').end().build(), { emoji: `${'a'.repeat(59)}😀` });

  expect(instance.incidentCodes()).toEqual(['expression-failed']);
  expect(quoting.eventsOf('incident.raised')[0]?.message.isWellFormed()).toBe(true);
});

it('a job that may not be tried again is tried once more when somebody resolves its incident', () => {
  const instance = run(
    process('p')
      .start()
      .serviceTask('pay', { job: { type: 'pay', retries: 0 } })
      .end()
      .build(),
  );
  instance.fail('pay', 0);

  instance.resolve();

  expect(instance.effects.at(-1)).toMatchObject({ kind: 'job.retry', retries: 1 });
});
