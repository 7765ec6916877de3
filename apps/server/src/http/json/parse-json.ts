import { HttpProblem } from '../http-problem.ts';
import { findDuplicateKey } from './find-duplicate-key.ts';

const MAX_DEPTH = 100;
const REFUSED_KEYS = new Set(['__proto__']);

/** Bytes of a request to a JSON value that every room behind can trust: no duplicate or prototype keys, no NUL, no lone surrogates, no endless nesting. */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  const value = parse(text);
  refuseOddities(value);
  const duplicate = findDuplicateKey(text);
  if (duplicate) throw broken(`each key once in an object, but ${JSON.stringify(duplicate.key)} is there twice (position ${duplicate.position})`);
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw broken('UTF-8, but the bytes are something else');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw broken(`JSON, but it breaks: ${error instanceof Error ? error.message : String(error)}${positionIn(text, error)}`);
  }
}

export function refuseOddities(root: unknown): void {
  const left: [value: unknown, depth: number][] = [[root, 0]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [value, depth] = next;
    if (typeof value === 'string') refuseText(value);
    if (typeof value === 'number' && !Number.isFinite(value)) throw broken('numbers that fit into a double, but one is too large');
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MAX_DEPTH) throw broken(`at most ${MAX_DEPTH} levels of nesting, but there are more`);
    if (!Array.isArray(value)) Object.keys(value).forEach(refuseKey);
    for (const child of Object.values(value)) left.push([child, depth + 1]);
  }
}

function refuseKey(key: string): void {
  if (REFUSED_KEYS.has(key)) throw broken(`no key ${JSON.stringify(key)}, but there is one`);
  refuseText(key);
}

function refuseText(text: string): void {
  if (text.includes('\u0000')) throw broken('text without the character U+0000, but there is one');
  if (!text.isWellFormed()) throw broken('well-formed Unicode, but there is half a surrogate pair');
}

const broken = (expected: string) => new HttpProblem('json-invalid', `Expected ${expected}.`);

/** V8 says where, except for a token it can't read, and the end. */
function positionIn(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : '';
  if (/position \d+/.test(message)) return '';
  return ` (position ${isUnreadable(message) ? firstUnreadable(text) : text.length})`;
}

const isUnreadable = (message: string) => message.endsWith('is not valid JSON');

/** Longer and longer beginnings of the text fail in the same way once they hold the token: so it is found by halving. */
function firstUnreadable(text: string): number {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (breaksAt(text.slice(0, middle + 1))) high = middle;
    else low = middle + 1;
  }
  return low;
}

function breaksAt(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return false;
  } catch (error) {
    return error instanceof Error && isUnreadable(error.message);
  }
}
