import type { FieldType, Form, FormField } from '@baton/model';
import { freeName, keyFromLabel } from './key-from-label.ts';

/** What a new field of a type is called until somebody names it, and what it brings along. */
const NEW_FIELD: { readonly [T in FieldType]: Omit<FormField, 'key' | 'type'> } = {
  text: { label: 'Text' },
  longText: { label: 'Long text' },
  number: { label: 'Number' },
  money: { label: 'Amount', currency: 'EUR' },
  date: { label: 'Date' },
  choice: {
    label: 'Choice',
    options: [
      { value: 'option1', label: 'Option 1' },
      { value: 'option2', label: 'Option 2' },
    ],
  },
  yesNo: { label: 'Yes or no' },
};

const keysOf = (form: Form, but = -1) => form.fields.filter((_, index) => index !== but).map((field) => field.key);
const withFields = (form: Form, fields: FormField[]): Form => ({ ...form, fields });

export const addField = (form: Form, type: FieldType): Form => {
  const seed = NEW_FIELD[type];
  return withFields(form, [...form.fields, { ...structuredClone(seed), key: keyFromLabel(seed.label, keysOf(form)), type }]);
};

export const removeField = (form: Form, index: number): Form => withFields(form, form.fields.toSpliced(index, 1));

export const duplicateField = (form: Form, index: number): Form => {
  const field = form.fields[index];
  if (!field) return form;
  return withFields(form, form.fields.toSpliced(index + 1, 0, { ...structuredClone(field), key: freeName(field.key, keysOf(form)) }));
};

/** By one place up (-1) or down (+1); at the end of the list nothing happens. */
export const moveField = (form: Form, index: number, by: -1 | 1): Form => {
  const field = form.fields[index];
  const to = index + by;
  if (!field || to < 0 || to >= form.fields.length) return form;
  return withFields(form, form.fields.toSpliced(index, 1).toSpliced(to, 0, field));
};

/** `undefined` takes a property away: "no hint" is the absence of the hint. */
export type FieldChange = { readonly [P in keyof FormField]?: FormField[P] | undefined };

const changed = (field: FormField, change: FieldChange): FormField => {
  const { key, type, label, ...rest } = { ...field, ...change };
  const kept = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return { ...kept, key: key ?? field.key, type: type ?? field.type, label: label ?? field.label };
};

export const changeField = (form: Form, index: number, change: FieldChange): Form =>
  withFields(
    form,
    form.fields.map((field, at) => (at === index ? changed(field, change) : field)),
  );

/** A new label brings a new key as long as the key is the one its old label gave; a key somebody chose stays. */
export const renameField = (form: Form, index: number, label: string): Form => {
  const field = form.fields[index];
  if (!field) return form;
  const taken = keysOf(form, index);
  const isAutomatic = field.key === keyFromLabel(field.label, taken);
  return changeField(form, index, isAutomatic ? { label, key: keyFromLabel(label, taken) } : { label });
};

/** What only some types have is dropped when the type changes. */
export const retypeField = (form: Form, index: number, type: FieldType): Form => {
  const hasRange = type === 'number' || type === 'money';
  const { options, currency } = NEW_FIELD[type];
  return changeField(form, index, { type, value: undefined, options, currency, ...(hasRange ? {} : { min: undefined, max: undefined }) });
};

/** One option a line, `value: label` or only the label. */
export const optionsFromText = (text: string): NonNullable<FormField['options']> => {
  const taken: string[] = [];
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, before, after] = /^([^:]+):\s*(.+)$/.exec(line) ?? [];
      const value = freeName(before?.trim() ?? line, taken);
      taken.push(value);
      return after && after !== value ? { value, label: after } : { value };
    });
};

export const textFromOptions = (options: FormField['options'] = []): string =>
  options.map(({ value, label }) => (label && label !== value ? `${value}: ${label}` : value)).join('\n');
