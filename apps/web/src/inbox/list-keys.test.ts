import { describe, expect, it } from 'vitest';
import { LIST_KEYS, rowAfter, rowInstead } from './list-keys.ts';

it('gives no key two meanings', () => {
  expect(new Set(LIST_KEYS.map(({ keys }) => keys)).size).toBe(LIST_KEYS.length);
});

describe('walking', () => {
  const ids = ['a', 'b', 'c'];

  it('stops at the ends', () => {
    expect(rowAfter(ids, 'a', 'next')).toBe('b');
    expect(rowAfter(ids, 'c', 'next')).toBe('c');
    expect(rowAfter(ids, 'a', 'previous')).toBe('a');
    expect(rowAfter(ids, 'b', 'last')).toBe('c');
  });

  it('begins at the near end when nothing is open', () => {
    expect(rowAfter(ids, undefined, 'next')).toBe('a');
    expect(rowAfter(ids, undefined, 'previous')).toBe('c');
    expect(rowAfter([], undefined, 'next')).toBeUndefined();
  });

  it('goes on below the row that leaves, at the end above it', () => {
    expect(rowInstead(ids, 'a')).toBe('b');
    expect(rowInstead(ids, 'c')).toBe('b');
    expect(rowInstead(['a'], 'a')).toBeUndefined();
  });
});
