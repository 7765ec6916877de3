import { process, run, SOMEBODY } from '@baton/testkit';
import { describe, expect, it } from 'vitest';
import { emptyInstance, evolve, liveElements, step } from './index.ts';

describe('implicit fork', () => {
  it('takes all flows out of an activity without conditions', () => {
    expect(run(process('p').start().step('a').userTask('b').from('a').userTask('c').build()).at()).toEqual(['b', 'c']);
  });

  it('takes conditional flows out of an activity when theirs is true, and the default when none is', () => {
    const drawn = process('p').start().step('a').userTask('always').from('a').when('n > 1').userTask('one').from('a').when('n > 2').userTask('two').from('a').otherwise().userTask('else').build(); // biome-ignore format: one line

    expect(run(drawn, { n: 3 }).at()).toEqual(['always', 'one', 'two']);
    expect(run(drawn, { n: 0 }).at()).toEqual(['always', 'else']);
  });

  it('raises an incident when no flow is chosen', () => {
    const instance = run(process('p').start().step('a').when('n > 1').userTask('one').build(), { n: 0 });

    expect(instance.incidentCodes()).toEqual(['no-flow-chosen']);
    instance.set({ n: 2 });
    instance.resolve();
    expect(instance.at()).toEqual(['one']);
    expect(instance.visited().filter((id) => id === 'a')).toHaveLength(1);
  });
});

describe('loops', () => {
  it('run as long as they wait', () => {
    const drawn = process('p').start().xor('again').userTask('t').xor('done').when('done').end().from('done').otherwise().to('again').build();
    const instance = run(drawn);

    for (let round = 0; round < 5; round++) instance.complete('t', { variables: { done: false } });
    expect(instance.at()).toEqual(['t']);
    instance.complete('t', { variables: { done: true } });
    expect(instance.status).toBe('completed');
  });

  it('without a wait stop as an incident, not as a hang, and go on when it is resolved', () => {
    const drawn = process('p')
      .start()
      .xor('again')
      .script('count', 'n', 'n + 1')
      .xor('done')
      .when('n >= 6000')
      .end()
      .from('done')
      .otherwise()
      .to('again')
      .build();
    const instance = run(drawn, { n: 0 });
    expect(instance.incidentCodes()).toEqual(['loop-limit']);

    instance.resolve();

    expect(instance.status).toBe('completed');
    expect(instance.variables).toMatchObject({ n: 6000 });
  });

  it('that multiply stop too', () => {
    const drawn = process('p').start().xor('again').step('a').to('again').from('a').to('again').build();

    const result = step(drawn, emptyInstance(), { type: 'start', variables: {}, by: SOMEBODY }, 0);

    expect(result.ok && liveElements(result.state).length).toBeGreaterThan(1);
  });
});

describe('cancel', () => {
  it('cancels everything inside and closes what it opened', () => {
    const drawn = process('p').start().and('f').userTask('a').from('f').serviceTask('b').from('f').sub('s', (s) => s.start('in').timer('w', { duration: 'P1D' })).from('f').script('bad', 'x', 'nothing').build(); // biome-ignore format: one line
    const instance = run(drawn);

    expect(instance.cancel()).toBe('ok');

    expect(instance.status).toBe('cancelled');
    const { elements, timers, incidents, parked } = instance.state;
    expect({ elements, timers, incidents, parked }).toEqual({ elements: {}, timers: {}, incidents: {}, parked: {} });
    expect(instance.types().at(-1)).toBe('instance.cancelled');
  });

  it('leaves nothing to be done', () => {
    const instance = run(process('p').start().userTask('a').build());
    instance.cancel();

    expect(instance.cancel()).toBe('instance-not-active');
    expect(instance.complete('a')).toBe('instance-not-active');
    expect(instance.set({ a: 1 })).toBe('instance-not-active');
    expect(instance.send({ type: 'start', variables: {}, by: SOMEBODY })).toBe('instance-already-started');
  });
});

describe('step', () => {
  it('gives the same for the same', () => {
    const drawn = process('p').start().and('f').userTask('a').from('f').timer('w', { duration: 'PT1S' }).build();
    const once = () => step(drawn, emptyInstance(), { type: 'start', variables: { a: 1 }, by: SOMEBODY }, 5);

    expect(once()).toEqual(once());
  });

  it('shares with the old state what did not change', () => {
    const instance = run(process('p').start().and('f').userTask('a').from('f').userTask('b').build(), { big: { list: [1, 2, 3] } });
    const before = instance.state;

    const result = step(instance.process, before, { type: 'claimTask', taskKey: instance.keyOf('a'), by: SOMEBODY }, 0);

    expect(result.ok && result.state.variables).toBe(before.variables);
    expect(result.ok && result.state.elements[instance.keyOf('b')]).toBe(before.elements[instance.keyOf('b')]);
  });

  it('leaves a wrong incident alone', () => {
    const instance = run(process('p').start().userTask('a').build());

    expect(instance.resolve()).toBe('incident-not-found');
    expect(instance.send({ type: 'resolveIncident', incidentKey: 'constructor', by: SOMEBODY })).toBe('incident-not-found');
    expect(instance.send({ type: 'fireTimer', timerKey: 'toString' })).toBe('timer-not-found');
  });

  it('does not change a state by replaying an event on it', () => {
    const instance = run(process('p').start().userTask('a').build());
    const frozen = Object.freeze(instance.state);

    const after = evolve(frozen, { seq: 99, at: 0, v: 1, type: 'variables.set', scope: 'e1', values: { x: 1 } });

    expect(after).not.toBe(frozen);
    expect(frozen.variables.e1).not.toHaveProperty('x');
  });
});
