import { type Expression, parseExpression, type SyntaxProblem } from './expression.ts';

/** Name the tested value goes by inside a test; people write `?`. */
export const TESTED = 'theTestedValue';
export type UnaryTests = { readonly test: Expression; readonly isAboutNull: boolean };
export type ParsedTests = { readonly ok: true; readonly tests: UnaryTests | null } | { readonly ok: false; readonly problem: SyntaxProblem };

/** FEEL unary tests: `> 1000`, `"A", "B"`, `[1..5]`, `not("x")`, `? * 2 > limit`; `-` or nothing: any value (null). */
export function parseUnaryTests(source: string): ParsedTests {
  const text = source.trim();
  if (text === '' || text === '-') return { ok: true, tests: null };
  const parsed = parseExpression(conditionOf(text));
  if (parsed.ok) return { ok: true, tests: { test: parsed.expression, isAboutNull: /\bnull\b/.test(text.replace(TEXT, '')) } };
  const message = `Expected a test such as > 1000 or "A", "B", but “${text.slice(0, 80)}” is none.`;
  return { ok: false, problem: { ...parsed.problem, message, from: 0, to: source.length } };
}

const TEXT = /"(?:[^"\\]|\\.)*"/g;

function conditionOf(text: string): string {
  const negated = /^not\s*\(([\s\S]*)\)$/.exec(text);
  if (negated?.[1] !== undefined && isBalanced(negated[1])) return `not(${conditionOf(negated[1])})`;
  return partsOf(text)
    .map((part) => `(${testOf(part.trim())})`)
    .join(' or ');
}

/** One of several tests: a condition about `?`, a comparison, an interval, or a value (or list of values) it must be. */
function testOf(part: string): string {
  const named = part.replace(/"(?:[^"\\]|\\.)*"|\?/g, (token) => (token === '?' ? TESTED : token));
  if (named !== part) return named;
  if (/^(<=?|>=?|!=|=)/.test(part)) return `${TESTED} ${part}`;
  if (part === 'null') return `${TESTED} = null`;
  return /^[[\](].*\.\..*[[\])]$/s.test(part) ? `${TESTED} in ${part}` : `${TESTED} in (${part})`;
}

/** Between the commas that aren't inside brackets or texts. All in one if a list among them would be torn apart. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const token of text.match(/"(?:[^"\\]|\\.)*"|[\s\S]/g) ?? []) {
    if (token === '(' || token === '{') depth++;
    if (token === ')' || token === '}') depth--;
    if (token === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts.every((part) => count(part, /\[/g) === count(part, /\]/g)) ? parts : [text];
}

const count = (part: string, sign: RegExp) => part.replace(TEXT, '').match(sign)?.length ?? 0;

/** `not(a) or not(b)` isn't one negation. */
function isBalanced(inner: string): boolean {
  let depth = 0;
  for (const character of inner.replace(TEXT, '')) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) return false;
  }
  return depth === 0;
}
