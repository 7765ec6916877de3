import { describe, expect, it } from 'vitest';
import { addDuration, firstDue, followingDue, nextDue, parseCycle, parseInstant } from '../index.ts';

const at = (iso: string) => Date.parse(iso);
const given = <T>(result: { ok: true; value: T } | { ok: false; message: string }): T => {
  if (!result.ok) throw new Error(result.message);
  return result.value;
};

describe('durations', () => {
  it('are added as the calendar has them', () => {
    expect(given(addDuration(at('2026-01-31T10:00:00Z'), 'P1M'))).toBe(at('2026-02-28T10:00:00Z'));
    expect(given(addDuration(at('2026-03-02T12:00:00Z'), 'PT1H30M'))).toBe(at('2026-03-02T13:30:00Z'));
    expect(given(addDuration(at('2026-03-02T12:00:00Z'), 'P2W'))).toBe(at('2026-03-16T12:00:00Z'));
  });

  it('keep the hour of a zone when its clocks change', () => {
    expect(given(addDuration(at('2026-03-28T11:00:00Z'), 'P1D', 'Europe/Berlin'))).toBe(at('2026-03-29T10:00:00Z'));
  });

  it.each(['', 'P', 'PT', '10M', 'P1S', 'P-1D', 'soon', 'P99999Y', 'P1D; drop'])('refuse %j', (text) => {
    expect(addDuration(0, text)).toMatchObject({ ok: false, message: expect.stringContaining('Expected') });
  });
});

describe('cron', () => {
  const times = (pattern: string, zone: string, from: string, count: number) => {
    const all: string[] = [];
    let due = given(firstDue(given(parseCycle(pattern, zone)), at(from), zone));
    for (; all.length < count; due = given(nextDue(due, pattern, due, zone))) all.push(new Date(due).toISOString().slice(0, 16));
    return all;
  };

  it.each([
    ['30 2 * * *', 'Europe/Berlin', '2026-03-28T00:00:00Z', ['2026-03-28T01:30', '2026-03-29T01:00', '2026-03-30T00:30']],
    ['30 2 * * *', 'Europe/Berlin', '2026-10-24T00:00:00Z', ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30']],
    ['0 9 * * MON-FRI', 'America/New_York', '2026-03-06T20:00:00Z', ['2026-03-09T13:00', '2026-03-10T13:00']],
    ['0 0 31 * *', 'UTC', '2026-01-31T00:00:00Z', ['2026-03-31T00:00', '2026-05-31T00:00']],
    ['0 0 29 2 *', 'UTC', '2026-01-01T00:00:00Z', ['2028-02-29T00:00']],
    ['*/20 * * * * *', 'UTC', '2026-01-01T00:00:00Z', ['2026-01-01T00:00', '2026-01-01T00:00', '2026-01-01T00:01']],
  ])('%s in %s', (pattern, zone, from, expected) => {
    expect(times(pattern, zone, from, expected.length)).toEqual(expected);
  });

  it.each(['61 * * * *', '0 0 30 2 *', 'a b c d e', '* * * *'])('refuses %j', (pattern) => {
    expect(parseCycle(pattern)).toMatchObject({ ok: false, message: expect.stringContaining('Expected') });
  });

  it('after a gap comes once, or each time it was missed', () => {
    const monday = at('2026-03-02T09:00:00Z');
    const friday = at('2026-03-06T10:00:00Z');

    expect(given(nextDue(monday, '0 9 * * *', friday))).toBe(at('2026-03-07T09:00:00Z'));
    expect(given(followingDue(monday, '0 9 * * *'))).toBe(at('2026-03-03T09:00:00Z'));
    expect(given(followingDue(monday, 'P1D'))).toBe(at('2026-03-03T09:00:00Z'));
  });
});

describe('instants', () => {
  it.each([
    ['2026-03-02', '2026-03-02T00:00:00Z'],
    ['2026-03-02T12:00', '2026-03-02T12:00:00Z'],
    ['2026-03-02T12:00:00+02:00', '2026-03-02T10:00:00Z'],
    ['2026-03-02T12:00:00.500Z', '2026-03-02T12:00:00.500Z'],
    ['2026-03-02T12:00:00@Europe/Berlin', '2026-03-02T11:00:00Z'],
  ])('read %s', (text, expected) => {
    expect(given(parseInstant(text))).toBe(at(expected));
  });

  it.each(['', 'tomorrow', '2026-02-30', '2026-13-01', '2026-03-02T25:00', '02.03.2026', '2026-03-02T12:00@Nowhere/Land', '0000-01-01T00:00:00Z'])(
    'refuse %j',
    (text) => {
      expect(parseInstant(text).ok).toBe(false);
    },
  );
});

describe('cycles', () => {
  it('say how often, from when and how far apart', () => {
    expect(given(parseCycle('R3/PT10M'))).toEqual({ repetitions: 3, interval: 'PT10M' });
    expect(given(parseCycle('R/2026-01-01T00:00:00Z/P1D'))).toEqual({ startAt: at('2026-01-01T00:00:00Z'), interval: 'P1D' });
  });

  it.each(['', 'R3', 'R3/', 'R3/soon', 'PT10M', 'R0/PT1H', 'R/PT0S', 'R/PT0.1S', 'R/2026-99-01/P1D', 'R-1/PT1H'])('refuse %j', (text) => {
    expect(parseCycle(text).ok).toBe(false);
  });

  it('begin one interval from now, or at their start, or at the next beat after it', () => {
    const now = at('2026-03-02T12:00:00Z');
    expect(given(firstDue({ interval: 'PT10M' }, now))).toBe(now + 600_000);
    expect(given(firstDue({ interval: 'P1D', startAt: at('2026-03-05T00:00:00Z') }, now))).toBe(at('2026-03-05T00:00:00Z'));
    expect(given(firstDue({ interval: 'P1D', startAt: at('2020-01-01T08:00:00Z') }, now))).toBe(at('2026-03-03T08:00:00Z'));
  });

  it('skip what was missed and keep the beat', () => {
    expect(given(nextDue(at('2026-03-02T12:00:00Z'), 'PT1H', at('2026-03-02T15:30:00Z')))).toBe(at('2026-03-02T16:00:00Z'));
    expect(given(nextDue(0, 'PT1S', at('2026-03-02T15:30:00.500Z')))).toBe(at('2026-03-02T15:30:01Z'));
    expect(given(nextDue(at('2026-01-15T00:00:00Z'), 'P1M', at('2026-03-02T00:00:00Z')))).toBe(at('2026-03-15T00:00:00Z'));
  });
});
