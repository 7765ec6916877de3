import { isInstanceId } from './ids.ts';
import { CursorInvalid, type Page } from './result.ts';

type Part = string | number | null;

/** Where a page ended, as text that means nothing outside. */
export const encodeCursor = (parts: readonly Part[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** `isValid` says what each part has to be: a cursor comes from outside. */
export function decodeCursor(cursor: string | undefined, isValid: readonly ((part: unknown) => boolean)[]): Part[] | null {
  if (cursor === undefined) return null;
  const parts = parse(cursor);
  if (!Array.isArray(parts) || parts.length !== isValid.length || !parts.every((part, index) => isValid[index]?.(part)))
    throw new CursorInvalid('Expected the nextCursor of the page before, but got something else.');
  return parts;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Each lets only through what the database can read as what it is compared with. */
export const isText = (part: unknown) => typeof part === 'string' && part.length <= 400 && part.isWellFormed() && !part.includes('\0');
export const isInteger = (part: unknown) => typeof part === 'number' && Number.isInteger(part) && Math.abs(part) < 2 ** 31;
export const isTime = (part: unknown) =>
  typeof part === 'string' && (part === 'infinity' || (INSTANT.test(part) && !part.startsWith('0000') && !Number.isNaN(Date.parse(part))));
export const isUuid = (part: unknown) => typeof part === 'string' && isInstanceId(part);

/** One more row than asked for was read, to know whether there is a next page. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  { toItem, toCursor }: { toItem: (row: R) => T; toCursor: (row: R) => readonly Part[] },
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(toItem), nextCursor: rows.length > limit && last ? encodeCursor(toCursor(last)) : null };
}
