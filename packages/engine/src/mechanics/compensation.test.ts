import { process, run } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

const log = (id: string, text: string) => ({
  id,
  type: 'scriptTask' as const,
  script: `append(trail, "${text}")`,
  resultVariable: 'trail',
  isForCompensation: true,
});

describe('compensation', () => {
  it('undoes what is done in the scope, the last first', () => {
    const drawn = process('p').start().step('a').undoneBy('ua').step('b').undoneBy('ub').compensate('undo').userTask('after').end().build();
    const instance = run(drawn);

    expect(instance.at()).toEqual(['ub']);
    instance.work('ub');
    expect(instance.at()).toEqual(['ua']);
    instance.work('ua');
    expect(instance.at()).toEqual(['after']);
  });

  it('undoes one step, and that only once', () => {
    const drawn = process('p')
      .start()
      .step('a')
      .undoneBy('ua')
      .step('b')
      .undoneBy('ub')
      .compensate('undo', 'a')
      .compensate('again', 'a')
      .userTask('after')
      .end()
      .build();
    const instance = run(drawn);

    expect(instance.at()).toEqual(['ua']);
    instance.work('ua');
    expect(instance.at()).toEqual(['after']);
  });

  it('reads the variables as they were when the step was done, and writes where it is now', () => {
    const drawn = process('p')
      .start()
      .script('set', 'n', '1')
      .undoneBy('u', { id: 'u', type: 'scriptTask', script: 'n', resultVariable: 'seen', isForCompensation: true })
      .script('change', 'n', '2')
      .compensate('undo')
      .end()
      .build();

    expect(run(drawn).variables).toMatchObject({ seen: 1, n: 2 });
  });

  it('of a multi-instance runs once for each round, the last first', () => {
    const drawn = process('p')
      .start()
      .script('s', 'x', 'i', { loop: { kind: 'sequential', collection: '=[1,2,3]', elementVariable: 'i' } })
      .undoneBy('u', { id: 'u', type: 'scriptTask', script: 'append(trail, i)', resultVariable: 'trail', isForCompensation: true })
      .compensate('undo')
      .end()
      .build();
    const instance = run(drawn, { trail: [] });

    expect(instance.eventsOf('compensation.started').filter((event) => event.elementId === 'u')).toHaveLength(3);
    expect(instance.status).toBe('completed');
  });

  it('of a sub-process that is done undoes what was done inside it', () => {
    const drawn = process('p')
      .start()
      .sub('s', (b) => b.start('s0').step('a').undoneBy('ua').step('b').undoneBy('ub').end('s1'))
      .compensate('undo', 's')
      .userTask('after')
      .end()
      .build();
    const instance = run(drawn);

    instance.work('ub');
    instance.work('ua');
    expect(instance.at()).toEqual(['after']);
  });

  it('by an event sub-process runs that instead', () => {
    const drawn = process('p')
      .start()
      .sub('s', (b) =>
        b
          .start('s0')
          .step('a')
          .undoneBy('ua')
          .end('s1')
          .eventSub('own', (c) =>
            c
              .start('o0', { trigger: { type: 'compensation' } })
              .userTask('mine')
              .end('o1'),
          ),
      )
      .compensate('undo')
      .userTask('after')
      .end()
      .build();
    const instance = run(drawn);

    expect(instance.at()).toEqual(['mine']);
    instance.complete('mine');
    expect(instance.at()).toEqual(['after']);
  });

  it('that nobody waits for runs while the path goes on', () => {
    const drawn = process('p')
      .start()
      .step('a')
      .undoneBy('ua')
      .throw('undo', { type: 'compensation', waitForCompletion: false })
      .userTask('after')
      .end()
      .build();
    const instance = run(drawn);

    expect(instance.at().sort()).toEqual(['after', 'ua']);
    instance.complete('after');
    instance.work('ua');
    expect(instance.status).toBe('completed');
  });

  it('whose handler fails stops in an incident and goes on when that is resolved', () => {
    const drawn = process('p')
      .start()
      .step('a')
      .undoneBy('ua', { id: 'ua', type: 'scriptTask', script: '1 + "x"', isForCompensation: true })
      .compensate('undo')
      .end()
      .build();
    const instance = run(drawn);

    expect(instance.incidentCodes()).toEqual(['expression-failed']);
    instance.cancel();
    expect(instance.status).toBe('cancelled');
  });

  it('with nothing to undo goes on', () => {
    expect(run(process('p').start().compensate('undo').end().build()).status).toBe('completed');
  });

  it('of a sub-process is not caught on the border it has left', () => {
    const drawn = process('p')
      .start()
      .sub('s', (b) => b.start('s0').step('a').undoneBy('ua').end('s1'))
      .compensate('undo')
      .end()
      .from('s')
      .boundary('late', { type: 'error' })
      .end('e2')
      .build();
    const instance = run(drawn);

    instance.throwError('ua', 'E');

    expect(instance.incidentCodes()).toEqual(['error-uncaught']);
  });
});

describe('transaction', () => {
  const booking = () =>
    process('p')
      .start()
      .transaction(
        'trip',
        (b) =>
          b
            .start('t0')
            .step('hotel')
            .undoneBy('noHotel', log('noHotel', 'hotel'))
            .step('flight')
            .undoneBy('noFlight', log('noFlight', 'flight'))
            .userTask('pay')
            .xor('paid')
            .when('ok')
            .end('t1')
            .from('paid')
            .otherwise()
            .end('stop', { type: 'cancel' }),
        {},
      )
      .userTask('go')
      .end()
      .from('trip')
      .boundary('cancelled', { type: 'cancel' })
      .userTask('sorry')
      .end('e2')
      .build();

  it('that is cancelled undoes all it did, then goes on at its border', () => {
    const instance = run(booking(), { trail: [], ok: false });

    instance.complete('pay');

    expect(instance.at()).toEqual(['sorry']);
    expect(instance.eventsOf('compensation.started').map((event) => event.elementId)).toEqual(['noFlight', 'noHotel']);
  });

  it('that ends well undoes nothing', () => {
    const instance = run(booking(), { trail: [], ok: true });

    instance.complete('pay');

    expect(instance.at()).toEqual(['go']);
    expect(instance.eventsOf('compensation.started')).toEqual([]);
  });
});
