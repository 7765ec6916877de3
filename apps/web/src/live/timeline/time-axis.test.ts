import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeAxis } from './time-axis.ts';

const HOUR = 3_600_000;

describe('the time axis', () => {
  it('folds the quiet, and keeps it as short whether it lasted 18 hours or 23', () => {
    const { stretches } = timeAxis([0, 2 * HOUR, 20 * HOUR, 21 * HOUR, 44 * HOUR], 45 * HOUR);

    const idle = stretches.filter(({ isIdle }) => isIdle);
    expect(idle.map(({ from, to }) => [from / HOUR, to / HOUR])).toEqual([
      [2, 20],
      [21, 44],
    ]);
    const [first, second] = idle.map(({ start, end }) => end - start);
    expect(first).toBeCloseTo(second ?? Number.NaN);
  });

  it('folds the quiet up to now', () => {
    const { stretches } = timeAxis([0, HOUR], 30 * HOUR);

    expect(stretches.map(({ isIdle, to }) => [isIdle, to / HOUR])).toEqual([
      [false, 1],
      [true, 30],
      [false, 30],
    ]);
  });

  it('folds nothing in an instance of seconds', () => {
    expect(timeAxis([0, 10, 20_000], 40_000).stretches).toHaveLength(1);
  });

  it('is good for a single moment', () => {
    expect(timeAxis([5], 5).position(5)).toBe(0);
  });

  it('never runs backwards and never leaves its bounds', () => {
    const moments = fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 40 }).map((all) => all.sort((a, b) => a - b));
    fc.assert(
      fc.property(moments, fc.nat(1_000_000_000), (sorted, more) => {
        const until = (sorted.at(-1) ?? 0) + more;
        const axis = timeAxis(sorted, until);

        const positions = [...sorted, until].map(axis.position);
        expect(positions.every((x) => x >= 0 && x <= 1.000001)).toBe(true);
        expect(positions.every((x, index) => index === 0 || x >= (positions[index - 1] ?? 0) - 1e-9)).toBe(true);
        expect(axis.stretches.at(-1)?.end).toBeCloseTo(1);
      }),
    );
  });
});
