import { process, run } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

const each = (properties: object) =>
  process('p')
    .start()
    .userTask('ask', { loop: { kind: 'parallel', collection: '=people', elementVariable: 'who', ...properties } as never })
    .userTask('after')
    .end();

describe('parallel multi-instance', () => {
  it('runs once for each item, and goes on when all are done', () => {
    const instance = run(each({}).build(), { people: ['a', 'b', 'c'] });

    expect(instance.at()).toEqual(['ask', 'ask', 'ask']);
    instance.complete('ask');
    instance.complete('ask');
    expect(instance.at()).toEqual(['ask']);
    instance.complete('ask');
    expect(instance.at()).toEqual(['after']);
  });

  it('collects outputs in the order of the input, whatever the order of completion', () => {
    const drawn = process('p')
      .start()
      .serviceTask('job', {
        loop: { kind: 'parallel', collection: '=items', elementVariable: 'item', outputCollection: 'results', outputElement: 'item * 10' },
      })
      .end()
      .build();
    const instance = run(drawn, { items: [1, 2, 3] });
    const keys = instance.eventsOf('job.opened').map((event) => event.key);

    for (const jobKey of keys.toReversed()) instance.send({ type: 'completeJob', jobKey, variables: {} });

    expect(instance.variables).toMatchObject({ results: [10, 20, 30] });
    expect(instance.status).toBe('completed');
  });

  it('ends early when its completion condition is true, and withdraws the others', () => {
    const instance = run(each({ completionCondition: 'numberOfCompletedInstances >= 2' }).build(), { people: ['a', 'b', 'c'] });

    instance.complete('ask');
    instance.complete('ask');

    expect(instance.at()).toEqual(['after']);
    expect(instance.eventsOf('task.cancelled')).toHaveLength(1);
  });

  it('of no items goes on at once, with an empty collection', () => {
    const drawn = process('p')
      .start()
      .script('s', 'x', 'item', { loop: { kind: 'parallel', collection: '=[]', elementVariable: 'item', outputCollection: 'all', outputElement: 'x' } })
      .end()
      .build();

    const instance = run(drawn);
    expect(instance.status).toBe('completed');
    expect(instance.variables).toMatchObject({ all: [] });
  });

  it('is broken off as a whole by its border', () => {
    const instance = run(each({}).from('ask').boundary('late', { duration: 'PT1H' }).userTask('gone').end('e2').build(), { people: ['a', 'b'] });

    instance.pass(3_600_000);

    expect(instance.at()).toEqual(['gone']);
  });

  it.each([
    ['minus one', { cardinality: '=-1' }],
    ['a billion', { cardinality: 1_000_000_000 }],
    ['a fraction', { cardinality: '=1/2' }],
    ['no list', { collection: '=5' }],
    ['nothing', {}],
  ])('refuses %s as an incident, and can be mended', (_what, loop) => {
    const drawn = process('p')
      .start()
      .userTask('t', { loop: { kind: 'parallel', ...loop } as never })
      .end()
      .build();

    const instance = run(drawn);
    expect(instance.incidentCodes()).toEqual(['loop-invalid']);
    instance.cancel();
    expect(instance.status).toBe('cancelled');
  });

  it('runs sub-processes with scopes of their own', () => {
    const drawn = process('p')
      .start()
      .sub(
        's',
        (b) =>
          b
            .start('s0')
            .userTask('t', { inputs: [{ target: 'name', value: '=who' }] })
            .end('s1'),
        { loop: { kind: 'parallel', collection: '=people', elementVariable: 'who', indexVariable: 'n' } },
      )
      .end()
      .build();
    const instance = run(drawn, { people: ['a', 'b'] });

    expect(Object.values(instance.state.variables).filter((held) => 'name' in held)).toEqual([{ name: 'a' }, { name: 'b' }]);
    instance.complete('t');
    instance.complete('t');
    expect(instance.status).toBe('completed');
  });

  it('throws after each, after the first, or by conditions, for its border to catch', () => {
    const drawn = (loop: object) =>
      process('p')
        .start()
        .script('s', 'x', '1', { loop: { kind: 'sequential', cardinality: 3, ...loop } as never })
        .end()
        .from('s')
        .boundary('b', { type: 'signal', name: 'done', interrupting: false })
        .script('count', 'times', 'if times = null then 1 else times + 1')
        .end('e2')
        .build();
    const event = { type: 'signal', name: 'done' };

    expect(run(drawn({ behaviour: 'none', event })).variables).toMatchObject({ times: 3 });
    expect(run(drawn({ behaviour: 'one', event })).variables).toMatchObject({ times: 1 });
    expect(run(drawn({ behaviour: 'complex', events: [{ condition: 'numberOfCompletedInstances >= 2', event }] })).variables).toMatchObject({ times: 2 });
    expect(run(drawn({ behaviour: 'all', event })).variables).not.toHaveProperty('times');
  });

  it('of a thousand starts and ends', () => {
    const drawn = process('p')
      .start()
      .script('s', 'x', 'n * 2', { loop: { kind: 'parallel', cardinality: 1000, indexVariable: 'n', outputCollection: 'all', outputElement: 'n' } })
      .end()
      .build();

    expect(run(drawn).variables.all).toHaveLength(1000);
  });
});

