import type { Form, FormField } from '../form.ts';
import { oneOf } from '../naming.ts';
import { error, type Problem } from '../problem.ts';
import { checkLimits } from './check-value.ts';
import type { UncheckedValues } from './check-variables.ts';
import { foundValue, VALUE_TYPES } from './value-types.ts';

/**
 * Is a form filled in? Asked by the browser while somebody types and by the server, which decides. `path` is the field's key.
 * Fields that are only shown are not looked at: take them out with `writableValues` before anything is stored.
 */
export function checkForm(form: Form, values: UncheckedValues): Problem[] {
  return form.fields.flatMap((field) => {
    const problem = field.readOnly ? undefined : checkField(field, entered(values, field.key));
    return problem ? [problem] : [];
  });
}

/** What somebody may have changed: the values of the form's fields, without those only shown. */
export function writableValues<V>(form: Form, values: { readonly [key: string]: V }): { [key: string]: V } {
  const readOnly = new Set(form.fields.filter((field) => field.readOnly).map((field) => field.key));
  return Object.fromEntries(Object.entries(values).filter(([key]) => !readOnly.has(key)));
}

export function checkField(field: FormField, value: unknown): Problem | undefined {
  if (isEmpty(value))
    return field.required ? error('value-missing', `Expected “${field.label}” to be filled in, but it is empty.`, { path: field.key }) : undefined;
  const type = VALUE_TYPES[field.type];
  if (!type.accepts(value)) return error('value-type', `Expected ${type.expected} for “${field.label}”, but found ${foundValue(value)}.`, { path: field.key });
  return checkLimits(field.key, value) ?? checkRange(field, value) ?? checkOption(field, value);
}

function checkRange({ key, label, min, max }: FormField, value: unknown): Problem | undefined {
  if (typeof value !== 'number') return undefined;
  if (min !== undefined && value < min) return error('value-too-small', `Expected at least ${min} for “${label}”, but found ${value}.`, { path: key });
  if (max !== undefined && value > max) return error('value-too-big', `Expected at most ${max} for “${label}”, but found ${value}.`, { path: key });
  return undefined;
}

function checkOption({ type, key, label, options = [] }: FormField, value: unknown): Problem | undefined {
  if (type !== 'choice' || options.some((option) => option.value === value)) return undefined;
  const names = options.slice(0, 20).map((option) => option.label ?? option.value);
  return error('value-not-an-option', `Expected ${oneOf(names)} for “${label}”, but found ${foundValue(value)}.`, { path: key });
}

const isEmpty = (value: unknown) => value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
const entered = (values: UncheckedValues, key: string) => (Object.hasOwn(values, key) ? values[key] : undefined);
