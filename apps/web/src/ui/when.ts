const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const isSameDay = (a: Date, b: Date) => a.toDateString() === b.toDateString();

/** `Today, 11:20`, `Yesterday, 09:12`, `Tue 17 Nov, 14:05`, `2 Nov 2025`, in the reader's own time zone. */
export function whenOf(instant: string, now = new Date()): string {
  const at = new Date(instant);
  if (isSameDay(at, now)) return `Today, ${time.format(at)}`;
  if (isSameDay(at, new Date(now.getTime() - DAY))) return `Yesterday, ${time.format(at)}`;
  if (at.getFullYear() === now.getFullYear()) return `${day.format(at).replace(',', '')}, ${time.format(at)}`;
  return dayAndYear.format(at);
}

/** The same inside a sentence: `since today, 11:20`. */
export const whenInSentence = (instant: string, now?: Date): string => whenOf(instant, now).replace(/^(Today|Yesterday)/, (word) => word.toLowerCase());

/** For a tooltip: everything. */
export const exactlyWhen = (instant: string): string => full.format(new Date(instant));

/** `3 s`, `4 min`, `21 h`, `1 d 4 h`. */
export function howLong(ms: number): string {
  if (ms < MINUTE) return `${Math.max(0, Math.floor(ms / 1000))} s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h`;
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  return days < 10 && hours ? `${days} d ${hours} h` : `${days} d`;
}
