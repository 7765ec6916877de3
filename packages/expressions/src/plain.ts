import { isForbiddenKey, type Json } from './json.ts';
import { LIMITS } from './limits.ts';
import { isDate, isDateTime, isDuration, isTime } from './temporal.ts';

export type Plain =
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly code: 'result-type' | 'limit-exceeded'; readonly message: string };

/** What may still come: characters, items and entries counting as sixteen. */
export type Room = { left: number };
const ROOM_OF_AN_ITEM = 16;

const refuse = (message: string): Plain => ({ ok: false, code: 'result-type', message });
const tooLarge: Plain = { ok: false, code: 'limit-exceeded', message: `Expected a result of at most ${LIMITS.resultSize} characters, but it is larger.` };
const accept = (value: Json): Plain => ({ ok: true, value });

/** A FEEL value as plain JSON: temporal values as ISO 8601 text, nothing as null. Functions and ranges aren't data. */
export function toPlain(value: unknown, depth = 0, room: Room = { left: LIMITS.resultSize }): Plain {
  room.left -= ROOM_OF_AN_ITEM + (typeof value === 'string' ? value.length : 0);
  if (room.left < 0) return tooLarge;
  if (value === null || value === undefined) return accept(null);
  if (typeof value === 'string') return plainText(value);
  if (typeof value === 'boolean') return accept(value);
  if (typeof value === 'number') return Number.isFinite(value) ? accept(value === 0 ? 0 : value) : refuse('Expected a number, but the result is none.');
  if (depth >= LIMITS.resultDepth) return refuse(`Expected at most ${LIMITS.resultDepth} levels, but the result has more.`);
  if (Array.isArray(value)) return plainList(value, depth, room);
  if (isDate(value) || isTime(value) || isDateTime(value) || isDuration(value)) return accept(String(value));
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) return plainRecord(value, depth, room);
  return refuse('Expected data, but the result is a function or a range.');
}

/** Text that can be stored: PostgreSQL has no U+0000, and half a surrogate pair is no character. */
export function plainText(text: string): Plain {
  if (text.includes('\0')) return refuse('Expected text without the character U+0000, but the result has one.');
  return text.isWellFormed() ? accept(text) : refuse('Expected well-formed text, but the result has half a surrogate pair.');
}

function plainList(items: readonly unknown[], depth: number, room: Room): Plain {
  const result: Json[] = [];
  for (const item of items) {
    const plain = toPlain(item, depth + 1, room);
    if (!plain.ok) return plain;
    result.push(plain.value);
  }
  return accept(result);
}

function plainRecord(record: object, depth: number, room: Room): Plain {
  const result: Record<string, Json> = {};
  for (const [key, entry] of Object.entries(record)) {
    if (isForbiddenKey(key) || !plainText(key).ok) return refuse(`Expected a name, but ${JSON.stringify(key)} can't be one.`);
    const plain = toPlain(entry, depth + 1, room);
    if (!plain.ok) return plain;
    result[key] = plain.value;
  }
  return accept(result);
}
