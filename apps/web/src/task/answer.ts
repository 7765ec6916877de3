import type { TaskDetail, Values } from '@baton/contract';
import type { Form } from '@baton/model';
import { checkAnswers, type FieldError, noteMissing } from '../forms/field-errors.ts';
import { type FormValues, variablesOf } from '../forms/form-values.ts';

type Outcome = TaskDetail['outcomes'][number];
const NO_FORM: Form = { fields: [] };
export const formOf = (task: Pick<TaskDetail, 'form'>): Form => task.form ?? NO_FORM;

/** How many facts stand above the form. */
export const MOST_FACTS = 4;

/** The form without what the key facts above it say already. */
export function formBelowFacts(task: Pick<TaskDetail, 'form' | 'keyFacts'>): Form {
  const said = new Set(task.keyFacts.slice(0, MOST_FACTS).map(({ name }) => name));
  return { fields: formOf(task).fields.filter(({ key, readOnly }) => !(readOnly && said.has(key))) };
}

/** What has been filled in so far. */
export interface Answer {
  readonly values: FormValues;
  readonly note: string;
}

/** What stands in the way of deciding so; `outcome` undefined: the task is only completed. */
export const errorsOf = (task: Pick<TaskDetail, 'form'>, { values, note }: Answer, outcome: Outcome | undefined, locale: string): FieldError[] => {
  const errors = checkAnswers(formOf(task), values, locale);
  return outcome?.commentRequired && note.trim() === '' ? [...errors, noteMissing(outcome.label)] : errors;
};

/** The body of `completeTask`. */
export const bodyOf = (
  task: Pick<TaskDetail, 'form'>,
  { values, note }: Answer,
  outcome: Outcome | undefined,
): { outcome?: string; variables?: Values; comment?: string } => ({
  ...(outcome ? { outcome: outcome.value } : {}),
  ...(task.form ? { variables: variablesOf(task.form, values) } : {}),
  ...(note.trim() ? { comment: note.trim() } : {}),
});

/** Begun or not: whether there is anything a draft should keep. */
export const draftOf = (task: Pick<TaskDetail, 'form'>, { values, note }: Answer): { variables: Values; comment: string | null } => ({
  variables: variablesOf(formOf(task), values),
  comment: note === '' ? null : note,
});

/** Whether whoever looks may fill it in: it is theirs, or becomes theirs when they begin. */
export const canWork = (task: Pick<TaskDetail, 'status' | 'may'>): boolean =>
  (task.status === 'open' || task.status === 'claimed') && (task.may.complete || task.may.claim);
