import { describe, expect, it } from 'vitest';
import { addDuration, beginCycle, firstDue, followingDue, nextDue, parseCycle, parseInstant } from '../index.ts';

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

/** The first times of a cycle that begins at `from`, each fired in time. */
function firesOf(text: string, from: string, { zone = 'UTC', times = 4 } = {}): readonly string[] {
  const cycle = given(parseCycle(text, zone));
  const begun = given(beginCycle(cycle, at(from), zone));
  const fires = [begun.dueAt];
  while (fires.length < Math.min(times, cycle.repetitions ?? times)) {
    const next = followingDue(fires.at(-1)!, begun.interval, zone);
    if (!next.ok) break;
    fires.push(next.value);
  }
  return fires.map((ms) => new Date(ms).toISOString().replace('.000Z', 'Z'));
}

describe('the times of a cycle', () => {
  const BERLIN = 'Europe/Berlin';
  const NEW_YORK = 'America/New_York';

  it.each<[string, string, string, string[]]>([
    // Fixed lengths.
    ['R3/PT10M', '2026-03-02T12:00:00Z', 'UTC', ['2026-03-02T12:10:00Z', '2026-03-02T12:20:00Z', '2026-03-02T12:30:00Z']],
    ['R2/PT1S', '2026-03-02T12:00:00Z', 'UTC', ['2026-03-02T12:00:01Z', '2026-03-02T12:00:02Z']],
    ['R2/2026-03-05T08:00:00Z/PT1H', '2026-03-02T12:00:00Z', 'UTC', ['2026-03-05T08:00:00Z', '2026-03-05T09:00:00Z']],
    // An end: counted backwards.
    ['R3/P1D/2026-03-10T09:00:00Z', '2026-03-02T12:00:00Z', 'UTC', ['2026-03-08T09:00:00Z', '2026-03-09T09:00:00Z', '2026-03-10T09:00:00Z']],
    ['R3/P1D/2026-03-10T09:00:00Z', '2026-03-09T12:00:00Z', 'UTC', ['2026-03-10T09:00:00Z']],
    ['R/PT6H/2026-03-03T00:00:00Z', '2026-03-02T12:00:00Z', 'UTC', ['2026-03-02T18:00:00Z', '2026-03-03T00:00:00Z']],
    ['R3/P1M/2026-03-31T00:00:00Z', '2026-01-01T00:00:00Z', 'UTC', ['2026-01-31T00:00:00Z', '2026-02-28T00:00:00Z', '2026-03-31T00:00:00Z']],
    ['R2/2026-03-05T08:00@America/Phoenix/PT1H', '2026-03-02T12:00:00Z', 'UTC', ['2026-03-05T15:00:00Z', '2026-03-05T16:00:00Z']],
    // The end of a month, a leap day.
    [
      'R/2026-01-31T10:00:00Z/P1M',
      '2026-01-01T00:00:00Z',
      'UTC',
      ['2026-01-31T10:00:00Z', '2026-02-28T10:00:00Z', '2026-03-31T10:00:00Z', '2026-04-30T10:00:00Z'],
    ],
    ['R/P1M', '2026-01-31T10:00:00Z', 'UTC', ['2026-02-28T10:00:00Z', '2026-03-31T10:00:00Z', '2026-04-30T10:00:00Z', '2026-05-31T10:00:00Z']],
    ['R/2024-02-29/P1Y', '2024-01-01T00:00:00Z', 'UTC', ['2024-02-29T00:00:00Z', '2025-02-28T00:00:00Z', '2026-02-28T00:00:00Z', '2027-02-28T00:00:00Z']],
    ['R/2024-02-29/P4Y', '2025-01-01T00:00:00Z', 'UTC', ['2028-02-29T00:00:00Z', '2032-02-29T00:00:00Z', '2036-02-29T00:00:00Z', '2040-02-29T00:00:00Z']],
    // Berlin loses an hour on 29 March 2026 at 2:00 and has 2:00 to 3:00 twice on 25 October.
    [
      'R/2026-03-28T09:00/P1D',
      '2026-03-01T00:00:00Z',
      BERLIN,
      ['2026-03-28T08:00:00Z', '2026-03-29T07:00:00Z', '2026-03-30T07:00:00Z', '2026-03-31T07:00:00Z'],
    ],
    [
      'R/2026-03-28T02:30/P1D',
      '2026-03-01T00:00:00Z',
      BERLIN,
      ['2026-03-28T01:30:00Z', '2026-03-29T01:30:00Z', '2026-03-30T00:30:00Z', '2026-03-31T00:30:00Z'],
    ],
    [
      'R/2026-10-24T02:30/P1D',
      '2026-10-01T00:00:00Z',
      BERLIN,
      ['2026-10-24T00:30:00Z', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z', '2026-10-27T01:30:00Z'],
    ],
    ['R/P1W', '2026-03-25T08:00:00Z', BERLIN, ['2026-04-01T07:00:00Z', '2026-04-08T07:00:00Z', '2026-04-15T07:00:00Z', '2026-04-22T07:00:00Z']],
    ['R/PT24H', '2026-03-28T08:00:00Z', BERLIN, ['2026-03-29T08:00:00Z', '2026-03-30T08:00:00Z', '2026-03-31T08:00:00Z', '2026-04-01T08:00:00Z']],
    // New York: 8 March and 1 November 2026.
    [
      'R/2026-03-07T02:30/P1D',
      '2026-03-01T00:00:00Z',
      NEW_YORK,
      ['2026-03-07T07:30:00Z', '2026-03-08T07:30:00Z', '2026-03-09T06:30:00Z', '2026-03-10T06:30:00Z'],
    ],
    [
      'R/2026-10-31T01:30/P1D',
      '2026-10-01T00:00:00Z',
      NEW_YORK,
      ['2026-10-31T05:30:00Z', '2026-11-01T05:30:00Z', '2026-11-02T06:30:00Z', '2026-11-03T06:30:00Z'],
    ],
    // Cron.
    ['0 9 * * MON-FRI', '2026-03-27T12:00:00Z', 'UTC', ['2026-03-30T09:00:00Z', '2026-03-31T09:00:00Z', '2026-04-01T09:00:00Z', '2026-04-02T09:00:00Z']],
    ['*/20 * * * * *', '2026-03-27T12:00:01Z', 'UTC', ['2026-03-27T12:00:20Z', '2026-03-27T12:00:40Z', '2026-03-27T12:01:00Z', '2026-03-27T12:01:20Z']],
    ['0 0 1 JAN,jul *', '2026-03-27T12:00:00Z', 'UTC', ['2026-07-01T00:00:00Z', '2027-01-01T00:00:00Z', '2027-07-01T00:00:00Z', '2028-01-01T00:00:00Z']],
    ['0 12 29 2 *', '2026-03-27T12:00:00Z', 'UTC', ['2028-02-29T12:00:00Z', '2032-02-29T12:00:00Z', '2036-02-29T12:00:00Z', '2040-02-29T12:00:00Z']],
    ['0 12 31 * *', '2026-03-31T12:00:00Z', 'UTC', ['2026-05-31T12:00:00Z', '2026-07-31T12:00:00Z', '2026-08-31T12:00:00Z', '2026-10-31T12:00:00Z']],
    ['0 0 * * SUN', '2026-03-27T12:00:00Z', BERLIN, ['2026-03-28T23:00:00Z', '2026-04-04T22:00:00Z', '2026-04-11T22:00:00Z', '2026-04-18T22:00:00Z']],
    ['30 2 * * *', '2026-03-27T12:00:00Z', BERLIN, ['2026-03-28T01:30:00Z', '2026-03-29T01:00:00Z', '2026-03-30T00:30:00Z', '2026-03-31T00:30:00Z']],
    ['30 2 * * *', '2026-10-23T12:00:00Z', BERLIN, ['2026-10-24T00:30:00Z', '2026-10-25T00:30:00Z', '2026-10-26T01:30:00Z', '2026-10-27T01:30:00Z']],
    ['30 2 * * *', '2026-03-07T12:00:00Z', NEW_YORK, ['2026-03-08T07:00:00Z', '2026-03-09T06:30:00Z', '2026-03-10T06:30:00Z', '2026-03-11T06:30:00Z']],
    ['30 1 * * *', '2026-10-31T12:00:00Z', NEW_YORK, ['2026-11-01T05:30:00Z', '2026-11-02T06:30:00Z', '2026-11-03T06:30:00Z', '2026-11-04T06:30:00Z']],
    ['*/30 * * * *', '2026-10-25T00:00:00Z', BERLIN, ['2026-10-25T00:30:00Z', '2026-10-25T01:00:00Z', '2026-10-25T01:30:00Z', '2026-10-25T02:00:00Z']],
  ])('%s from %s in %s', (text, from, zone, expected) => {
    expect(firesOf(text, from, { zone })).toEqual(expected);
  });

  it.each([
    ['R/2026-01-31T10:00:00Z/P1M', '2026-01-31T10:00:00Z', '2026-05-20T00:00:00Z', 'UTC', '2026-05-31T10:00:00Z'],
    ['R/2026-03-01T02:30/P1D', '2026-03-01T01:30:00Z', '2026-03-29T12:00:00Z', BERLIN, '2026-03-30T00:30:00Z'],
    ['R/1926-01-31T10:00:00Z/P1M', '1926-01-31T10:00:00Z', '2026-02-27T00:00:00Z', 'UTC', '2026-02-28T10:00:00Z'],
    ['0 9 * * *', '2026-03-27T08:00:00Z', '2026-04-02T12:00:00Z', BERLIN, '2026-04-03T07:00:00Z'],
    ['R/PT1H/2026-04-02T12:30:00Z', '2026-04-01T12:30:00Z', '2026-04-02T12:00:00Z', 'UTC', '2026-04-02T12:30:00Z'],
  ])('after a gap, %s goes on with the next one to come', (text, dueAt, now, zone, expected) => {
    const { interval } = given(parseCycle(text, zone));

    expect(given(nextDue(at(dueAt), interval, at(now), zone))).toBe(at(expected));
  });

  it('ends at its end', () => {
    const { interval } = given(parseCycle('R/PT1H/2026-04-02T12:30:00Z'));

    expect(nextDue(at('2026-04-02T12:30:00Z'), interval, at('2026-04-02T12:30:00Z'))).toMatchObject({ ok: false });
    expect(followingDue(at('2026-04-02T12:30:00Z'), interval)).toMatchObject({ ok: false });
    expect(beginCycle(given(parseCycle('R3/PT1H/2026-04-02T12:30:00Z')), at('2026-05-01T00:00:00Z'))).toMatchObject({
      ok: false,
      message: 'Expected a cycle that is still to come, but it has ended.',
    });
  });

  it.each([
    ['0 0 30 2 *', 'never does'],
    ['61 0 * * *', 'Expected a cron pattern'],
    ['0 0 * * FOO', 'Expected a cron pattern'],
    ['R/P1D/2026-01-01/P1D', 'Expected an ISO 8601 date'],
    ['R/2026-01-01/P1D/2026-02-01', 'Expected an ISO 8601 cycle'],
    ['R/P1D/tomorrow', 'Expected an ISO 8601 date'],
    ['R/P9000Y', 'before the year 10000'],
    [`R/${'P1D/'.repeat(1000)}P1D`, 'at most 200 characters'],
    [`${'1,'.repeat(1000)}1 * * * *`, 'at most 200 characters'],
  ])('are none for %s', (text, message) => {
    expect(parseCycle(text)).toMatchObject({ ok: false, message: expect.stringContaining(message) });
  });

  it('do not go beyond the year 9999', () => {
    expect(followingDue(at('9999-12-31T00:00:00Z'), '2026-01-31T00:00:00.000Z/P1M')).toMatchObject({ ok: false });
    expect(followingDue(at('9950-01-01T00:00:00Z'), '2026-01-01T00:00:00.000Z/P7900Y')).toMatchObject({ ok: false });
  });
});

describe('dates in a zone', () => {
  it.each([
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
    ['2026-06-01', 'America/New_York', '2026-06-01T04:00:00Z'],
    ['2026-06-01T12:00@Etc/GMT+5', 'UTC', '2026-06-01T17:00:00Z'],
  ])('%s in %s', (text, zone, expected) => {
    expect(given(parseInstant(text, zone))).toBe(at(expected));
  });
});
