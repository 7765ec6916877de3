import { looksLikeCron, nextCron } from './cron.ts';
import { accept, addDuration, isDuration, parseInstant, refuse, type Timed } from './durations.ts';

/** `R3/PT10M`: three times, ten minutes apart; `R/2026-01-01T00:00:00Z/P1D`: daily without end, first at that time. */
export type Cycle = {
  /** Absent: without end. */
  readonly repetitions?: number;
  /** ms since the epoch of the first time; absent: one interval from now. */
  readonly startAt?: number;
  /** ISO 8601 duration, or a cron pattern. */
  readonly interval: string;
};

const CYCLE = /^R(\d{0,9})\/(?:([^/P][^/]*)\/)?(P[^/]*)$/;
/** Shortest interval of a cycle: it must get somewhere. */
const MIN_INTERVAL_MS = 1_000;

export function parseCycle(iso: string, zone = 'UTC'): Timed<Cycle> {
  if (looksLikeCron(iso)) return cronCycle(iso.trim(), zone);
  const wrong = () => refuse(`Expected an ISO 8601 cycle such as R3/PT10M or R/2026-01-01T00:00:00Z/P1D, but got "${iso.slice(0, 100)}".`);
  const [, count, start, interval] = CYCLE.exec(iso) ?? [];
  if (interval === undefined || !isDuration(interval)) return wrong();
  const length = addDuration(0, interval, zone);
  if (!length.ok) return length;
  if (length.value < MIN_INTERVAL_MS) return refuse(`Expected a cycle of at least one second, but "${iso.slice(0, 100)}" has a shorter one.`);
  if (count === '0') return refuse(`Expected at least one repetition, but "${iso.slice(0, 100)}" has none.`);
  const startAt = start ? parseInstant(start, zone) : null;
  if (startAt && !startAt.ok) return startAt;
  return accept({ interval, ...(count ? { repetitions: Number(count) } : {}), ...(startAt ? { startAt: startAt.value } : {}) });
}

function cronCycle(pattern: string, zone: string): Timed<Cycle> {
  const first = nextCron(pattern, 0, zone);
  return first.ok ? accept({ interval: pattern }) : first;
}

/** The first due time of a cycle that begins to run `nowMs`. */
export function firstDue(cycle: Cycle, nowMs: number, zone = 'UTC'): Timed<number> {
  if (looksLikeCron(cycle.interval)) return nextCron(cycle.interval, nowMs, zone);
  if (cycle.startAt === undefined) return addDuration(nowMs, cycle.interval, zone);
  return cycle.startAt >= nowMs ? accept(cycle.startAt) : nextDue(cycle.startAt, cycle.interval, nowMs, zone);
}

const MAX_HOPS = 10_000;

/** The due time after `dueAt` that isn't past: what was missed (the machine was down) is caught up once, not many times. */
export function nextDue(dueAt: number, interval: string, nowMs: number, zone = 'UTC'): Timed<number> {
  if (looksLikeCron(interval)) return nextCron(interval, Math.max(dueAt, nowMs), zone);
  let next = addDuration(skipAhead(dueAt, interval, nowMs, zone), interval, zone);
  for (let hops = 0; next.ok && next.value <= nowMs && hops < MAX_HOPS; hops++) next = addDuration(next.value, interval, zone);
  return next;
}

/** The due time right after `dueAt`, past or not: what was missed is caught up one by one. */
export function followingDue(dueAt: number, interval: string, zone = 'UTC'): Timed<number> {
  return looksLikeCron(interval) ? nextCron(interval, dueAt, zone) : addDuration(dueAt, interval, zone);
}

/** Jumps over whole intervals of fixed length at once; calendar ones (months, days over a change of clocks) are walked. */
function skipAhead(dueAt: number, interval: string, nowMs: number, zone: string): number {
  const length = addDuration(0, interval, 'UTC');
  const isFixed = interval.startsWith('PT') || (zone === 'UTC' && !/[YM]/.test(interval.split('T')[0] ?? ''));
  if (!isFixed || !length.ok || nowMs <= dueAt) return dueAt;
  return dueAt + Math.floor((nowMs - dueAt) / length.value) * length.value;
}
