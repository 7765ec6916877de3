import type { Values } from '@baton/contract';
import type { Form, FormField } from '@baton/model';

export type FieldValue = Values[string];
/** What is in the fields, by their keys; `null` is empty. */
export type FormValues = Values;

const literalOf: { readonly [T in FormField['type']]: (text: string) => FieldValue } = {
  text: (text) => text,
  longText: (text) => text,
  number: (text) => (Number.isFinite(Number(text)) ? Number(text) : null),
  money: (text) => (Number.isFinite(Number(text)) ? Number(text) : null),
  date: (text) => text,
  choice: (text) => text,
  yesNo: (text) => text === 'true',
};

/** FEEL for the first value of a field, evaluated by whoever can; `undefined`: not here. */
export type Evaluate = (expression: string) => FieldValue | undefined;

const firstValueOf = (field: FormField, evaluate: Evaluate): FieldValue => {
  if (field.value === undefined || field.value === '') return null;
  return field.value.startsWith('=') ? (evaluate(field.value.slice(1).trim()) ?? null) : literalOf[field.type](field.value);
};

/** What a form shows first: what was typed before, else the process' variables, else the field's own first value. */
export const initialValues = (form: Form, variables: Values, draft: Values = {}, evaluate: Evaluate = () => undefined): FormValues => {
  const firstOf = (field: FormField) => {
    if (!field.readOnly && Object.hasOwn(draft, field.key)) return draft[field.key] ?? null;
    return variables[field.key] ?? firstValueOf(field, evaluate);
  };
  return Object.fromEntries(form.fields.map((field) => [field.key, firstOf(field)]));
};

export const hasExpressions = (form: Form) => form.fields.some((field) => field.value?.startsWith('='));

export const isEmpty = (value: FieldValue | undefined) => value === undefined || value === null || value === '';

/** What is sent: every field somebody may change, empty ones as `null`, so that emptying a field empties the variable. */
export const variablesOf = (form: Form, values: FormValues): Values =>
  Object.fromEntries(
    form.fields.filter((field) => !field.readOnly).map((field) => [field.key, isEmpty(values[field.key]) ? null : (values[field.key] ?? null)]),
  );

/** The first field that has to be filled in and isn't; `A` never decides over it. */
export const firstMissing = (form: Form, values: FormValues): FormField | undefined =>
  form.fields.find((field) => field.required && !field.readOnly && isEmpty(values[field.key]));
