import { expect, it } from 'vitest';
import { afterYou, draftWords } from './decision-words.ts';

const may = { claim: true, unclaim: false, assign: false, complete: false };
const step = (name: string, state: 'done' | 'current' | 'ahead') => ({ elementId: name, name, state });

it('says where the draft is', () => {
  expect(draftWords({ type: 'none' })).toBeNull();
  expect(draftWords({ type: 'saving' })).toBe('Saving …');
  expect(draftWords({ type: 'saved', at: new Date(2026, 10, 16, 14, 3).toISOString() })).toBe('Draft saved 14:03');
  expect(draftWords({ type: 'local' })).toBe('Saved on this device only, trying again');
});

it('says what comes after', () => {
  expect(afterYou({ steps: [step('Check', 'ahead'), step('Approve', 'current'), step('Pay', 'ahead')], status: 'open', may })).toBe('Still ahead: Pay');
  expect(afterYou({ steps: [step('Approve', 'current'), step('Pay', 'ahead'), step('File', 'ahead')], status: 'open', may })).toBe(
    'Still ahead: Pay and 1 more',
  );
  expect(afterYou({ steps: [step('Approve', 'current')], status: 'open', may })).toBe('It becomes yours when you begin');
  expect(afterYou({ steps: [], status: 'claimed', may })).toBe('The process goes on at once');
});
