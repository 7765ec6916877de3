import { FeelFunction } from 'feelin';
import { RE2JS } from 're2js';
import { LIMITS } from '../limits.ts';

const FLAGS: { readonly [flag: string]: number } = { i: RE2JS.CASE_INSENSITIVE, s: RE2JS.DOTALL, m: RE2JS.MULTILINE };

class Pattern extends Error {}

/** Patterns run in linear time (RE2): one that would backtrack for hours is harmless. Look-around and back-references are refused. */
function compile(pattern: string, flags: string): RE2JS {
  const key = `${flags}/${pattern}`;
  const known = patterns.get(key);
  if (known) return known;
  const made = compileNew(pattern, flags);
  const [oldest] = patterns.keys();
  if (patterns.size >= MAX_CACHED && oldest !== undefined) patterns.delete(oldest);
  patterns.set(key, made);
  return made;
}

const MAX_CACHED = 200;
const patterns = new Map<string, RE2JS>();

function compileNew(pattern: string, flags: string): RE2JS {
  if (pattern.length > LIMITS.patternLength)
    throw new Pattern(`Expected a pattern of at most ${LIMITS.patternLength} characters, but it has ${pattern.length}`);
  let mask = 0;
  for (const flag of flags) {
    const bit = FLAGS[flag];
    if (bit === undefined) throw new Pattern(`Expected flags of i, s and m, but got "${flags}"`);
    mask |= bit;
  }
  try {
    return RE2JS.compile(pattern, mask);
  } catch (error) {
    throw new Pattern(`Expected a regular expression, but "${pattern}" is none (${error instanceof Error ? error.message : 'syntax'})`);
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isFlags = (value: unknown): value is string | null | undefined => value === null || value === undefined || isText(value);

function matches(input: unknown, pattern: unknown, flags: unknown) {
  return isText(input) && isText(pattern) && isFlags(flags)
    ? compile(pattern, flags ?? '')
        .matcher(input)
        .find()
    : null;
}
function replace(input: unknown, pattern: unknown, replacement: unknown, flags: unknown) {
  if (!isText(input) || !isText(pattern) || !isText(replacement) || !isFlags(flags)) return null;
  return compile(pattern, flags ?? '')
    .matcher(input)
    .replaceAll(replacement.replaceAll('$0', '$$&'));
}
function split(text: unknown, delimiter: unknown) {
  return isText(text) && isText(delimiter) ? compile(delimiter, '').split(text, -1) : null;
}

/** In place of feelin's, which run on JavaScript's backtracking engine. */
export const REGULAR_EXPRESSIONS: { readonly [name: string]: FeelFunction } = {
  matches: new FeelFunction(matches, ['input', 'pattern', 'flags']),
  replace: new FeelFunction(replace, ['input', 'pattern', 'replacement', 'flags']),
  split: new FeelFunction(split, ['string', 'delimiter']),
};

/** Characters times pattern size that cost as much as one step. */
const WORK_PER_STEP = 100;

/** Linear time is still time: the text's length times the pattern's size. 0: that function has no pattern, or none that can be read. */
export function costOfPattern(name: string, [input, pattern]: readonly unknown[]): number {
  if (!Object.hasOwn(REGULAR_EXPRESSIONS, name) || !isText(input) || !isText(pattern)) return 0;
  try {
    return (input.length * compile(pattern, '').programSize()) / WORK_PER_STEP;
  } catch {
    return 0;
  }
}
