import { VARIABLE_NAME } from '@baton/model';
import { expect, it } from 'vitest';
import { keyFromLabel } from './key-from-label.ts';

it.each([
  ['Amount', 'amount'],
  ['Purchase order no.', 'purchaseOrderNo'],
  ['IBAN', 'iban'],
  ['Prénom', 'prenom'],
  ['2nd quote', 'field2ndQuote'],
  ['', 'field'],
  ['???', 'field'],
])('makes a name out of %j', (label, key) => {
  expect(keyFromLabel(label)).toBe(key);
  expect(keyFromLabel(label)).toMatch(VARIABLE_NAME);
});

it('never gives the same name twice', () => {
  expect(keyFromLabel('Amount', ['amount', 'amount2'])).toBe('amount3');
});
