import { process, run, SOMEBODY } from '@baton/testkit';
import { describe, expect, it } from 'vitest';
import { step, type Values, variablesOfScope, variablesVisibleAt } from '../index.ts';

describe('input mappings', () => {
  it('create local variables that are gone when the activity is', () => {
    const instance = run(
      process('p')
        .start()
        .userTask('t', { inputs: [{ target: 'local', value: '=amount * 2' }] })
        .userTask('after')
        .build(),
      { amount: 5 },
    );

    expect(variablesOfScope(instance.state, instance.keyOf('t'))).toEqual({ local: 10 });
    expect(variablesVisibleAt(instance.state, instance.keyOf('t'))).toMatchObject({ local: 10, amount: 5 });
    instance.complete('t');
    expect(instance.variables).not.toHaveProperty('local');
    expect(variablesVisibleAt(instance.state, instance.keyOf('after'))).not.toHaveProperty('local');
  });

  it('may read what an earlier one gave, and are literal without an equals sign', () => {
    const instance = run(process('p').start().userTask('t', { inputs: [{ target: 'a', value: 'amount' }, { target: 'b', value: '=a + "!"' }] }).build(), { amount: 5 }); // biome-ignore format: one line

    expect(variablesOfScope(instance.state, instance.keyOf('t'))).toEqual({ a: 'amount', b: 'amount!' });
  });

  it('that fail are an incident, and are done anew when it is resolved', () => {
    const instance = run(
      process('p')
        .start()
        .script('t', 'x', 'amount', { inputs: [{ target: 'amount', value: '=amount + 1' }] })
        .userTask('after')
        .build(),
    );
    expect(instance.incidentCodes()).toEqual(['mapping-failed']);

    instance.set({ amount: 1 });
    instance.resolve();

    expect(instance.variables).toMatchObject({ amount: 1, x: 2 });
  });
});

describe('results', () => {
  it('go to the root when no scope has the name', () => {
    const instance = run(
      process('p')
        .start()
        .sub('s', (s) => s.start('in').userTask('t'))
        .userTask('after')
        .build(),
    );

    instance.complete('t', { variables: { found: 1 } });

    expect(instance.variables).toMatchObject({ found: 1 });
  });

  it('go to the nearest scope that has the name', () => {
    const drawn = process('p').start().sub('s', (s) => s.start('in').userTask('t').userTask('u'), { inputs: [{ target: 'total', value: '=0' }] }).userTask('after').build(); // biome-ignore format: one line
    const instance = run(drawn, { total: 99 });

    instance.complete('t', { variables: { total: 1 } });

    expect(variablesOfScope(instance.state, instance.keyOf('s'))).toEqual({ total: 1 });
    expect(instance.variables).toMatchObject({ total: 99 });
  });

  it('stay inside with output mappings: only what they name goes out, to the parent', () => {
    const drawn = process('p').start().sub('s', (s) => s.start('in').userTask('t', { outputs: [{ target: 'sum', value: '=a + b' }] }).userTask('u')).userTask('after').build(); // biome-ignore format: one line
    const instance = run(drawn);

    instance.complete('t', { variables: { a: 1, b: 2 } });

    expect(variablesOfScope(instance.state, instance.keyOf('s'))).toEqual({ sum: 3 });
    expect(instance.variables).not.toHaveProperty('a');
    instance.complete('u');
    expect(instance.variables).not.toHaveProperty('sum');
  });

  it('of a sub-process go out by its output mappings', () => {
    const drawn = process('p').start().sub('s', (s) => s.start('in').script('t', 'x', '1'), { inputs: [{ target: 'x', value: '=0' }], outputs: [{ target: 'y', value: '=x + 1' }] }).userTask('after').build(); // biome-ignore format: one line

    expect(run(drawn).variables).toMatchObject({ y: 2 });
  });

  it('are kept when an output mapping fails: resolving maps again, the task is not done again', () => {
    const instance = run(
      process('p')
        .start()
        .userTask('t', { outputs: [{ target: 'sum', value: '=a + bonus' }] })
        .end()
        .build(),
    );
    instance.complete('t', { variables: { a: 1 } });
    expect(instance.incidentCodes()).toEqual(['mapping-failed']);

    instance.set({ bonus: 2 });
    instance.resolve();

    expect(instance.variables).toMatchObject({ sum: 3 });
    expect(instance.eventsOf('task.opened')).toHaveLength(1);
    expect(instance.status).toBe('completed');
  });
});

describe('variables from outside', () => {
  const declared = () => process('p').variable({ name: 'amount', type: 'money' }).variable({ name: 'kind', type: 'choice', options: ['a', 'b'] }).start().userTask('t').build(); // biome-ignore format: one line

  it('must have the declared type, at the start', () => {
    expect(() => run(declared(), { amount: 'a lot' })).toThrow('amount');
    expect(() => run(declared(), { kind: 'c' })).toThrow('kind');
  });

  it('must have the declared type, on completion and when set, and nothing is half-written', () => {
    const instance = run(declared(), { amount: 5 });

    expect(instance.complete('t', { variables: { amount: 'a lot' } })).toBe('variable-invalid');
    expect(instance.rejection?.path).toBe('amount');
    expect(instance.set({ kind: 'c' })).toBe('variable-invalid');
    expect(instance.at()).toEqual(['t']);
    expect(instance.variables).toMatchObject({ amount: 5 });
  });

  it('must not have keys that reach into prototypes', () => {
    const instance = run(declared());

    expect(instance.set(JSON.parse('{"x":{"__proto__":{"admin":true}}}'))).toBe('variable-invalid');
    expect(instance.set(JSON.parse('{"__proto__":1}'))).toBe('variable-invalid');
    expect(instance.set({ constructor: 1 })).toBe('variable-invalid');
  });

  it('must not be larger than 1 MiB each and 8 MiB together', () => {
    const { process: drawn, state: begun, now } = run(process('p').start().userTask('t').build());
    let state = begun;
    const set = (variables: Values): string => {
      const result = step(drawn, state, { type: 'setVariables', variables, by: SOMEBODY }, now);
      if (result.ok) state = result.state;
      return result.ok ? 'ok' : result.rejection.code;
    };
    const almost = 'x'.repeat(1024 * 1024 - 100);

    expect(set({ big: `${almost}${almost}` })).toBe('variable-invalid');
    for (let n = 0; n < 8; n++) expect(set({ [`v${n}`]: almost })).toBe('ok');
    expect(set({ v8: almost })).toBe('variable-invalid');
    expect(set({ v0: 1 })).toBe('ok');
    expect(set({ v8: almost })).toBe('ok');
  });

  it('go to the scope that is named, which must be there', () => {
    const instance = run(process('p').start().userTask('t').build());

    expect(instance.set({ note: 'x' }, instance.keyOf('t'))).toBe('ok');
    expect(variablesOfScope(instance.state, instance.keyOf('t'))).toEqual({ note: 'x' });
    expect(instance.set({ note: 'x' }, 'e99')).toBe('scope-not-found');
  });
});
