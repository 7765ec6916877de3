import { clockWords, daysBetween, dayWords } from './when-words.ts';

/** overdue: past. today: still ahead, but today. later: another day. */
export type DueState = 'overdue' | 'today' | 'later';

export const dueState = (dueAt: string, now: Date): DueState => {
  const due = new Date(dueAt);
  if (due.getTime() < now.getTime()) return 'overdue';
  return daysBetween(now, due) === 0 ? 'today' : 'later';
};

const lateWords = (due: Date, now: Date) => {
  const minutes = Math.floor((now.getTime() - due.getTime()) / 60_000);
  const days = daysBetween(due, now);
  if (minutes < 60) return `${Math.max(minutes, 1)} min late`;
  if (days === 0) return `${Math.floor(minutes / 60)} h late`;
  return days === 1 ? '1 day late' : `${days} days late`;
};

/** In a row, where the group already says the day: `2 days late`, `Due 16:00`, `Thu 19 Nov`. */
export const dueInRow = (dueAt: string, now: Date): string => {
  const words: { readonly [S in DueState]: () => string } = {
    overdue: () => lateWords(new Date(dueAt), now),
    today: () => `Due ${clockWords(dueAt)}`,
    later: () => dayWords(dueAt, now),
  };
  return words[dueState(dueAt, now)]();
};

/** On the task, standing alone: `Due today, 16:00`, `Due tomorrow, 09:00`, `2 days late`. */
export const dueOnTask = (dueAt: string, now: Date): string => {
  if (dueState(dueAt, now) === 'overdue') return lateWords(new Date(dueAt), now);
  const days = daysBetween(now, new Date(dueAt));
  const day = days === 0 ? 'today' : days === 1 ? 'tomorrow' : dayWords(dueAt, now);
  return `Due ${day}, ${clockWords(dueAt)}`;
};
