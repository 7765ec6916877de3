import type { Values } from '@baton/engine';
import { compile, type Graph, TEMPLATES } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { type Runner, run, SOMEBODY } from './run.ts';

const template = (key: string): Graph => {
  const found = TEMPLATES.find((each) => each.key === key);
  if (!found) throw new Error(`Expected a template ${key}, but there is none.`);
  return found;
};
const start = (key: string, variables: Values) => run(compile(template(key)), variables);
const DAY_MS = 86_400_000;

/** Everybody a task could go to: the one who started it, and nobody else. */
function expectOnlyForStarter(runner: Runner) {
  const opened = runner.effects.filter((effect) => effect.kind === 'task.open');
  expect(opened.length).toBeGreaterThan(0);
  for (const task of opened) expect(task.assignee).toBe(SOMEBODY.userId);
}

describe('templates, walked by the one who is alone', () => {
  const leave = { kindOfLeave: 'holiday', firstDay: '2026-07-01', lastDay: '2026-07-10', days: 8 };

  it('leave request: approved, then entered', () => {
    const runner = start('leave-request', leave);

    expect(runner.complete('approve-leave', { outcome: 'approve' })).toBe('ok');
    expect(runner.complete('enter-days', { variables: { calendarUpdated: true } })).toBe('ok');
    expect(runner.state.status).toBe('completed');
    expectOnlyForStarter(runner);
  });

  it('leave request: rejected, then talked about', () => {
    const runner = start('leave-request', leave);

    expect(runner.complete('approve-leave', { outcome: 'reject', comment: 'Too many away' })).toBe('ok');
    expect(runner.complete('tell-requester')).toBe('ok');
    expect(runner.state.status).toBe('completed');
  });

  it.each([0, 1000])('invoice approval: %i is approved automatically', (amount) => {
    const runner = start('invoice-approval', { supplier: 'Acme', invoiceNumber: '1', amount });

    expect(runner.complete('pay-invoice', { variables: { paidOn: '2026-03-03' } })).toBe('ok');
    expect(runner.state.status).toBe('completed');
    expect(runner.effects.filter((effect) => effect.kind === 'task.open')).toHaveLength(1);
  });

  it('invoice approval: 1,001 goes to a person, who is reminded after two days and still decides', () => {
    const runner = start('invoice-approval', { supplier: 'Acme', invoiceNumber: '1', amount: 1001 });

    runner.pass(2 * DAY_MS);
    expect(runner.complete('remind-approver')).toBe('ok');
    expect(runner.complete('approve-invoice', { outcome: 'reject', comment: 'Not ours' })).toBe('ok');
    expect(runner.state.status).toBe('completed');
    expectOnlyForStarter(runner);
  });

  it('onboarding: both departments, then the first week', () => {
    const runner = start('onboarding', { newColleague: 'Kim', position: 'Cook', firstDay: '2026-04-01', needsLaptop: false });

    expect(runner.complete('prepare-papers', { variables: { contractSigned: true } })).toBe('ok');
    expect(runner.complete('set-up-it')).toBe('ok');
    expect(runner.complete('welcome')).toBe('ok');
    expect(runner.complete('agree-goals', { variables: { goals: 'Learn' } })).toBe('ok');
    expect(runner.state.status).toBe('completed');
    expectOnlyForStarter(runner);
  });
});
