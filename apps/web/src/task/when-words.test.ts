import { describe, expect, it } from 'vitest';
import { dueInRow, dueOnTask, dueState } from './due-words.ts';
import { agoWords, dateWords, daysBetween, momentInSentence, momentWords } from './when-words.ts';

/** Local time, as a person sees it. */
const at = (day: number, hour = 12, minute = 0, year = 2026) => new Date(year, 10, day, hour, minute);
const iso = (...parts: Parameters<typeof at>) => at(...parts).toISOString();
const now = at(16, 14, 3);

it('says moments as people do', () => {
  expect(momentWords(iso(16, 9, 12), now)).toBe('Today, 09:12');
  expect(momentWords(iso(15, 23, 59), now)).toBe('Yesterday, 23:59');
  expect(momentWords(iso(9, 9, 12), now)).toBe('Mon 9 Nov, 09:12');
  expect(momentInSentence(iso(16, 9, 12), now)).toBe('today, 09:12');
  expect(momentInSentence(iso(9, 9, 12), now)).toBe('Mon 9 Nov, 09:12');
  expect(momentWords(iso(9, 9, 12, 2025), now)).toBe('Sun 9 Nov 2025, 09:12');
});

it('says how long ago', () => {
  expect(agoWords(iso(16, 14, 3), now)).toBe('just now');
  expect(agoWords(iso(16, 14, 1), now)).toBe('2 min ago');
  expect(agoWords(iso(16, 11, 0), now)).toBe('3 h ago');
  expect(agoWords(iso(9, 9, 12), now)).toBe('Mon 9 Nov, 09:12');
});

it('counts calendar days, not hours', () => {
  expect(daysBetween(at(15, 23, 59), at(16, 0, 1))).toBe(1);
  expect(daysBetween(at(16, 0, 1), at(16, 23, 59))).toBe(0);
});

it('writes a date without moving it to another day', () => {
  expect(dateWords('2026-11-30')).toBe('30 Nov 2026');
  expect(dateWords('soon')).toBe('soon');
});

describe('due', () => {
  it('is overdue from the moment on, not only the day after', () => {
    expect(dueState(iso(16, 14, 2), now)).toBe('overdue');
    expect(dueState(iso(16, 14, 4), now)).toBe('today');
    expect(dueState(iso(17, 0, 1), now)).toBe('later');
  });

  it('is short in a row', () => {
    expect(dueInRow(iso(14, 18), now)).toBe('2 days late');
    expect(dueInRow(iso(15, 18), now)).toBe('1 day late');
    expect(dueInRow(iso(16, 12), now)).toBe('2 h late');
    expect(dueInRow(iso(16, 14, 2), now)).toBe('1 min late');
    expect(dueInRow(iso(16, 16), now)).toBe('Due 16:00');
    expect(dueInRow(iso(19, 9), now)).toBe('Thu 19 Nov');
  });

  it('stands alone on the task', () => {
    expect(dueOnTask(iso(16, 16), now)).toBe('Due today, 16:00');
    expect(dueOnTask(iso(17, 9), now)).toBe('Due tomorrow, 09:00');
    expect(dueOnTask(iso(19, 9), now)).toBe('Due Thu 19 Nov, 09:00');
    expect(dueOnTask(iso(14, 9), now)).toBe('2 days late');
  });
});
