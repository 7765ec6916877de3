import { describe, expect, it } from 'vitest';
import { sayDay, sayDue, sayDuration, sayFuture, sayMoment, sayOrdinal, sayPast } from './when.ts';

const wednesday = new Date(2026, 10, 18, 14, 3, 20).getTime();
const on = (day: number, hour = 14, minute = 2, month = 10) => new Date(2026, month, day, hour, minute).getTime();

describe('a past moment', () => {
  it.each([
    [on(18, 9, 12), '09:12'],
    [on(17), 'yesterday'],
    [on(16), 'Mon'],
    [on(12), 'Thu'],
    [on(9), 'Mon 9 Nov'],
    [new Date(2025, 10, 9).getTime(), '9 Nov 2025'],
  ])('%d is said as %s', (at, words) => {
    expect(sayPast(at, wednesday)).toBe(words);
  });
});

describe('a moment to come', () => {
  it.each([
    [on(18, 16, 0), 'today 16:00'],
    [on(19), 'tomorrow 14:02'],
    [on(20, 9, 0), 'Fri 09:00'],
    [on(30), 'Mon 30 Nov 14:02'],
  ])('%d is said as %s', (at, words) => {
    expect(sayFuture(at, wednesday)).toBe(words);
  });

  it('is overdue once it is past', () => {
    expect(sayDue(on(19), wednesday)).toBe('due tomorrow 14:02');
    expect(sayDue(on(16), wednesday)).toBe('overdue since Mon');
  });
});

it('names day and time in full where a table needs both', () => {
  expect(sayDay(on(18), wednesday)).toBe('Wed 18 Nov');
  expect(sayMoment(on(18), wednesday)).toBe('Wed 18 Nov 14:02');
});

it.each([
  [0, '0 s'],
  [40, '< 0.1 s'],
  [1_240, '1.2 s'],
  [40_400, '40 s'],
  [22 * 60_000 + 9_000, '22 min'],
  [(4 * 60 + 35) * 60_000, '4 h 35 min'],
  [3 * 3_600_000, '3 h'],
  [53 * 3_600_000, '2 d 5 h'],
])('says %d ms as %s', (ms, words) => {
  expect(sayDuration(ms)).toBe(words);
});

it('counts visits as people do', () => {
  expect([1, 2, 3, 4, 11, 12, 21, 22].map(sayOrdinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '12th', '21st', '22nd']);
});
