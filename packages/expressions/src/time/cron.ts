import { Cron } from 'croner';
import { accept, refuse, type Timed } from './durations.ts';

const FIELDS = /^\S+(\s+\S+){4,5}$/;

/** Five fields (minute, hour, day of month, month, day of week) or six (seconds in front) that aren't an ISO 8601 cycle. */
export const looksLikeCron = (text: string): boolean => FIELDS.test(text.trim()) && !text.trim().startsWith('R');

/**
 * The first time of a cron pattern after `afterMs`, as the clocks of `zone` show it. A time that the change of clocks skips comes
 * right after it; one that comes twice counts once.
 */
export function nextCron(pattern: string, afterMs: number, zone: string): Timed<number> {
  try {
    const next = new Cron(pattern.trim(), { timezone: zone, paused: true }).nextRun(new Date(afterMs));
    return next ? accept(next.getTime()) : refuse(`Expected a time that comes, but "${pattern.slice(0, 100)}" never does.`);
  } catch {
    return refuse(`Expected a cron pattern such as "0 9 * * MON-FRI", but got "${pattern.slice(0, 100)}".`);
  }
}
