import type { z } from 'zod';
import type { ProblemCode } from '../problem-codes.ts';

export interface Explanation {
  readonly code: ProblemCode;
  readonly path: readonly PropertyKey[];
  /** "Expected ..., but ...". */
  readonly message: string;
}

/** One zod issue in the user's words; several when several unknown properties stand together. */
export function explainIssue(issue: z.core.$ZodIssue, root: unknown): readonly Explanation[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => explainUnknown([...issue.path, key], key));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return explainUnion(issue, root);
  const found = valueAt(root, issue.path);
  if (found === undefined) {
    return [{ code: 'property-missing', path: issue.path, message: `Expected ${expected(issue)} for “${lastOf(issue.path)}”, but it is missing.` }];
  }
  return [{ code: 'property-invalid', path: issue.path, message: sentence(issue, found) }];
}

const explainUnknown = (path: readonly PropertyKey[], key: string): Explanation => ({
  code: 'unknown-property',
  path,
  message: `Expected only known properties, but found “${key}”. Take it away, or move it under “extensions”.`,
});

/** Of the alternatives the one that came furthest says best what is wrong. */
function explainUnion(issue: z.core.$ZodIssueInvalidUnion, root: unknown): readonly Explanation[] {
  const depth = (issues: readonly z.core.$ZodIssue[]) => Math.max(...issues.map((each) => each.path.length));
  const best = issue.errors.reduce((left, right) => (depth(right) > depth(left) ? right : left));
  return best.flatMap((each) => explainIssue({ ...each, path: [...issue.path, ...each.path] }, root));
}

function sentence(issue: z.core.$ZodIssue, found: unknown): string {
  if (issue.message.startsWith('Expected'))
    return issue.message.includes(', but') ? issue.message : `${issue.message.replace(/\.$/, '')}, but found ${show(found)}.`;
  return `Expected ${expected(issue)} for “${lastOf(issue.path)}”, but found ${show(found)}.`;
}

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return article(issue.expected);
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value)).join(' or ');
  if (issue.code === 'too_big') return `at most ${issue.maximum} ${unit(issue.origin)}`.trim();
  if (issue.code === 'too_small') return `at least ${issue.minimum} ${unit(issue.origin)}`.trim();
  if (issue.code === 'invalid_format') return issue.pattern ? `a text like ${issue.pattern}` : `a text in the form ${issue.format}`;
  return 'another value';
}

const UNITS: Readonly<Record<string, string>> = { string: 'characters', array: 'entries' };
const unit = (origin: string) => UNITS[origin] ?? '';

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};
const article = (type: string) => WORDS[type] ?? type;

function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

const lastOf = (path: readonly PropertyKey[]) => String(path.findLast((part) => typeof part === 'string') ?? path.at(-1) ?? 'graph');

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined),
    root,
  );
}
