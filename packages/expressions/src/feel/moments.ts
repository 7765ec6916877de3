import { parseDateTime } from 'feelin';
import { isDate, isDateTime, isTime } from '../temporal.ts';
import type { Builtin, Builtins } from './builtin.ts';

/** `date and time("2026-01-01T12:00:00Z")`, or of a date and a time. feelin has it as syntax only, to be parsed at each call. */
const dateAndTime: Builtin['run'] = (_environment, [date, time, from]) => {
  const text = typeof date === 'string' ? date : from;
  if (typeof text === 'string') return parseDateTime(text);
  const day = isDate(date) || isDateTime(date) ? String(date).split('T')[0] : undefined;
  return day !== undefined && isTime(time) ? parseDateTime(`${day}T${time}`) : null;
};

export const MOMENTS: Builtins = { 'date and time': { parameters: ['date', 'time', 'from'], run: dateAndTime } };

/**
 * Text that sorts as the moment does: of a date, or of a date and time whose zone is UTC or none. Null: something else, or a year that
 * isn't written with four digits.
 */
function sortable(value: unknown): { readonly kind: string; readonly text: string } | null {
  if (isDate(value)) return written('date', String(value));
  if (!isDateTime(value) || (value.timezone !== null && value.timezone !== 'UTC')) return null;
  return written(value.timezone ?? 'local', String(value.unwrap()));
}

const written = (kind: string, text: string) => (/^\d/.test(text) ? { kind, text } : null);

/** Below 0, 0 or above 0 as `a` is before, at or after `b`; null: only feelin can say. */
export function compareMoments(a: unknown, b: unknown): number | null {
  const first = sortable(a);
  const second = sortable(b);
  if (!first || !second || first.kind !== second.kind) return null;
  return first.text < second.text ? -1 : Number(first.text > second.text);
}
