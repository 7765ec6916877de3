import { process, Runner, run, runFrom, SOMEBODY } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

describe('messages', () => {
  it('are waited for by name and key, and bring their variables', () => {
    const instance = run(process('p').start().message('m', 'paid', { correlationKey: '=order.id' }).end().build(), { order: { id: 'A1' } });

    expect(instance.listening('message')).toMatchObject([{ name: 'paid', correlationKey: 'A1' }]);
    expect(instance.correlate('paid', { amount: 3 }, { correlationKey: 'A1' })).toBe('ok');
    expect(instance.correlate('paid')).toBe('instance-not-active');
    expect(instance.variables).toMatchObject({ amount: 3 });
  });

  it('come once to each who waits', () => {
    const instance = run(process('p').start().message('m', 'paid').userTask('t').end().build());
    const [waiting] = instance.listening('message');

    instance.correlate('paid');

    expect(instance.send({ type: 'correlateMessage', subscriptionKey: waiting?.subscriptionKey ?? '', variables: {} })).toBe('subscription-not-found');
  });

  it('are sent with what their input mappings give', () => {
    const drawn = process('p')
      .start()
      .send('m', '=kind', { message: { correlationKey: '=id', messageId: 'once', timeToLive: 'PT1H' }, inputs: [{ target: 'total', value: '=amount * 2' }] })
      .end()
      .build();
    const instance = run(drawn, { kind: 'order', id: 7, amount: 4 });

    expect(instance.sent()).toMatchObject([{ name: 'order', correlationKey: '7', messageId: 'once', timeToLiveMs: 3_600_000, variables: { total: 8 } }]);
  });

  it('whose key is no text are an incident', () => {
    const instance = run(
      process('p')
        .start()
        .receive('r', 'paid', { message: { correlationKey: '=order' } })
        .end()
        .build(),
      { order: { id: 1 } },
    );

    expect(instance.incidentCodes()).toEqual(['event-invalid']);
    instance.set({ order: 5 });
    instance.resolve();
    expect(instance.listening('message')).toMatchObject([{ correlationKey: '5' }]);
  });

  it('on a border that does not interrupt are heard again and again', () => {
    const instance = run(
      process('p').start().userTask('t').end().from('t').boundary('more', { type: 'message', name: 'more', interrupting: false }).end('e2').build(),
    );

    instance.correlate('more', { n: 1 });
    instance.correlate('more', { n: 2 });

    expect(instance.at()).toEqual(['t']);
    expect(instance.variables).toMatchObject({ n: 2 });
    instance.complete('t');
    expect(instance.status).toBe('completed');
  });
});

describe('signals', () => {
  it('are heard at once by who waits here, and told to the world', () => {
    const drawn = process('p').start().and('fork').signal('hear', 'go').userTask('heard').end().from('fork').throwSignal('say', 'go').end('e2').build();
    const instance = run(drawn);

    expect(instance.at()).toEqual(['heard']);
    expect(instance.effects.filter((effect) => effect.kind === 'signal.broadcast')).toMatchObject([{ name: 'go' }]);
  });

  it('break off what they were thrown in', () => {
    const drawn = process('p')
      .start()
      .sub('s', (b) => b.start('s0').throwSignal('say', 'stop').userTask('never').end('s1'))
      .end()
      .from('s')
      .boundary('heard', { type: 'signal', name: 'stop' })
      .userTask('after')
      .end('e2')
      .build();

    expect(run(drawn).at()).toEqual(['after']);
  });

  it('reach from outside only those who began to wait after they were thrown', () => {
    const instance = run(process('p').start().signal('hear', 'go').end().build());

    expect(instance.send({ type: 'deliverSignal', name: 'go', variables: {}, sinceKey: 999 })).toBe('subscription-not-found');
    expect(instance.signal('go')).toBe('ok');
  });
});

