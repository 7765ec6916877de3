import { expect, it } from 'vitest';
import { storeOf, variableOf } from './data-name.ts';

it('calls a data object by its variable, else by its name as a legal one', () => {
  expect(variableOf({ variable: 'order', name: 'Something' })).toBe('order');
  expect(variableOf({ name: 'Purchase order [new]' })).toBe('PurchaseOrderNew');
  expect(variableOf({ name: '2nd offer' })).toBe('_2ndOffer');
  expect(variableOf({ name: '?!' })).toBeUndefined();
  expect(variableOf({})).toBeUndefined();
});

it('calls a data store by what the tenant calls it, else by its name', () => {
  expect(storeOf({ store: 'stock', name: 'Stock' })).toBe('stock');
  expect(storeOf({ name: 'Stock' })).toBe('Stock');
  expect(storeOf({ name: ' ' })).toBeUndefined();
});
