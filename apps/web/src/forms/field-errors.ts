import { checkForm, type Form, type FormField } from '@baton/model';
import type { FormValues } from './form-values.ts';
import { formatMoney, formatNumber } from './number-text.ts';

/** Something to put right, said twice: in the summary on top and at its field. */
export interface FieldError {
  /** The field's key, `NOTE_KEY`, or null: it concerns no field that is shown. */
  readonly key: string | null;
  readonly label: string;
  readonly sentence: string;
  readonly isMissing: boolean;
}

/** As the server and the model name what is wrong; `path` begins with the field's key, or `variables.` and the key. */
export interface AnswerProblem {
  readonly code: string;
  readonly path?: string | undefined;
  readonly message: string;
}

export const NOTE_KEY = '$note';

const MISSING: { readonly [T in FormField['type']]: string } = {
  text: 'Fill this in.',
  longText: 'Fill this in.',
  number: 'Enter a number.',
  money: 'Enter an amount.',
  date: 'Choose a date.',
  choice: 'Choose one.',
  yesNo: 'Answer yes or no.',
};

const exampleOf: { readonly [T in FormField['type']]?: (locale: string) => string } = {
  number: (locale) => `Enter a number, such as ${formatNumber(1234.5, locale)}.`,
  money: (locale) => `Enter an amount, such as ${formatMoney(1234.5, locale)}.`,
  date: () => 'Enter a date, such as 2026-03-31.',
};

const limitWords = (field: FormField, limit: number | undefined, locale: string) => {
  if (limit === undefined) return '';
  return field.type === 'money' ? formatMoney(limit, locale, field.currency) : formatNumber(limit, locale);
};

/** Problem codes in the words of whoever fills the form in; what isn't here is said as the model says it. */
const SENTENCES: Readonly<Record<string, (field: FormField, locale: string) => string | undefined>> = {
  'value-missing': (field) => MISSING[field.type],
  'value-type': (field, locale) => exampleOf[field.type]?.(locale),
  'value-too-small': (field, locale) => `Enter ${limitWords(field, field.min, locale)} or more.`,
  'value-too-big': (field, locale) => `Enter ${limitWords(field, field.max, locale)} or less.`,
  'value-not-an-option': () => 'Choose one of the options.',
};

const keyOfPath = (path = '') => path.replace(/^variables\./, '').split('.')[0];

const errorOf = ({ code, path, message }: AnswerProblem, form: Form, locale: string): FieldError => {
  const field = form.fields.find(({ key }) => key === keyOfPath(path));
  if (!field) return { key: null, label: '', sentence: message, isMissing: false };
  return { key: field.key, label: field.label, sentence: SENTENCES[code]?.(field, locale) ?? message, isMissing: code === 'value-missing' };
};

/** Problems of the server, placed at the fields they belong to. */
export const fieldErrors = (problems: readonly AnswerProblem[], form: Form, locale: string): FieldError[] =>
  problems.map((problem) => errorOf(problem, form, locale));

/** The same check the server makes, before anything is sent. */
export const checkAnswers = (form: Form, values: FormValues, locale: string): FieldError[] => fieldErrors(checkForm(form, values), form, locale);

export const noteMissing = (action: string): FieldError => ({
  key: NOTE_KEY,
  label: 'Note',
  sentence: `Say why, then ${action.toLowerCase()} again.`,
  isMissing: true,
});

/** `One answer is missing`, `3 answers need another look` */
export const summaryTitle = (errors: readonly FieldError[]): string => {
  const count = errors.length === 1 ? 'One answer' : `${errors.length} answers`;
  const isOne = errors.length === 1;
  if (errors.every(({ isMissing }) => isMissing)) return `${count} ${isOne ? 'is' : 'are'} missing`;
  return `${count} ${isOne ? 'needs' : 'need'} another look`;
};
