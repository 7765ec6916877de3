const LANGUAGE = 'en-GB';
const DAY = 24 * 60 * 60 * 1000;

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());
/** Calendar days from one to the other, by the clock on the wall (a day of 23 hours is a day). */
export const daysBetween = (from: Date, to: Date): number => Math.round((startOfDay(to).getTime() - startOfDay(from).getTime()) / DAY);

const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat(LANGUAGE, options);
  return (date: Date) => formatter.format(date).replace(',', '');
};
const clock = format({ hour: '2-digit', minute: '2-digit' });
const dayOfYear = format({ weekday: 'short', day: 'numeric', month: 'short' });
const dayOfAnyYear = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const calendarDay = format({ day: 'numeric', month: 'short', year: 'numeric' });

/** `14:03` */
export const clockWords = (at: string): string => clock(new Date(at));

/** `Mon 16 Nov`; the year too if it isn't this one. */
export const dayWords = (at: string, now: Date): string => {
  const date = new Date(at);
  return date.getFullYear() === now.getFullYear() ? dayOfYear(date) : dayOfAnyYear(date);
};

/** `Today, 14:03`, `Yesterday, 09:12`, `Mon 16 Nov, 09:12` */
export const momentWords = (at: string, now: Date): string => {
  const days = daysBetween(new Date(at), now);
  const day = days === 0 ? 'Today' : days === 1 ? 'Yesterday' : dayWords(at, now);
  return `${day}, ${clockWords(at)}`;
};

/** The same within a sentence: `today, 14:03`, `Mon 16 Nov, 09:12`. */
export const momentInSentence = (at: string, now: Date): string => momentWords(at, now).replace(/^(Today|Yesterday)/, (day) => day.toLowerCase());

/** `just now`, `2 min ago`, `3 h ago`; from a day on the moment itself. */
export const agoWords = (at: string, now: Date): string => {
  const minutes = Math.floor((now.getTime() - new Date(at).getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ago`;
  return momentWords(at, now);
};

/** `30 Nov 2026`, from a date without time as a variable holds it; anything else as it is. */
export const dateWords = (isoDate: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate) ?? [];
  return year && month && day ? calendarDay(new Date(Number(year), Number(month) - 1, Number(day))) : isoDate;
};
