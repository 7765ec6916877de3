import { DEFAULT_OUTCOMES } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { decidedWords, goneWords, inButtonOrder, negativeOutcome, noteWords, positiveOutcome } from './outcome-words.ts';

const outcomes = DEFAULT_OUTCOMES.map(({ value, label, tone = 'neutral', commentRequired = false }) => ({ value, label, tone, commentRequired }));
const now = new Date(2026, 10, 16, 10, 44);
const decided = {
  status: 'completed' as const,
  outcome: 'approve',
  outcomes,
  completedBy: { name: 'Lee' },
  completedAt: new Date(2026, 10, 16, 10, 42).toISOString(),
  assignee: null,
};

it('says who decided, when and how', () => {
  expect(decidedWords(decided, now)).toBe('Lee decided this 2 min ago: Approve');
  expect(decidedWords({ ...decided, outcome: null }, now)).toBe('Lee completed this 2 min ago');
});

it('says on the row what became of it', () => {
  expect(goneWords(decided, 'anna')).toBe('Done by Lee, 10:42');
  expect(goneWords({ ...decided, status: 'cancelled' }, 'anna')).toBe('No longer needed');
  expect(goneWords({ ...decided, status: 'claimed', assignee: { userId: 'lee', name: 'Lee' } }, 'anna')).toBe('Taken by Lee');
  expect(goneWords({ ...decided, status: 'claimed', assignee: { userId: 'anna', name: 'Anna' } }, 'anna')).toBe('Yours now');
  expect(goneWords({ ...decided, status: 'open', assignee: null }, 'anna')).toBe('Put back');
});

describe('the buttons', () => {
  it('put the decision that goes on rightmost', () => {
    const more = [...outcomes, { value: 'ask', label: 'Ask', tone: 'neutral' as const, commentRequired: false }];

    expect(inButtonOrder(more).map(({ value }) => value)).toEqual(['ask', 'reject', 'approve']);
  });

  it('are found by what they do, not by what they are called', () => {
    expect(positiveOutcome(outcomes)?.value).toBe('approve');
    expect(negativeOutcome(outcomes)?.value).toBe('reject');
    expect(positiveOutcome([])).toBeUndefined();
  });
});

it('says when a note is needed', () => {
  expect(noteWords(outcomes)).toBe('optional, required when you reject');
  expect(noteWords([])).toBe('optional');
  expect(noteWords(outcomes.map((outcome) => ({ ...outcome, commentRequired: true })))).toBe('required');
});
