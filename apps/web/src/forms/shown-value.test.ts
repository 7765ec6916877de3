import { expect, it } from 'vitest';
import { shownValue } from './shown-value.ts';

const field = { key: 'x', label: 'X' };

it('shows a value by the type of its field', () => {
  expect(shownValue({ ...field, type: 'money', currency: 'EUR' }, 12, 'en')).toBe('12.00 EUR');
  expect(shownValue({ ...field, type: 'date' }, '2026-11-30', 'en')).toBe('30 Nov 2026');
  expect(shownValue({ ...field, type: 'yesNo' }, false, 'en')).toBe('No');
  expect(shownValue({ ...field, type: 'choice', options: [{ value: 'n', label: 'North site' }] }, 'n', 'en')).toBe('North site');
  expect(shownValue({ ...field, type: 'text' }, '', 'en')).toBe('Not filled in');
  expect(shownValue({ ...field, type: 'text' }, ['a'], 'en')).toBe('["a"]');
});
