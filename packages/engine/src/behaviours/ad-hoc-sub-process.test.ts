import { process, run } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

const care = (properties: object = {}) =>
  process('p')
    .start()
    .adHoc('care', (b) => b.userTask('call').apart().userTask('visit').userTask('report').apart(), properties)
    .userTask('after')
    .end()
    .build();

describe('ad-hoc sub-process', () => {
  it('begins with all no flow leads to, and is done when nothing runs in it any more', () => {
    const instance = run(care());

    expect(instance.at()).toEqual(['call', 'visit']);
    instance.complete('call');
    instance.complete('visit');
    expect(instance.at()).toEqual(['report']);
    instance.complete('report');
    expect(instance.at()).toEqual(['after']);
  });

  it('in order begins the next when the former with all that follows it is done', () => {
    const instance = run(care({ ordering: 'sequential' }));

    expect(instance.at()).toEqual(['call']);
    instance.complete('call');
    expect(instance.at()).toEqual(['visit']);
    instance.complete('visit');
    instance.complete('report');
    expect(instance.at()).toEqual(['after']);
  });

  it('is done early when its condition is true, and withdraws what still runs', () => {
    const instance = run(care({ completionCondition: 'enough' }), { enough: true });

    instance.complete('call');

    expect(instance.at()).toEqual(['after']);
  });

  it('lets what runs end where it may not be withdrawn', () => {
    const instance = run(care({ completionCondition: 'enough', cancelRemaining: false }), { enough: true });

    instance.complete('call');
    expect(instance.at()).toEqual(['visit']);
  });

  it('whose condition is not true when all is done waits for somebody to choose', () => {
    const instance = run(care({ completionCondition: 'enough' }), { enough: false });
    for (const task of ['call', 'visit', 'report']) instance.complete(task);

    expect(instance.at()).toEqual(['care']);
    expect(instance.activate('care', 'report')).toBe('step-not-found');
    expect(instance.activate('care', 'call')).toBe('ok');
    instance.set({ enough: true });
    instance.complete('call');
    expect(instance.at()).toEqual(['after']);
  });

  it('begins with the steps it is told', () => {
    expect(run(care({ activeElements: 'steps' }), { steps: ['visit'] }).at()).toEqual(['visit']);
    expect(run(care({ activeElements: 'steps' }), { steps: ['nowhere'] }).incidentCodes()).toEqual(['activation-invalid']);
  });
});