describe('sequential multi-instance', () => {
  it('runs one after another, each with its item', () => {
    const instance = run(each({ kind: 'sequential', indexVariable: 'n' }).build(), { people: ['a', 'b'] });
    const local = () => instance.state.variables[instance.keyOf('ask')] ?? Object.values(instance.state.variables).find((held) => 'who' in held);

    expect(Object.values(instance.state.variables)).toContainEqual({ loopCounter: 1, n: 1, who: 'a' });
    instance.send({ type: 'completeTask', taskKey: instance.eventsOf('task.opened')[0]?.key ?? '', variables: {}, by: { name: 'x' } });
    expect(local()).toBeDefined();
    expect(Object.values(instance.state.variables)).toContainEqual({ loopCounter: 2, n: 2, who: 'b' });
    instance.send({ type: 'completeTask', taskKey: instance.eventsOf('task.opened')[1]?.key ?? '', variables: {}, by: { name: 'x' } });
    expect(instance.at()).toEqual(['after']);
  });

  it('of ten thousand is no deep recursion', () => {
    const drawn = process('p')
      .start()
      .script('s', 'x', 'n', { loop: { kind: 'sequential', cardinality: 9000, indexVariable: 'n' } })
      .end()
      .build();

    expect(run(drawn).variables).toMatchObject({ x: 9000 });
  });
});

describe('standard loop', () => {
  const counting = (loop: object) =>
    process('p')
      .start()
      .script('s', 'n', 'n + 1', { loop: { kind: 'standard', ...loop } as never })
      .end()
      .build();

  it('runs again while its condition is true, at least once', () => {
    expect(run(counting({ condition: 'n < 3' }), { n: 0 }).variables).toMatchObject({ n: 3 });
    expect(run(counting({ condition: 'n < 3' }), { n: 7 }).variables).toMatchObject({ n: 8 });
  });

  it('tested before, may not run at all', () => {
    expect(run(counting({ condition: 'n < 3', testBefore: true }), { n: 7 }).variables).toMatchObject({ n: 7 });
  });

  it('runs at most as often as it may', () => {
    expect(run(counting({ maximum: 4 }), { n: 0 }).variables).toMatchObject({ n: 4 });
    expect(run(counting({ maximum: '=limit', condition: 'true' }), { n: 0, limit: 2 }).variables).toMatchObject({ n: 2 });
  });

  it('without an end stops as an incident, and goes on when that is resolved', () => {
    const instance = run(counting({ condition: 'n < 12000' }), { n: 0 });

    expect(instance.incidentCodes()).toEqual(['loop-limit']);
    instance.resolve();
    expect(instance.status).toBe('completed');
  });

  it('whose condition fails asks again when that is resolved, and does no round twice', () => {
    const instance = run(counting({ condition: 'n < limit' }), { n: 0 });

    expect(instance.incidentCodes()).toEqual(['expression-failed']);
    instance.set({ limit: 2 });
    instance.resolve();
    expect(instance.variables).toMatchObject({ n: 2 });
  });
});

describe('token quantities', () => {
  it('give as many tokens, and take as many to begin', () => {
    const drawn = process('p').start().step('many', { completionQuantity: 3 }).userTask('each').userTask('three', { startQuantity: 3 }).end().build();
    const instance = run(drawn);

    expect(instance.at()).toEqual(['each', 'each', 'each']);
    instance.complete('each');
    instance.complete('each');
    expect(instance.at()).toEqual(['each']);
    instance.complete('each');
    expect(instance.at()).toEqual(['three']);
  });

  it('that can not be reached are an incident', () => {
    expect(run(process('p').start().step('two', { startQuantity: 2 }).end().build()).incidentCodes()).toEqual(['join-starved']);
  });
});