describe('conditions', () => {
  it('go off when they become true', () => {
    const instance = run(process('p').start().conditional('c', 'amount > 10').end().build());

    expect(instance.at()).toEqual(['c']);
    instance.set({ amount: 5 });
    expect(instance.at()).toEqual(['c']);
    instance.set({ amount: 11 });
    expect(instance.status).toBe('completed');
  });

  it('that are true already go off at once', () => {
    expect(run(process('p').start().conditional('c', 'amount > 10').end().build(), { amount: 11 }).status).toBe('completed');
  });

  it('on a border that does not interrupt must become false before they go off again', () => {
    const instance = run(
      process('p')
        .start()
        .userTask('t')
        .end()
        .from('t')
        .boundary('b', { type: 'conditional', condition: 'n > 1', interrupting: false })
        .script('again', 'times', 'if times = null then 1 else times + 1')
        .end('e2')
        .build(),
    );

    instance.set({ n: 2 });
    instance.set({ n: 3 });
    expect(instance.variables).toMatchObject({ times: 1 });
    instance.set({ n: 0 });
    instance.set({ n: 2 });
    expect(instance.variables).toMatchObject({ times: 2 });
  });

  it('that fail are one incident; they are asked again when it is resolved', () => {
    const instance = run(process('p').start().conditional('c', 'amount + 1').end().build(), { amount: 1 });

    expect(instance.incidentCodes()).toEqual(['condition-not-boolean']);
    instance.set({ amount: 2 });
    expect(instance.incidentCodes()).toHaveLength(1);
    instance.cancel();
    expect(instance.status).toBe('cancelled');
  });
});

describe('errors', () => {
  const inner = (code: string) =>
    process('p')
      .start()
      .sub('outer', (b) =>
        b
          .start('o0')
          .sub('inner', (c) => c.start('i0').end('throw', { type: 'error', code: 'E1', message: 'no' }))
          .end('o1')
          .from('inner')
          .boundary('near', { type: 'error', code, codeVariable: 'code', messageVariable: 'why' })
          .userTask('nearby')
          .end('o2'),
      )
      .end()
      .from('outer')
      .boundary('far', { type: 'error' })
      .userTask('away')
      .end('e2')
      .build();

  it('are caught by the nearest that knows their code, with code and message', () => {
    const instance = run(inner('E1'));

    expect(instance.at()).toEqual(['nearby']);
    expect(instance.variables).toMatchObject({ code: 'E1', why: 'no' });
  });

  it('go on outwards to one that catches all', () => {
    expect(run(inner('E2')).at()).toEqual(['away']);
  });

  it('are caught by an event sub-process of the scope before its border', () => {
    const drawn = process('p')
      .start()
      .sub('s', (b) =>
        b
          .start('s0')
          .end('throw', { type: 'error', code: 'E' })
          .eventSub('rescue', (c) =>
            c
              .start('r0', { trigger: { type: 'error', code: 'E' } })
              .userTask('mend')
              .end('r1'),
          ),
      )
      .userTask('after')
      .end()
      .from('s')
      .boundary('b', { type: 'error', code: 'E' })
      .end('e2')
      .build();
    const instance = run(drawn);

    expect(instance.at()).toEqual(['mend']);
    instance.complete('mend');
    expect(instance.at()).toEqual(['after']);
  });

  it('that nobody catches are an incident where they were thrown', () => {
    const instance = run(process('p').start().end('throw', { type: 'error', code: 'E' }).build());

    expect(instance.incidentCodes()).toEqual(['error-uncaught']);
    instance.resolve();
    expect(instance.incidentCodes()).toEqual(['error-uncaught']);
  });

  it('thrown by a worker break off its step; nobody catching them, the job is tried again when the incident is resolved', () => {
    const caught = run(
      process('p').start().serviceTask('job').end().from('job').boundary('b', { type: 'error', code: 'E' }).userTask('mend').end('e2').build(),
    );
    caught.throwError('job', 'E', { variables: { reason: 'x' } });
    expect(caught.at()).toEqual(['mend']);
    expect(caught.variables).toMatchObject({ reason: 'x' });

    const uncaught = run(process('p').start().serviceTask('job').end().build());
    uncaught.throwError('job', 'E');
    expect(uncaught.incidentCodes()).toEqual(['error-uncaught']);
    uncaught.resolve();
    expect(uncaught.work('job')).toBe('ok');
    expect(uncaught.status).toBe('completed');
  });

  it('end a called instance, for its caller to catch', () => {
    const drawn = process('p').start().and('fork').userTask('other').end('e0').from('fork').end('throw', { type: 'error', code: 'E' }).build();
    const instance = new Runner(drawn).begun({ type: 'start', variables: {}, by: SOMEBODY, isCalled: true });

    expect(instance.status).toBe('failed');
    expect(instance.effects.at(-1)).toMatchObject({ kind: 'instance.end', outcome: 'failed', code: 'E' });
  });
});

