import { isIsoInstant } from '../iso-8601.ts';

/** The types of variables and of form fields, and what each of them accepts. `null` (no value yet) is for the caller to judge. */
export const VALUE_TYPES = {
  text: { expected: 'a text', accepts: (value: unknown) => typeof value === 'string' },
  longText: { expected: 'a text', accepts: (value: unknown) => typeof value === 'string' },
  number: { expected: 'a number', accepts: (value: unknown) => isNumber(value) },
  money: { expected: 'an amount as a number', accepts: (value: unknown) => isNumber(value) },
  date: { expected: 'a date such as 2026-03-31', accepts: (value: unknown) => typeof value === 'string' && isIsoInstant(value) },
  yesNo: { expected: 'yes or no (true or false)', accepts: (value: unknown) => typeof value === 'boolean' },
  choice: { expected: 'one of the options as a text', accepts: (value: unknown) => typeof value === 'string' },
  list: { expected: 'a list', accepts: (value: unknown) => Array.isArray(value) },
  object: { expected: 'an object', accepts: (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value) },
} as const;

export type ValueType = keyof typeof VALUE_TYPES;

const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);

/** A found value in a sentence. */
export function foundValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === undefined || value === null || value === '') return 'nothing';
  if (typeof value === 'object') return 'an object';
  const text = JSON.stringify(value) ?? '';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
