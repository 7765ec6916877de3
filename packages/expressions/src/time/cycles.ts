import { beginningOf, isBeats, nextBeat, parseBeats } from './beats.ts';
import { looksLikeCron, nextCron } from './cron.ts';
import { accept, addDuration, isDuration, parseInstant, refuse, type Timed } from './durations.ts';

/** `R3/PT10M`: three times, ten minutes apart; `R/2026-01-01T00:00:00Z/P1D`: daily without end, first at that time; `R5/PT1H/<end>`; cron. */
export type Cycle = {
  /** Absent: without end. */
  readonly repetitions?: number;
  /** ms since the epoch of the first time; absent: one interval from now. */
  readonly startAt?: number;
  /** What leads from one due time to the next: an ISO 8601 duration, such a duration with a start or an end (see beats.ts), or a cron pattern. */
  readonly interval: string;
};

const CYCLE = /^R(\d{0,9})\/(?:([^P\s]\S*)\/)?(P[\dYMWDTHS.]+)(?:\/([^P\s]\S*))?$/;
/** No cycle is longer, and a cron pattern shouldn't be. */
const MAX_LENGTH = 200;
/** Shortest interval of a cycle: it must get somewhere. */
const MIN_INTERVAL_MS = 1_000;

export function parseCycle(text: string, zone = 'UTC'): Timed<Cycle> {
  const shown = text.slice(0, 100);
  if (text.length > MAX_LENGTH) return refuse(`Expected a cycle of at most ${MAX_LENGTH} characters, but "${shown}..." is longer.`);
  if (looksLikeCron(text)) return cronCycle(text.trim(), zone);
  const wrong = () =>
    refuse(`Expected an ISO 8601 cycle such as R3/PT10M or R/2026-01-01T00:00:00Z/P1D, or cron such as "0 9 * * MON-FRI", but got "${shown}".`);
  const [, count, start, duration, end] = CYCLE.exec(text) ?? [];
  if (duration === undefined || !isDuration(duration) || (start && end)) return wrong();
  const length = addDuration(0, duration, zone);
  if (!length.ok) return length;
  if (length.value < MIN_INTERVAL_MS) return refuse(`Expected a cycle of at least one second, but "${shown}" has a shorter one.`);
  if (count && Number(count) === 0) return refuse(`Expected at least one repetition, but "${shown}" has none.`);
  const repetitions = count ? { repetitions: Number(count) } : {};
  if (end) return untilEnd(duration, end, { zone, ...repetitions });
  if (!start) return accept({ interval: duration, ...repetitions });
  const startAt = parseInstant(start, zone);
  return startAt.ok ? accept({ interval: anchored(duration, startAt.value, zone), ...repetitions, startAt: startAt.value }) : startAt;
}

/** The last time is at the end, so the number of times says when it begins; the end, not a number, is what stops it. */
function untilEnd(duration: string, end: string, { zone, repetitions }: { readonly zone: string; readonly repetitions?: number }): Timed<Cycle> {
  const endAt = parseInstant(end, zone);
  if (!endAt.ok) return endAt;
  const interval = `${duration}/${new Date(endAt.value).toISOString()}`;
  if (repetitions === undefined) return accept({ interval });
  return accept({ interval, startAt: beginningOf({ from: endAt.value, step: duration, isUntil: true }, repetitions, zone) });
}

function cronCycle(pattern: string, zone: string): Timed<Cycle> {
  const first = nextCron(pattern, 0, zone);
  return first.ok ? accept({ interval: pattern }) : first;
}

/** Months and years are of different lengths, and so are days where clocks change: those are counted from `fromMs`. */
function anchored(duration: string, fromMs: number, zone: string): string {
  const [calendar = ''] = duration.split('T');
  return /[YM]/.test(calendar) || (zone !== 'UTC' && /[DW]/.test(calendar)) ? `${new Date(fromMs).toISOString()}/${duration}` : duration;
}

/** A cycle that begins to run `nowMs`: when it is due first, and the interval to go on with. */
export function beginCycle(cycle: Cycle, nowMs: number, zone = 'UTC'): Timed<{ readonly dueAt: number; readonly interval: string }> {
  const due = firstDue(cycle, nowMs, zone);
  return due.ok ? accept({ dueAt: due.value, interval: isDuration(cycle.interval) ? anchored(cycle.interval, nowMs, zone) : cycle.interval }) : due;
}

/** The first due time of a cycle that begins to run `nowMs`. */
export function firstDue(cycle: Cycle, nowMs: number, zone = 'UTC'): Timed<number> {
  if (cycle.startAt !== undefined) return cycle.startAt >= nowMs ? accept(cycle.startAt) : nextDue(cycle.startAt, cycle.interval, nowMs, zone);
  return isDuration(cycle.interval) ? addDuration(nowMs, cycle.interval, zone) : followingDue(nowMs, cycle.interval, zone);
}

/** The due time after `dueAt` that isn't past: what was missed (the machine was down) is caught up once, not many times. */
export function nextDue(dueAt: number, interval: string, nowMs: number, zone = 'UTC'): Timed<number> {
  if (!isDuration(interval)) return followingDue(Math.max(dueAt, nowMs), interval, zone);
  const length = addDuration(0, interval, 'UTC');
  if (!length.ok || nowMs <= dueAt) return addDuration(dueAt, interval, zone);
  return isEven(interval, zone)
    ? addDuration(dueAt + Math.floor((nowMs - dueAt) / length.value) * length.value, interval, zone)
    : nextBeat({ from: dueAt, step: interval, isUntil: false }, nowMs, zone);
}

/** Of the same length each time, so that whole intervals can be jumped over at once. */
const isEven = (interval: string, zone: string) => anchored(interval, 0, zone) === interval;

/** The due time right after `dueAt`, past or not: what was missed is caught up one by one. */
export function followingDue(dueAt: number, interval: string, zone = 'UTC'): Timed<number> {
  if (looksLikeCron(interval)) return nextCron(interval, dueAt, zone);
  if (!isBeats(interval)) return addDuration(dueAt, interval, zone);
  const beats = parseBeats(interval, zone);
  return beats.ok ? nextBeat(beats.value, dueAt, zone) : beats;
}
