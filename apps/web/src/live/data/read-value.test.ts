import { expect, it } from 'vitest';
import { asTyped, readTyped } from './read-value.ts';

it.each([
  ['text', 'new', 'new'],
  ['12', '13', '13'],
  [1200, ' 900.5 ', 900.5],
  [true, 'false', false],
  [null, '"late"', 'late'],
  [[1], '[1, 2]', [1, 2]],
] as const)('a value that was %j is read from "%s"', (before, typed, value) => {
  expect(readTyped(typed, JSON.parse(JSON.stringify(before)))).toEqual({ value });
});

it('says what was expected', () => {
  expect(readTyped('', 5)).toEqual({ problem: 'Expected a number such as 1200.50.' });
  expect(readTyped('1', true)).toEqual({ problem: 'Expected true or false.' });
  expect(readTyped('{', {})).toHaveProperty('problem');
});

it('comes back as it was typed', () => {
  for (const value of ['a "b"', 5, false, null, [1, { a: 'x' }]]) expect(readTyped(asTyped(value), value)).toEqual({ value });
});