describe('escalations', () => {
  it('let the work go on where the catcher does not interrupt', () => {
    const drawn = process('p')
      .start()
      .sub('s', (b) => b.start('s0').escalate('say', 'more').userTask('work').end('s1'))
      .end()
      .from('s')
      .boundary('b', { type: 'escalation', code: 'more', interrupting: false })
      .userTask('help')
      .end('e2')
      .build();

    expect(run(drawn).at().sort()).toEqual(['help', 'work']);
  });

  it('break off where it does', () => {
    const drawn = process('p')
      .start()
      .sub('s', (b) => b.start('s0').escalate('say', 'more').userTask('work').end('s1'))
      .end()
      .from('s')
      .boundary('b', { type: 'escalation' })
      .userTask('help')
      .end('e2')
      .build();

    expect(run(drawn).at()).toEqual(['help']);
  });

  it('that nobody catches are no trouble', () => {
    expect(run(process('p').start().escalate('say', 'more').end().build()).status).toBe('completed');
  });
});

describe('links', () => {
  it('go on at the link of the same name', () => {
    const drawn = process('p').start().linkTo('out', 'over').linkFrom('in', 'over').userTask('t').end().build();

    expect(run(drawn).at()).toEqual(['t']);
  });
});

describe('several triggers', () => {
  it('the first of them goes on', () => {
    const instance = run(
      process('p')
        .start()
        .catch('c', {
          type: 'multiple',
          triggers: [
            { type: 'message', name: 'm' },
            { type: 'timer', duration: 'PT1H' },
          ],
        })
        .end()
        .build(),
    );

    instance.correlate('m');

    expect(instance.status).toBe('completed');
  });

  it('all of them must come, in any order', () => {
    const instance = run(
      process('p')
        .start()
        .catch('c', {
          type: 'parallelMultiple',
          triggers: [
            { type: 'message', name: 'm' },
            { type: 'timer', duration: 'PT1H' },
            { type: 'signal', name: 's' },
          ],
        })
        .end()
        .build(),
    );

    instance.signal('s', { a: 1 });
    instance.pass(3_600_000);
    expect(instance.at()).toEqual(['c']);
    instance.correlate('m', { b: 2 });

    expect(instance.status).toBe('completed');
    expect(instance.variables).toMatchObject({ a: 1, b: 2 });
  });

  it('on a border that does not interrupt all must come again each time', () => {
    const instance = run(
      process('p')
        .start()
        .userTask('t')
        .end()
        .from('t')
        .boundary('b', {
          type: 'parallelMultiple',
          triggers: [
            { type: 'message', name: 'm' },
            { type: 'signal', name: 's' },
          ],
          interrupting: false,
        })
        .userTask('x')
        .end('e2')
        .build(),
    );

    instance.correlate('m');
    instance.signal('s');
    expect(instance.at()).toEqual(['t', 'x']);
    instance.correlate('m');
    expect(instance.at()).toEqual(['t', 'x']);
    instance.signal('s');
    expect(instance.at()).toEqual(['t', 'x', 'x']);
  });

  it('thrown are all thrown', () => {
    const instance = run(
      process('p')
        .start()
        .throw('say', {
          type: 'multiple',
          triggers: [
            { type: 'message', name: 'm' },
            { type: 'signal', name: 's' },
          ],
        })
        .end()
        .build(),
    );

    expect(instance.effects.map((effect) => effect.kind)).toEqual(['message.publish', 'signal.broadcast', 'instance.end']);
  });

  it('that start a process all must come', () => {
    const drawn = process('p')
      .start('s', {
        trigger: {
          type: 'parallelMultiple',
          triggers: [
            { type: 'message', name: 'm' },
            { type: 'signal', name: 'g' },
          ],
        },
      })
      .userTask('t')
      .end()
      .build();
    const instance = runFrom(drawn, 's');

    expect(instance.at()).toEqual(['s']);
    instance.signal('g');
    expect(instance.at()).toEqual(['t']);
  });
});

