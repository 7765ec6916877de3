import type { Task } from '@baton/contract';
import { dueState } from '../task/due-words.ts';
import { daysBetween } from '../task/when-words.ts';

export interface TaskGroup {
  readonly title: string;
  readonly tasks: readonly Task[];
}

/** The week ends with Sunday. */
const daysLeftInWeek = (now: Date) => (7 - now.getDay()) % 7;

const dueTitle = ({ dueAt }: Task, now: Date): string => {
  if (!dueAt) return 'No date';
  const state = dueState(dueAt, now);
  if (state === 'overdue') return 'Overdue';
  if (state === 'today') return 'Today';
  return daysBetween(now, new Date(dueAt)) <= daysLeftInWeek(now) ? 'This week' : 'Later';
};

const DUE_TITLES = ['Overdue', 'Today', 'This week', 'Later', 'No date'];
/** Due first, then the more important, then the older. */
const byUrgency = (a: Task, b: Task) =>
  (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') || b.priority - a.priority || a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id);

const grouped = (tasks: readonly Task[], titles: readonly string[], titleOf: (task: Task) => string): TaskGroup[] =>
  titles.map((title) => ({ title, tasks: tasks.filter((task) => titleOf(task) === title) })).filter((group) => group.tasks.length > 0);

export const groupByDue = (tasks: readonly Task[], now: Date): TaskGroup[] => grouped(tasks.toSorted(byUrgency), DUE_TITLES, (task) => dueTitle(task, now));

const doneTitle = ({ completedAt, createdAt }: Task, now: Date): string => {
  const days = daysBetween(new Date(completedAt ?? createdAt), now);
  if (days <= 0) return 'Today';
  return days === 1 ? 'Yesterday' : 'Earlier';
};

/** What is done, the last first. */
export const groupByDone = (tasks: readonly Task[], now: Date): TaskGroup[] =>
  grouped(
    tasks.toSorted((a, b) => (b.completedAt ?? '').localeCompare(a.completedAt ?? '')),
    ['Today', 'Yesterday', 'Earlier'],
    (task) => doneTitle(task, now),
  );

/** As J and K walk. */
export const inListOrder = (groups: readonly TaskGroup[]): Task[] => groups.flatMap(({ tasks }) => tasks);
