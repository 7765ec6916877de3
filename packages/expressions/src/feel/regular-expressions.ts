import { FeelFunction } from 'feelin';
import { RE2JS } from 're2js';
import { LIMITS } from '../limits.ts';

const FLAGS: { readonly [flag: string]: number } = { i: RE2JS.CASE_INSENSITIVE, s: RE2JS.DOTALL, m: RE2JS.MULTILINE };

class Pattern extends Error {}

/** Patterns run in linear time (RE2): one that would backtrack for hours is harmless. Look-around and back-references are refused. */
function compile(pattern: string, flags: string): RE2JS {
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
