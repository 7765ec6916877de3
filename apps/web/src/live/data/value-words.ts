import type { VariableDeclaration } from '@baton/model';
import type { Json } from './data-tree.ts';

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 10 });
const money = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A value on one line, as people write it: `4,820.00 EUR`, `Yes`, `3 entries`. */
export function sayValue(value: Json, declared?: Pick<VariableDeclaration, 'type' | 'currency'>): string {
  if (value === null) return 'Empty';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return declared?.type === 'money' ? [money.format(value), declared.currency].filter(Boolean).join(' ') : number.format(value);
  if (typeof value === 'string') return declared?.type === 'date' ? sayDate(value) : value;
  if (Array.isArray(value)) return value.length === 1 ? '1 entry' : `${value.length} entries`;
  const fields = Object.keys(value).length;
  return fields === 1 ? '1 field' : `${fields} fields`;
}

function sayDate(text: string): string {
  const at = Date.parse(text);
  if (Number.isNaN(at)) return text;
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).format(at);
}

/** Entries of a list or fields of an object, to open below it; null for a plain value. */
export function partsOf(value: Json): readonly (readonly [string, Json])[] | null {
  if (value === null || typeof value !== 'object') return null;
  return Array.isArray(value) ? value.map((entry, index) => [String(index + 1), entry] as const) : Object.entries(value);
}
