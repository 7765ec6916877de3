import type { Incident } from '@baton/contract';

export type Trend = 'rising' | 'steady' | 'falling';
const HOUR = 3_600_000;

/** How many were raised in each of the last `hours`, the oldest first. */
export function perHour(incidents: readonly Pick<Incident, 'raisedAt'>[], now: number, hours = 12): number[] {
  const counts = Array.from({ length: hours }, () => 0);
  for (const { raisedAt } of incidents) {
    const ago = Math.floor((now - Date.parse(raisedAt)) / HOUR);
    const index = hours - 1 - Math.max(0, ago);
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}

/** The last hour against the one before it. */
export function trendOf(counts: readonly number[]): Trend {
  const [before = 0, last = 0] = counts.slice(-2);
  if (last > before) return 'rising';
  return last < before ? 'falling' : 'steady';
}
