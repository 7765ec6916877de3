import { process, run } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

const forked = () => process('p').start().and('fork').userTask('a').and('join').userTask('after').end().from('fork').userTask('b').to('join').build();

describe('parallel gateway', () => {
  it('takes all outgoing flows in drawn order', () => {
    expect(run(forked()).at()).toEqual(['a', 'b']);
  });

  it('waits until every incoming flow was taken', () => {
    const instance = run(forked());

    instance.complete('b');
    expect(instance.at()).toEqual(['a']);
    instance.complete('a');
    expect(instance.at()).toEqual(['after']);
  });

  it('counts per flow: a second token on one flow does not stand in for another, it waits for the next round', () => {
    const drawn = process('p')
      .start()
      .and('fork')
      .userTask('a1')
      .xor('merge')
      .and('join')
      .userTask('after')
      .end()
      .from('fork')
      .userTask('a2')
      .to('merge')
      .from('fork')
      .userTask('b')
      .xor('again')
      .when('more')
      .userTask('b2')
      .to('join')
      .from('again')
      .otherwise()
      .to('join')
      .build();
    // join has three incoming flows: merge, b2, again
    const instance = run(drawn, { more: false });

    instance.complete('a1');
    instance.complete('a2');
    instance.complete('b');
    expect(instance.at()).toEqual([]);
    expect(instance.incidentCodes()).toEqual(['join-starved']);
  });

  it('joins again for the next round with the tokens left over', () => {
    const drawn = process('p')
      .start()
      .and('fork')
      .userTask('a1')
      .xor('left')
      .and('join')
      .userTask('after')
      .end()
      .from('fork')
      .userTask('a2')
      .to('left')
      .from('fork')
      .userTask('b1')
      .xor('right')
      .to('join')
      .from('fork')
      .userTask('b2')
      .to('right')
      .build();
    const instance = run(drawn);

    instance.complete('a1');
    instance.complete('a2');
    expect(instance.at()).toEqual(['b1', 'b2']);
    instance.complete('b1');
    expect(instance.at()).toEqual(['b2', 'after']);
    instance.complete('b2');
    expect(instance.at()).toEqual(['after', 'after']);
  });

  it('raises an incident when a flow it waits for can no longer come, and goes on without it when that is resolved', () => {
    const drawn = process('p')
      .start()
      .xor('x')
      .when('true')
      .userTask('a')
      .and('join')
      .userTask('after')
      .end()
      .from('x')
      .otherwise()
      .userTask('b')
      .to('join')
      .build();
    const instance = run(drawn);

    instance.complete('a');
    expect(instance.incidents()).toMatchObject([{ code: 'join-starved', elementId: 'join' }]);
    instance.resolve();
    expect(instance.at()).toEqual(['after']);
    instance.complete('after');
    expect(instance.status).toBe('completed');
  });

  it('closes the incident of a starved join when what was missing comes after all', () => {
    const drawn = process('p')
      .start()
      .and('fork')
      .xor('x')
      .when('true')
      .step('a')
      .and('first')
      .and('second')
      .userTask('after')
      .from('x')
      .otherwise()
      .step('never')
      .to('first')
      .from('fork')
      .step('b')
      .to('second')
      .build();
    const instance = run(drawn);
    expect(instance.incidents().map((incident) => incident.elementId)).toEqual(['first', 'second']);

    instance.resolve();

    expect(instance.incidents()).toEqual([]);
    expect(instance.at()).toEqual(['after']);
  });

  it('drops waiting flows when their scope is cancelled', () => {
    const drawn = process('p')
      .start()
      .sub('inside', (s) => s.start('s').and('fork').userTask('a').and('join').end('e').from('fork').userTask('b').to('join'))
      .end()
      .from('inside')
      .boundary('late', { duration: 'PT1H' })
      .userTask('escalate')
      .build();
    const instance = run(drawn);
    instance.complete('a');

    instance.pass(3_600_000);

    expect(instance.at()).toEqual(['escalate']);
    expect(instance.types()).toContain('flows.dropped');
  });

  it('passes through with one incoming flow', () => {
    expect(run(process('p').start().and('x').userTask('t').build()).at()).toEqual(['t']);
  });
});
