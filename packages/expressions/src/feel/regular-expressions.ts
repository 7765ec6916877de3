import { RE2JS } from 're2js';
import { LIMITS } from '../limits.ts';
import type { Builtins } from './builtin.ts';
import { type Environment, Stopped } from './environment.ts';
import { patternSizeOf } from './pattern-size.ts';

const FLAGS: { readonly [flag: string]: number } = { i: RE2JS.CASE_INSENSITIVE, s: RE2JS.DOTALL, m: RE2JS.MULTILINE };

class WrongPattern extends Error {}

const MAX_CACHED = 200;
const patterns = new Map<string, RE2JS>();

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

function compileNew(pattern: string, flags: string): RE2JS {
  let mask = 0;
  for (const flag of flags) {
    const bit = FLAGS[flag];
    if (bit === undefined) throw new WrongPattern(`Expected flags of i, s and m, but got "${flags.slice(0, 60)}"`);
    mask |= bit;
  }
  try {
    return RE2JS.compile(pattern, mask);
  } catch (error) {
    throw new WrongPattern(`Expected a regular expression, but "${pattern}" is none (${error instanceof Error ? error.message : 'syntax'})`);
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isFlags = (value: unknown): value is string | null | undefined => value === null || value === undefined || isText(value);

/** Each match in turn. RE2 looks for one match in linear time, but may look on to the end for each: so each is paid for. */
function* matchesOf(environment: Environment, regex: RE2JS, pattern: string, input: string) {
  const matcher = regex.matcher(input);
  const size = patternSizeOf(pattern);
  const reach = looksAhead(pattern) ? input.length : 0;
  while (matcher.find()) {
    if (!environment.spend(MATCH + workOf(size, Math.max(0, reach - matcher.end())))) throw new Stopped();
    yield matcher;
  }
}

/** May it read on behind a match it has found, to see whether there is a longer one? Without alternatives and with no more than one repetition, at its end, it can't. */
const looksAhead = (pattern: string) => /[|?(]/.test(pattern) || /[*+{](?!$)/.test(pattern.replace(/\\[\s\S]/g, '_'));

function replace(environment: Environment, [input, pattern, replacement, flags]: readonly unknown[]) {
  if (!isText(input) || !isText(pattern) || !isText(replacement) || !isFlags(flags)) return null;
  const regex = compile(pattern, flags ?? '');
  const groups = regex.matcher('').groupCount();
  const parts = piecesOf(replacement, groups);
  let result = '';
  let from = 0;
  for (const match of matchesOf(environment, regex, pattern, input)) {
    result += input.slice(from, match.start());
    for (const part of parts) result += typeof part === 'string' ? part : (match.group(part) ?? '');
    from = match.end();
    if (result.length > LIMITS.textLength || !environment.spend(parts.length)) return environment.exceeds(TOO_LONG);
  }
  return result + input.slice(from);
}

const TOO_LONG = `Expected a text of at most ${LIMITS.textLength} characters.`;

/** `[$1] $0`: texts, and numbers of groups. `$$` is a dollar sign, and so is one before anything else. */
function piecesOf(replacement: string, groups: number): readonly (string | number)[] {
  return (replacement.match(/\$\d|\$[$&]|[^$]+|\$/g) ?? []).map((token) => {
    if (token === '$$') return '$';
    if (token === '$&') return 0;
    const group = /^\$\d$/.test(token) ? Number(token.slice(1)) : Number.POSITIVE_INFINITY;
    return group <= groups ? group : token;
  });
}

function split(environment: Environment, [text, delimiter]: readonly unknown[]) {
  if (!isText(text) || !isText(delimiter)) return null;
  const parts: string[] = [];
  let from = 0;
  for (const match of matchesOf(environment, compile(delimiter, ''), delimiter, text)) {
    if (match.end() === 0 || (match.start() === match.end() && match.start() === text.length)) continue;
    parts.push(text.slice(from, match.start()));
    from = match.end();
    if (parts.length >= LIMITS.listSize) return environment.exceeds(`Expected a list of at most ${LIMITS.listSize} items.`);
  }
  return [...parts, text.slice(from)];
}

/** In place of feelin's, which run on JavaScript's backtracking engine. */
export const REGULAR_EXPRESSIONS: Builtins = {
  matches: {
    parameters: ['input', 'pattern', 'flags'],
    run: (_environment, [input, pattern, flags]) =>
      isText(input) && isText(pattern) && isFlags(flags)
        ? compile(pattern, flags ?? '')
            .matcher(input)
            .find()
        : null,
  },
  replace: { parameters: ['input', 'pattern', 'replacement', 'flags'], run: replace },
  split: { parameters: ['string', 'delimiter'], run: split },
};

/** Characters times instructions that cost as much as one step. */
const WORK_PER_STEP = 10;
const workOf = (size: number, length: number) => (length * size) / WORK_PER_STEP;
/** Taking one match, in steps. */
const MATCH = 12;

/** Making an instruction, and a class of characters by name or by what it is not, in steps. */
const INSTRUCTION = 4;
const CLASS = 300;

/** Linear time is still time: the text's length times the pattern's size, and once for making it. A pattern that is too large isn't even made. */
export function costOfPattern(values: readonly unknown[], environment: Environment): number {
  const [input, pattern] = values;
  if (!isText(input) || !isText(pattern)) return 0;
  if (pattern.length > LIMITS.patternLength) return tooLarge(environment, `${LIMITS.patternLength} characters`);
  const size = patternSizeOf(pattern);
  if (size > LIMITS.patternSize) return tooLarge(environment, `${LIMITS.patternSize} instructions`);
  const making = environment.patterns.has(pattern) ? 0 : INSTRUCTION * size + CLASS * (pattern.match(/\\[pP]|\[\^/g)?.length ?? 0);
  environment.patterns.add(pattern);
  return MATCH + making + workOf(size, input.length);
}

function tooLarge(environment: Environment, most: string): number {
  environment.exceeds(`Expected a pattern of at most ${most}, but it has more.`);
  return Number.POSITIVE_INFINITY;
}
