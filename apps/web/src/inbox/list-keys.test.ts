import { describe, expect, it } from 'vitest';
import { listAction, rowAfter, rowInstead } from './list-keys.ts';

const pressed = (key: string, with_: Partial<Parameters<typeof listAction>[0]> = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...with_ });

it('leaves keys with Ctrl, Cmd and Alt to the browser', () => {
  expect(listAction(pressed('a'))).toBe('approve');
  expect(listAction(pressed('A'))).toBe('approve');
  expect(listAction(pressed('r', { ctrlKey: true }))).toBeUndefined();
  expect(listAction(pressed('c', { metaKey: true }))).toBeUndefined();
  expect(listAction(pressed('x'))).toBeUndefined();
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
