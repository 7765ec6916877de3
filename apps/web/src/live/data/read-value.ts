import type { Json } from './data-tree.ts';

export type Read = { readonly value: Json } | { readonly problem: string };

/** How a value is typed in: text as it is, numbers and yes/no as such, everything else as JSON. */
export const asTyped = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

/** What somebody typed, of the same kind as the value was; a text stays a text. */
export function readTyped(typed: string, before: Json): Read {
  if (typeof before === 'string') return { value: typed };
  const text = typed.trim();
  if (typeof before === 'number' && !Number.isFinite(Number(text || 'none'))) return { problem: 'Expected a number such as 1200.50.' };
  if (typeof before === 'number') return { value: Number(text) };
  try {
    const value: Json = JSON.parse(text);
    return typeof before === 'boolean' && typeof value !== 'boolean' ? { problem: 'Expected true or false.' } : { value };
  } catch {
    return { problem: 'Expected JSON: a number, true, false, null, a text in quotes, a list in [ ] or fields in { }.' };
  }
}
