import { process, run } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

const twoOfThree = () =>
  process('p')
    .start()
    .and('fork')
    .userTask('a')
    .complex('join', 'activationCount >= 2')
    .userTask('after')
    .end()
    .from('fork')
    .userTask('b')
    .to('join')
    .from('fork')
    .userTask('c')
    .to('join')
    .build();

describe('complex gateway', () => {
  it('goes on when its rule is true, and swallows what comes later', () => {
    const instance = run(twoOfThree());

    instance.complete('a');
    expect(instance.at()).toEqual(['b', 'c']);
    instance.complete('c');
    expect(instance.at()).toEqual(['b', 'after']);
    instance.complete('b');
    expect(instance.at()).toEqual(['after']);
    instance.complete('after');
    expect(instance.status).toBe('completed');
  });

  it('takes every flow out whose condition is true', () => {
    const drawn = process('p').start().complex('split').when('a').userTask('ta').end('x').from('split').when('b').userTask('tb').end('y').build();

    expect(run(drawn, { a: true, b: true }).at()).toEqual(['ta', 'tb']);
  });

  it('whose rule nobody can evaluate is an incident, and is asked again when that is resolved', () => {
    const drawn = process('p').start().userTask('a').complex('join', 'activationCount >= needed').userTask('after').end().build();
    const instance = run(drawn);

    instance.complete('a');
    expect(instance.incidentCodes()).toEqual(['expression-failed']);
    instance.set({ needed: 1 });
    instance.resolve();

    expect(instance.at()).toEqual(['after']);
  });
});
