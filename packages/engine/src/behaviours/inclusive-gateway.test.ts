import { process, run } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

const fork = () =>
  process('p')
    .start()
    .or('fork')
    .when('a')
    .userTask('ta')
    .or('join')
    .userTask('after')
    .end()
    .from('fork')
    .when('b')
    .userTask('tb')
    .to('join')
    .from('fork')
    .otherwise()
    .userTask('td')
    .to('join');

describe('inclusive gateway', () => {
  it.each([
    [{ a: true, b: true }, ['ta', 'tb']],
    [{ a: true, b: false }, ['ta']],
    [{ a: false, b: false }, ['td']],
  ])('%j takes %j', (variables, tasks) => {
    expect(run(fork().build(), variables).at()).toEqual(tasks);
  });

  it('waits for every token that can still arrive, and for no other', () => {
    const both = run(fork().build(), { a: true, b: true });
    both.complete('ta');
    expect(both.at()).toEqual(['tb']);
    both.complete('tb');
    expect(both.at()).toEqual(['after']);

    const one = run(fork().build(), { a: true, b: false });
    one.complete('ta');
    expect(one.at()).toEqual(['after']);
  });

  it('goes on when a token that could have arrived is gone another way', () => {
    const drawn = fork().from('tb').boundary('late', { duration: 'PT1H' }).end('gone').build();
    const instance = run(drawn, { a: true, b: true });

    instance.complete('ta');
    instance.pass(3_600_000);

    expect(instance.at()).toEqual(['after']);
  });

  it('looks again when the other path ends in an error', () => {
    const drawn = process('p')
      .start()
      .and('fork')
      .userTask('a')
      .or('join')
      .userTask('after')
      .end()
      .from('fork')
      .sub('s', (b) => b.start('s0').serviceTask('job').end('s1'))
      .to('join')
      .from('s')
      .boundary('oops', { type: 'error', code: 'E' })
      .end('lost')
      .build();
    const instance = run(drawn);

    instance.complete('a');
    expect(instance.at()).toEqual(['job']);
    instance.throwError('job', 'E');

    expect(instance.at()).toEqual(['after']);
  });

  it('in a loop waits for those ahead of it, not for those that only come back from it', () => {
    const drawn = process('p')
      .start()
      .and('fork')
      .userTask('a')
      .or('join')
      .userTask('check')
      .xor('again')
      .when('more')
      .to('join')
      .from('again')
      .otherwise()
      .end()
      .from('fork')
      .userTask('b')
      .to('join')
      .build();
    const instance = run(drawn, { more: true });

    instance.complete('a');
    expect(instance.at()).toEqual(['b']);
    instance.complete('b');
    instance.complete('check');
    expect(instance.at()).toEqual(['check']);
    instance.set({ more: false });
    instance.complete('check');
    expect(instance.status).toBe('completed');
  });

  it('is an incident when nothing is true and there is no default', () => {
    const drawn = process('p').start().or('fork').when('a').end('x').from('fork').when('b').end('y').build();

    expect(run(drawn, { a: false, b: false }).incidentCodes()).toEqual(['no-flow-chosen']);
  });
});
