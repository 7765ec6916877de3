import { process, run } from '@baton/testkit';
import { describe, expect, it } from 'vitest';

const decision = {
  hitPolicy: 'first' as const,
  inputs: [{ expression: 'amount' }],
  outputs: [{ name: 'approver' }],
  rules: [
    { when: ['> 1000'], gives: ['"boss"'] },
    { when: ['-'], gives: ['"clerk"'] },
  ],
};

describe('business rule task', () => {
  it('writes what its table decides', () => {
    const drawn = process('p').start().decision('d', { decision, resultVariable: 'who' }).end().build();

    expect(run(drawn, { amount: 2000 }).variables).toMatchObject({ who: 'boss' });
    expect(run(drawn, { amount: 20 }).variables).toMatchObject({ who: 'clerk' });
  });

  it('without a result variable writes its outputs by name', () => {
    expect(run(process('p').start().decision('d', { decision }).end().build(), { amount: 2000 }).variables).toMatchObject({ approver: 'boss' });
  });

  it('that fails is an incident, and decides again when it is resolved', () => {
    const instance = run(process('p').start().decision('d', { decision }).end().build());

    expect(instance.incidentCodes()).toEqual(['expression-failed']);
    instance.set({ amount: 1 });
    instance.resolve();
    expect(instance.variables).toMatchObject({ approver: 'clerk' });
  });

  it('with a job hands it to a worker', () => {
    const instance = run(
      process('p')
        .start()
        .decision('d', { job: { type: 'rules' } })
        .end()
        .build(),
    );

    instance.work('d', { approver: 'x' });
    expect(instance.status).toBe('completed');
  });
});
