import { describe, expect, it } from 'vitest';
import { isCron } from './cron.ts';
import { isTimeZone } from './time-zone.ts';

describe('cron', () => {
  it.each([
    '0 9 * * *',
    '0 9 * * MON-FRI',
    '*/15 8-18 * * 1-5',
    '0 0 1 jan,Jul *',
    '30 0 9 * * *',
    '0 0 L * *',
    '0 0 LW * *',
    '0 0 15W * *',
    '0 0 * * FRI#2',
    '0 0 * * 5L',
    '0 0 ? * 7',
    '0-30/10 * * * *',
    '*/60 */24 * * SAT-SUN',
    '0 0 1,15,31 * SUN',
  ])('%s is read', (text) => expect(isCron(text)).toBe(true));

  it.each([
    '',
    '* * * *',
    '* * * * * * *',
    '60 * * * *',
    '0 24 * * *',
    '0 0 0 * *',
    '0 0 32 * *',
    '0 0 * 13 *',
    '0 0 * * 8',
    '0 0 * * FOO',
    '0 0 * MON *',
    '5-1 * * * *',
    '*/0 * * * *',
    '5/10 * * * *',
    '1-2-3 * * * *',
    'every day at nine o',
    'R3/PT1H a b c d',
  ])('“%s” is refused', (text) => expect(isCron(text)).toBe(false));
});

describe('a time zone', () => {
  it.each(['UTC', 'Europe/Berlin', 'America/New_York', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])('%s is known', (text) =>
    expect(isTimeZone(text)).toBe(true),
  );
  it.each(['', 'Europe/Atlantis', 'Berlin', '+01:00', 'Europe/Berlin ', '../etc'])('“%s” is not', (text) => expect(isTimeZone(text)).toBe(false));
});
