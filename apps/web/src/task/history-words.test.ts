import { expect, it } from 'vitest';
import { historyWords } from './history-words.ts';

const steps = [{ elementId: 'check', name: 'Check data', state: 'done' as const }];

it('says what somebody did, and at which step', () => {
  expect(historyWords({ what: 'started', elementId: null }, steps)).toBe('started the process');
  expect(historyWords({ what: 'completed', elementId: 'check' }, steps)).toBe('completed Check data');
  expect(historyWords({ what: 'Reject', elementId: 'check' }, steps)).toBe('decided Check data: Reject');
  expect(historyWords({ what: 'completed', elementId: 'removed' }, steps)).toBe('completed a step');
});
