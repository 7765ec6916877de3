import { DateTime, Duration } from 'luxon';
import { accept, LATEST, parseInstant, refuse, type Timed } from './durations.ts';

/**
 * Times that are counted from one of them, not each from the one before: monthly from the 31st stays on the last of the month, daily from
 * half past two comes back to it after the night that has none. Written as ISO 8601 does: `<start>/P1M` goes on without end,
 * `P1D/<end>` is counted backwards and stops at its end.
 */
export type Beats = { readonly from: number; readonly step: string; readonly isUntil: boolean };

export const isBeats = (interval: string): boolean => interval.includes('/') && !/\s/.test(interval);

export function parseBeats(interval: string, zone: string): Timed<Beats> {
  const [first = '', second = ''] = interval.split('/');
  const isUntil = first.startsWith('P');
  const from = parseInstant(isUntil ? second : first, zone);
  return from.ok ? accept({ from: from.value, step: isUntil ? first : second, isUntil }) : from;
}

/** Longest a unit may be in milliseconds: no number of beats is then thought too many. */
const LONGEST = { years: 366, quarters: 92, months: 31, weeks: 7, days: 1 } as const;
const DAY = 86_400_000;

function longest(step: Duration): number {
  const { years, quarters, months, weeks, days, hours, minutes, seconds, milliseconds } = step;
  const whole = years * LONGEST.years + quarters * LONGEST.quarters + months * LONGEST.months + weeks * LONGEST.weeks + days * LONGEST.days;
  return whole * DAY + Duration.fromObject({ hours, minutes, seconds, milliseconds }).toMillis();
}

/** The `count`th beat as the clocks of `zone` have it. */
function beat({ from, step, isUntil }: Beats, count: number, zone: string): number {
  const way = Duration.fromISO(step).mapUnits((amount) => amount * count);
  const anchor = DateTime.fromMillis(from, { zone });
  return Math.round((isUntil ? anchor.minus(way) : anchor.plus(way)).toMillis());
}

/** `beats` before the end, the end itself being the last: where it begins. */
export const beginningOf = (beats: Beats, count: number, zone: string): number => beat(beats, count - 1, zone);

/** The first beat after `afterMs`. */
export function nextBeat(beats: Beats, afterMs: number, zone: string): Timed<number> {
  if (beats.isUntil && afterMs >= beats.from) return refuse('Expected a cycle that is still to come, but it has ended.');
  const distance = beats.isUntil ? beats.from - afterMs : afterMs - beats.from;
  let count = Math.max(0, Math.floor((distance - 2 * DAY) / longest(Duration.fromISO(beats.step))));
  if (beats.isUntil) while (beat(beats, count + 1, zone) > afterMs) count++;
  else while (beat(beats, count, zone) <= afterMs) count++;
  const next = beat(beats, count, zone);
  return next <= LATEST ? accept(next) : refuse('Expected a time before the year 10000, but the next one is later.');
}
