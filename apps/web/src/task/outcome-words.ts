import type { Task } from '@baton/contract';
import { agoWords, clockWords } from './when-words.ts';

type Outcome = Task['outcomes'][number];
type Decided = Pick<Task, 'status' | 'outcome' | 'outcomes' | 'completedBy' | 'completedAt'>;

/** What the button said: `Approve`. An outcome the task no longer knows is said as it is. */
export const outcomeLabel = ({ outcome, outcomes }: Pick<Task, 'outcome' | 'outcomes'>): string | undefined =>
  outcomes.find(({ value }) => value === outcome)?.label ?? outcome ?? undefined;

/** `Done by Lee, 10:42`, on the row that is no longer in its view. */
export const goneWords = ({ status, completedBy, completedAt, assignee }: Decided & Pick<Task, 'assignee'>, userId: string): string => {
  if (status === 'cancelled') return 'No longer needed';
  if (status === 'completed') return [`Done by ${completedBy?.name ?? 'somebody else'}`, completedAt && clockWords(completedAt)].filter(Boolean).join(', ');
  if (!assignee) return 'Put back';
  return assignee.userId === userId ? 'Yours now' : `Taken by ${assignee.name}`;
};

/** `Lee decided this 2 min ago: Approve`, in the place of the decision. */
export const decidedWords = (task: Decided, now: Date): string => {
  const label = outcomeLabel(task);
  const who = task.completedBy?.name ?? 'Somebody';
  const when = task.completedAt ? ` ${agoWords(task.completedAt, now)}` : '';
  return label ? `${who} decided this${when}: ${label}` : `${who} completed this${when}`;
};

/** The decision that lets the process go on: what `A` does. */
export const positiveOutcome = (outcomes: readonly Outcome[]): Outcome | undefined => outcomes.find(({ tone }) => tone === 'positive');
/** The decision that stops it: what `R` does. */
export const negativeOutcome = (outcomes: readonly Outcome[]): Outcome | undefined => outcomes.find(({ tone }) => tone === 'negative');

const RANK: { readonly [T in Outcome['tone']]: number } = { neutral: 0, negative: 1, positive: 2 };

/** As the buttons stand from left to right: the main decision is the rightmost. */
export const inButtonOrder = (outcomes: readonly Outcome[]): Outcome[] => outcomes.toSorted((a, b) => RANK[a.tone] - RANK[b.tone]);

/** `optional, required when you reject` */
export const noteWords = (outcomes: readonly Outcome[]): string => {
  const needing = outcomes.filter(({ commentRequired }) => commentRequired).map(({ label }) => label.toLowerCase());
  if (needing.length === 0) return 'optional';
  if (needing.length === outcomes.length) return 'required';
  return `optional, required when you ${new Intl.ListFormat('en', { type: 'disjunction' }).format(needing)}`;
};
