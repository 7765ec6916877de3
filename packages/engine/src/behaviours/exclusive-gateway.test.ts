import { process, run } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

const sized = () =>
  process('p')
    .start()
    .xor('size')
    .when('amount > 1000')
    .userTask('big')
    .from('size')
    .when('amount > 100')
    .userTask('medium')
    .from('size')
    .otherwise()
    .userTask('small')
    .build();

describe('exclusive gateway', () => {
  it('takes the first flow in drawn order whose condition is true', () => {
    expect(run(sized(), { amount: 5000 }).at()).toEqual(['big']);
    expect(run(sized(), { amount: 500 }).at()).toEqual(['medium']);
  });

  it('takes the default flow when no condition is true', () => {
    expect(run(sized(), { amount: 5 }).at()).toEqual(['small']);
  });

  it('takes conditions with a leading equals sign too', () => {
    const drawn = process('p').start().xor('x').when('= amount > 1').userTask('yes').from('x').otherwise().userTask('no').build();

    expect(run(drawn, { amount: 2 }).at()).toEqual(['yes']);
  });

  it('raises an incident when no condition is true and there is no default', () => {
    const drawn = process('p').start().xor('x').when('amount > 1').userTask('a').from('x').when('amount > 2').userTask('b').build();
    const instance = run(drawn, { amount: 0 });

    expect(instance.incidentCodes()).toEqual(['no-flow-chosen']);
    instance.set({ amount: 2 });
    expect(instance.resolve()).toBe('ok');
    expect(instance.at()).toEqual(['a']);
  });

  it('is never silently false: a condition that is not a boolean is an incident that names expression, element and values', () => {
    const instance = run(sized(), { amount: null });

    const [incident] = instance.eventsOf('incident.raised');
    expect(incident).toMatchObject({ code: 'condition-not-boolean', elementId: 'size', expression: 'amount > 1000' });
    expect(incident?.message).toContain('“amount > 1000”');
    expect(incident?.message).toContain('“size”');
    expect(incident?.message).toContain('amount = null');
  });

  it('is never silently false: a variable that is not there is an incident', () => {
    const instance = run(sized(), { amonut: 5 });

    expect(instance.incidentCodes()).toEqual(['expression-failed']);
    instance.set({ amount: 5000 });
    instance.resolve();
    expect(instance.at()).toEqual(['big']);
  });

  it('passes through as a merge, once for every flow that arrives', () => {
    const drawn = process('p').start().and('fork').step('a').xor('merge').userTask('next').end().from('fork').step('b').to('merge').build();

    expect(run(drawn).at()).toEqual(['next', 'next']);
  });
});
