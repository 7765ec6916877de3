import { describe, expect, it } from 'vitest';
import { initialsOf } from './avatar.tsx';
import { counted } from './counted.ts';
import { howLong, whenInSentence, whenOf } from './when.ts';

const now = new Date(2026, 10, 23, 15, 30);
const local = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe('when', () => {
  it.each([
    [local(2026, 10, 23, 9, 5), 'Today, 09:05'],
    [local(2026, 10, 22, 23, 59), 'Yesterday, 23:59'],
    [local(2026, 10, 17, 14, 5), 'Tue 17 Nov, 14:05'],
    [local(2025, 1, 2, 14, 5), '2 Feb 2025'],
  ])('%s is %s', (instant, words) => {
    expect(whenOf(instant, now)).toBe(words);
  });

  it('begins small inside a sentence', () => {
    expect(whenInSentence(local(2026, 10, 23, 9, 5), now)).toBe('today, 09:05');
  });
});

it('says how long in one or two units', () => {
  const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

  expect([howLong(-5), howLong(59_999), howLong(2 * minute), howLong(21 * hour), howLong(day + 4 * hour), howLong(day), howLong(40 * day + hour)]).toEqual([
    '0 s',
    '59 s',
    '2 min',
    '21 h',
    '1 d 4 h',
    '1 d',
    '40 d',
  ]);
});

it('counts in words', () => {
  expect([counted(1, 'person', 'people'), counted(1267, 'instance')]).toEqual(['1 person', '1,267 instances']);
});

it('makes initials of any name', () => {
  expect([initialsOf('Sara Keller'), initialsOf('A. Meyer'), initialsOf('Finance'), initialsOf(' '), initialsOf('Ana María de la Vega')]).toEqual([
    'SK',
    'AM',
    'F',
    '?',
    'AV',
  ]);
});