describe('event sub-processes', () => {
  const drawn = (isInterrupting: boolean) =>
    process('p')
      .start()
      .userTask('work')
      .end()
      .eventSub('stop', (b) =>
        b
          .start('s0', { isInterrupting, trigger: { type: 'message', name: 'stop' } })
          .userTask('clean')
          .end('s1'),
      )
      .build();

  it('break off all that runs in their scope, and end it when they end', () => {
    const instance = run(drawn(true));

    instance.correlate('stop', { why: 'x' });
    expect(instance.at()).toEqual(['clean']);
    expect(instance.listening('message')).toEqual([]);
    instance.complete('clean');
    expect(instance.status).toBe('completed');
    expect(instance.variables).toMatchObject({ why: 'x' });
  });

  it('that do not interrupt run beside it, as often as they are called', () => {
    const instance = run(drawn(false));

    instance.correlate('stop');
    instance.correlate('stop');
    expect(instance.at()).toEqual(['work', 'clean', 'clean']);
    instance.complete('work');
    instance.complete('clean');
    instance.complete('clean');
    expect(instance.status).toBe('completed');
  });

  it('with a condition that is true from the start go off before the first step', () => {
    const early = process('p')
      .start()
      .script('never', 'x', '1')
      .end()
      .eventSub('stop', (b) =>
        b
          .start('s0', { trigger: { type: 'conditional', condition: 'go' } })
          .userTask('clean')
          .end('s1'),
      )
      .build();

    expect(run(early, { go: true }).visited()).not.toContain('never');
  });
});

describe('timers', () => {
  it('that come again and again in a catch event give a token each time', () => {
    const instance = run(process('p').start().timer('t', { cycle: 'R3/PT1S' }).script('n', 'n', 'if n = null then 1 else n + 1').end().build());

    instance.pass(10_000);

    expect(instance.variables).toMatchObject({ n: 3 });
    expect(instance.status).toBe('completed');
  });

  it('count in their time zone, and make up for what they missed if they shall', () => {
    const drawn = (timer: object) =>
      process('p')
        .start()
        .userTask('t')
        .end()
        .from('t')
        .boundary('b', { cycle: '0 9 * * *', timeZone: 'Europe/Berlin', interrupting: false, ...timer })
        .script('n', 'n', 'if n = null then 1 else n + 1')
        .end('e2')
        .build();
    const one = run(drawn({}));
    const all = run(drawn({ catchUp: 'all' }));

    expect(Object.values(one.state.timers)[0]?.dueAt).toBe(Date.parse('2026-03-03T08:00:00Z'));
    for (const instance of [one, all]) {
      instance.now += 3 * 86_400_000;
      instance.pass(0);
    }
    expect(one.variables).toMatchObject({ n: 1 });
    expect(all.variables).toMatchObject({ n: 3 });
  });

  it.each([{ timeZone: 'Mars/Olympus' }, { cycle: '99 * * * *' }])('%j is an incident', (timer) => {
    const instance = run(
      process('p')
        .start()
        .userTask('t')
        .end()
        .from('t')
        .boundary('b', { cycle: 'R/P1D', interrupting: false, ...timer })
        .end('e2')
        .build(),
    );

    expect(instance.incidentCodes()).toEqual(['timer-invalid']);
  });
});
