import { process, run } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

const calling = (properties: object = {}) =>
  process('p')
    .start()
    .call('sub', 'other', properties)
    .userTask('after')
    .end()
    .from('sub')
    .boundary('oops', { type: 'error', code: 'E' })
    .userTask('mend')
    .end('e2')
    .build();

describe('call activity', () => {
  it('calls with all that can be read, and takes all that comes back', () => {
    const instance = run(calling(), { a: 1 });

    expect(instance.effects.at(-1)).toMatchObject({ kind: 'call.start', processKey: 'other', binding: 'latest', variables: { a: 1 } });
    instance.completeCall('sub', { b: 2 });
    expect(instance.at()).toEqual(['after']);
    expect(instance.variables).toMatchObject({ a: 1, b: 2 });
  });

  it('calls with its inputs only, and takes its outputs only', () => {
    const instance = run(
      calling({ inputs: [{ target: 'x', value: '=a + 1' }], outputs: [{ target: 'y', value: '=result' }], binding: 'tag', tag: 'gold', businessKey: '=key' }),
      { a: 1, key: 'K' },
    );

    expect(instance.effects.at(-1)).toMatchObject({ kind: 'call.start', binding: 'tag', tag: 'gold', businessKey: 'K', variables: { x: 2 } });
    instance.completeCall('sub', { result: 5, other: 6 });
    expect(instance.variables).toMatchObject({ y: 5 });
    expect(instance.variables).not.toHaveProperty('other');
  });

  it('catches errors and escalations of what it calls on its border', () => {
    const instance = run(calling());

    expect(instance.failCall('sub', 'E', { variables: { why: 'x' } })).toBe('ok');
    expect(instance.at()).toEqual(['mend']);
  });

  it('that breaks is an incident; resolving it calls again, and the former call counts no more', () => {
    const instance = run(calling());
    const former = instance.callOf('sub');

    instance.breakCall('sub', 'There is no process other.');
    expect(instance.incidentCodes()).toEqual(['call-failed']);
    instance.resolve();

    expect(instance.send({ type: 'completeCall', callKey: former, variables: {} })).toBe('call-not-found');
    expect(instance.completeCall('sub')).toBe('ok');
  });

  it('that is broken off cancels what it called', () => {
    const instance = run(calling());

    instance.cancel();

    expect(instance.effects.map((effect) => effect.kind)).toContain('call.cancel');
  });
});
