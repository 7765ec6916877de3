import { process, run } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

describe('sub-process', () => {
  it('starts inside, is done when nothing runs inside any more, then goes on', () => {
    const drawn = process('p')
      .start()
      .sub('s', (s) => s.start('in').and('f').userTask('a').end('e1').from('f').userTask('b').end('e2'))
      .userTask('after')
      .build();
    const instance = run(drawn);

    expect(instance.at()).toEqual(['a', 'b']);
    instance.complete('a');
    expect(instance.at()).toEqual(['b']);
    instance.complete('b');
    expect(instance.at()).toEqual(['after']);
  });

  it('runs through at once when nothing inside waits', () => {
    expect(
      run(
        process('p')
          .start()
          .sub('s', (s) => s.start('in').sub('t', (t) => t.start('in2').step('x')))
          .userTask('after')
          .build(),
      ).at(),
    ).toEqual(['after']);
  });

  it('runs several times beside each other, each with its own joins and variables', () => {
    const drawn = process('p')
      .start()
      .and('fork')
      .step('one')
      .xor('merge')
      .sub('s', (s) => s.start('in').and('f').userTask('a').and('j').userTask('joined').from('f').step('b').to('j'), { inputs: [{ target: 'n', value: '=1' }] })
      .end()
      .from('fork')
      .step('two')
      .to('merge')
      .build();
    const instance = run(drawn);

    expect(instance.at()).toEqual(['a', 'a']);
    instance.complete('a');
    expect(instance.at()).toEqual(['a', 'joined']);
  });

  it('raises the incident of a starved join inside, and the outer process waits', () => {
    const drawn = process('p')
      .start()
      .sub('s', (s) => s.start('in').xor('x').when('true').step('a').and('j').end('e').from('x').otherwise().step('b').to('j'))
      .userTask('after')
      .build();
    const instance = run(drawn);

    expect(instance.incidents()).toMatchObject([{ code: 'join-starved', elementId: 'j' }]);
    expect(instance.status).toBe('active');
    instance.resolve();
    expect(instance.at()).toEqual(['after']);
  });
});
