import { expect, it } from 'vitest';
import { bodyOf, canWork, draftOf, errorsOf } from './answer.ts';

const task = { form: { fields: [{ key: 'amount', type: 'money' as const, label: 'Amount', required: true }] } };
const reject = { value: 'reject', label: 'Reject', tone: 'negative' as const, commentRequired: true };
const approve = { value: 'approve', label: 'Approve', tone: 'positive' as const, commentRequired: false };
const filled = { values: { amount: 12 }, note: '' };

it('asks for a note where the decision needs one', () => {
  expect(errorsOf(task, filled, approve, 'en')).toEqual([]);
  expect(errorsOf(task, filled, reject, 'en')).toMatchObject([{ sentence: 'Say why, then reject again.' }]);
  expect(errorsOf(task, { ...filled, note: '  ' }, reject, 'en')).toHaveLength(1);
  expect(errorsOf(task, { ...filled, note: 'Too much' }, reject, 'en')).toEqual([]);
});

it('asks for what is missing in the form', () => {
  expect(errorsOf(task, { values: {}, note: '' }, undefined, 'en')).toMatchObject([{ key: 'amount' }]);
});

it('sends only what there is', () => {
  expect(bodyOf(task, { ...filled, note: ' Fine ' }, approve)).toEqual({ outcome: 'approve', variables: { amount: 12 }, comment: 'Fine' });
  expect(bodyOf({ form: null }, { values: {}, note: '' }, undefined)).toEqual({});
});

it('keeps an emptied field and a note in the draft', () => {
  expect(draftOf(task, { values: { amount: null }, note: 'Wait' })).toEqual({ variables: { amount: null }, comment: 'Wait' });
});

it('offers work on what is ours, or can become ours', () => {
  const may = { claim: false, unclaim: false, assign: false, complete: false };

  expect(canWork({ status: 'claimed', may: { ...may, complete: true } })).toBe(true);
  expect(canWork({ status: 'open', may: { ...may, claim: true } })).toBe(true);
  expect(canWork({ status: 'claimed', may })).toBe(false);
  expect(canWork({ status: 'completed', may: { ...may, complete: true } })).toBe(false);
});
