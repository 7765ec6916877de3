/** Times as people say them. `now` is an argument everywhere, so that a page can tick and a test can stand still. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const LOCALE = 'en-GB';

const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat(LOCALE, options);
  return (at: number) => formatter.format(at).replace(',', '');
};
const clock = format({ hour: '2-digit', minute: '2-digit' });
export const sayClock = clock;
export const sayClockExactly = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const weekday = format({ weekday: 'short' });
const dayOfYear = format({ weekday: 'short', day: 'numeric', month: 'short' });
const dayAndYear = format({ day: 'numeric', month: 'short', year: 'numeric' });

const startOfDay = (at: number) => new Date(at).setHours(0, 0, 0, 0);
/** Calendar days from now: 0 today, 1 tomorrow, -1 yesterday. Rounded, because days with a clock change are 23 or 25 hours long. */
const daysFrom = (at: number, now: number) => Math.round((startOfDay(at) - startOfDay(now)) / DAY);

/** `Wed 18 Nov`, with the year only where it isn't this one. */
export const sayDay = (at: number, now: number) => (new Date(at).getFullYear() === new Date(now).getFullYear() ? dayOfYear(at) : dayAndYear(at));

/** `Wed 18 Nov 14:02` */
export const sayMoment = (at: number, now: number) => `${sayDay(at, now)} ${clock(at)}`;

/** A past moment, as short as it stays clear: `14:02`, `yesterday`, `Tue`, `Mon 9 Nov`. */
export function sayPast(at: number, now: number): string {
  const days = daysFrom(at, now);
  if (days >= 0) return clock(at);
  if (days === -1) return 'yesterday';
  return days > -7 ? weekday(at) : sayDay(at, now);
}

/** A moment to come: `today 16:00`, `tomorrow 14:02`, `Fri 09:00`, `Mon 9 Nov 14:02`. */
export function sayFuture(at: number, now: number): string {
  const days = daysFrom(at, now);
  if (days <= 0) return `today ${clock(at)}`;
  if (days === 1) return `tomorrow ${clock(at)}`;
  return `${days < 7 ? weekday(at) : sayDay(at, now)} ${clock(at)}`;
}

/** `due tomorrow 14:02`, or `overdue since yesterday`. */
export const sayDue = (at: number, now: number) => (at < now ? `overdue since ${sayPast(at, now)}` : `due ${sayFuture(at, now)}`);

/** `40 s`, `22 min`, `4 h 35 min`, `2 d 5 h`: two units at most, the second left out when it is nothing. */
export function sayDuration(ms: number): string {
  if (ms < 1) return '0 s';
  if (ms < 100) return '< 0.1 s';
  if (ms < 10 * SECOND) return `${trimmed(ms / SECOND)} s`;
  if (ms < 2 * MINUTE) return `${Math.floor(ms / SECOND)} s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return twoUnits(Math.floor(ms / HOUR), 'h', Math.floor((ms % HOUR) / MINUTE), 'min');
  return twoUnits(Math.floor(ms / DAY), 'd', Math.floor((ms % DAY) / HOUR), 'h');
}

const trimmed = (seconds: number) => String(Math.floor(seconds * 10) / 10);
const twoUnits = (large: number, largeUnit: string, small: number, smallUnit: string) =>
  small ? `${large} ${largeUnit} ${small} ${smallUnit}` : `${large} ${largeUnit}`;

const ORDINAL_ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinals = new Intl.PluralRules(LOCALE, { type: 'ordinal' });
/** `2nd` */
export const sayOrdinal = (n: number) => `${n}${ORDINAL_ENDINGS[ordinals.select(n)] ?? 'th'}`;
