import { describe, expect, it } from 'vitest';
import { isIsoCycle, isIsoDate, isIsoDuration, isIsoInstant } from './iso-8601.ts';

describe('ISO 8601', () => {
  it.each(['P1D', 'PT4H', 'P1Y2M3W4DT5H6M7.5S', 'PT0.5S'])('%s is a duration', (text) => expect(isIsoDuration(text)).toBe(true));
  it.each(['', 'P', 'PT', 'P1DT', '1D', 'P1H', 'PT1D', 'P-1D', 'two days', 'P1D '])('“%s” is no duration', (text) => expect(isIsoDuration(text)).toBe(false));

  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31'])('%s is a day', (text) => expect(isIsoDate(text)).toBe(true));
  it.each(['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '26-01-01', '2026-1-1'])('%s is no day', (text) =>
    expect(isIsoDate(text)).toBe(false),
  );

  it.each(['2026-02-28', '2026-02-28T12:00', '2026-02-28T12:00:00Z', '2026-02-28T12:00:00.5+01:00', '2026-02-28T09:00@Europe/Zurich'])(
    '%s is a point in time',
    (text) => expect(isIsoInstant(text)).toBe(true),
  );
  it.each(['2026-02-30T12:00', '2026-02-28T25:00', '2026-02-28T12:60', '2026-02-28 12:00', 'tomorrow', 'T12:00'])('“%s” is no point in time', (text) =>
    expect(isIsoInstant(text)).toBe(false),
  );

  it.each(['R3/PT10M', 'R/P1D', 'R5/2026-01-01T00:00:00Z/P1W', 'R/PT1H/2026-01-02', 'R3/P1D/2026-01-02T09:00@Europe/Berlin'])('%s is a cycle', (text) =>
    expect(isIsoCycle(text)).toBe(true),
  );
  it.each(['R0/PT1H', '3/PT10M', 'R3', 'R3/2026-01-01T00:00:00Z', 'R3/PT10M/PT5M', 'R3/yesterday/P1D', 'R3/P1D/tomorrow', 'R3/2026-01-01/P1D/2026-02-01'])(
    '“%s” is no cycle',
    (text) => expect(isIsoCycle(text)).toBe(false),
  );
});
