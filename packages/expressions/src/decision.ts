import type { Evaluated, ExpressionError } from './error.ts';
import { evaluate, evaluateCondition, type Surroundings } from './evaluate.ts';
import { type Expression, parseExpression, type SyntaxProblem } from './expression.ts';
import type { Json } from './json.ts';

/** A decision table as it is drawn: see the model's DecisionTable. */
export type TableSource = {
  readonly hitPolicy?: 'unique' | 'first' | 'any' | 'ruleOrder' | 'collect' | undefined;
  readonly aggregation?: 'sum' | 'min' | 'max' | 'count' | undefined;
  readonly inputs: readonly { readonly expression: string }[];
  readonly outputs: readonly { readonly name: string }[];
  readonly rules: readonly { readonly when: readonly string[]; readonly gives: readonly string[] }[];
};

/** Something in a table that isn't FEEL: `path` says where, e.g. `rules.3.when.0`. */
export type TableProblem = SyntaxProblem & { readonly path: string };
type Rule = { readonly when: readonly (UnaryTests | null)[]; readonly gives: readonly (Expression | null)[] };
/** A table, parsed once. */
export type Decision = {
  readonly source: TableSource;
  readonly inputs: readonly Expression[];
  readonly rules: readonly Rule[];
};
export type ParsedDecision = { readonly ok: true; readonly decision: Decision } | { readonly ok: false; readonly problem: TableProblem };

/** Name the tested value goes by inside a test; people write `?`. */
const TESTED = 'theTestedValue';
export type UnaryTests = { readonly test: Expression; readonly isAboutNull: boolean };
type ParsedTests = { readonly ok: true; readonly tests: UnaryTests | null } | { readonly ok: false; readonly problem: SyntaxProblem };

/** FEEL unary tests: `> 1000`, `"A", "B"`, `[1..5]`, `not("x")`, `? * 2 > limit`; `-` or nothing: any value (null). */
export function parseUnaryTests(source: string): ParsedTests {
  const text = source.trim();
  if (text === '' || text === '-') return { ok: true, tests: null };
  const parsed = parseExpression(conditionOf(text));
  if (!parsed.ok)
    return { ok: false, problem: { ...parsed.problem, message: `Expected a test such as > 1000 or "A", "B", but “${text.slice(0, 80)}” is none.` } };
  return { ok: true, tests: { test: parsed.expression, isAboutNull: /\bnull\b/.test(text) } };
}

function conditionOf(text: string): string {
  const negated = /^not\s*\(([\s\S]*)\)$/.exec(text);
  if (negated?.[1] !== undefined && isBalanced(negated[1])) return `not(${conditionOf(negated[1])})`;
  const named = text.replace(/"(?:[^"\\]|\\.)*"|\?/g, (token) => (token === '?' ? TESTED : token));
  return named === text
    ? partsOf(text)
        .map((part) => `(${testOf(part)})`)
        .join(' or ')
    : named;
}

/** One of several tests: a comparison, an interval, or a value (or list of values) it must be. */
function testOf(part: string): string {
  const text = part.trim();
  if (/^(<=?|>=?|!=|=)/.test(text)) return `${TESTED} ${text}`;
  if (text === 'null') return `${TESTED} = null`;
  return /^[[\](].*\.\..*[[\])]$/s.test(text) ? `${TESTED} in ${text}` : `${TESTED} in (${text})`;
}

/** Between the commas that aren't inside brackets or texts. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const token of text.match(/"(?:[^"\\]|\\.)*"|[\s\S]/g) ?? []) {
    if (token === '(' || token === '{') depth++;
    if (token === ')' || token === '}') depth--;
    if (token === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += token;
  }
  return parts;
}

/** `not(a) or not(b)` isn't one negation. */
function isBalanced(inner: string): boolean {
  let depth = 0;
  for (const character of inner) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

const HIT_POLICIES: { readonly [P in NonNullable<TableSource['hitPolicy']>]: (hits: readonly Json[], source: TableSource) => Evaluated | string } = {
  first: ([first = null]) => ({ ok: true, value: first }),
  unique: (hits) => (hits.length > 1 ? `Expected one rule to match, but ${hits.length} do.` : { ok: true, value: hits[0] ?? null }),
  any: (hits) =>
    hits.some((hit) => JSON.stringify(hit) !== JSON.stringify(hits[0]))
      ? 'Expected all rules that match to give the same, but they differ.'
      : { ok: true, value: hits[0] ?? null },
  ruleOrder: (hits) => ({ ok: true, value: [...hits] }),
  collect: (hits, { aggregation }) => (aggregation ? aggregate(hits, aggregation) : { ok: true, value: [...hits] }),
};

function aggregate(hits: readonly Json[], how: NonNullable<TableSource['aggregation']>): Evaluated | string {
  if (how === 'count') return { ok: true, value: hits.length };
  const numbers = hits.filter((hit) => typeof hit === 'number');
  if (numbers.length < hits.length) return `Expected numbers to take the ${how} of, but not all are.`;
  if (how === 'sum') return { ok: true, value: numbers.reduce((sum, number) => sum + number, 0) };
  if (numbers.length === 0) return { ok: true, value: null };
  return { ok: true, value: how === 'min' ? Math.min(...numbers) : Math.max(...numbers) };
}

export function parseDecision(source: TableSource): ParsedDecision {
  const inputs: Expression[] = [];
  for (const [index, input] of source.inputs.entries()) {
    const parsed = parseExpression(input.expression);
    if (!parsed.ok) return { ok: false, problem: { ...parsed.problem, path: `inputs.${index}.expression` } };
    inputs.push(parsed.expression);
  }
  const rules: Rule[] = [];
  for (const [index, rule] of source.rules.entries()) {
    const parsed = parseRule(rule, `rules.${index}`);
    if ('problem' in parsed) return { ok: false, problem: parsed.problem };
    rules.push(parsed);
  }
  return { ok: true, decision: { source, inputs, rules } };
}

function parseRule(rule: TableSource['rules'][number], path: string): Rule | { readonly problem: TableProblem } {
  const when: (UnaryTests | null)[] = [];
  for (const [index, text] of rule.when.entries()) {
    const parsed = parseUnaryTests(text);
    if (!parsed.ok) return { problem: { ...parsed.problem, path: `${path}.when.${index}` } };
    when.push(parsed.tests);
  }
  const gives: (Expression | null)[] = [];
  for (const [index, text] of rule.gives.entries()) {
    const parsed = text.trim() === '' || text.trim() === '-' ? null : parseExpression(text);
    if (parsed && !parsed.ok) return { problem: { ...parsed.problem, path: `${path}.gives.${index}` } };
    gives.push(parsed ? parsed.expression : null);
  }
  return { when, gives };
}

/** What the table decides: a value for one output, else an object by output name; null: no rule matches; a list for ruleOrder and collect. */
export function evaluateDecision({ source, inputs, rules }: Decision, surroundings: Surroundings): Evaluated {
  const tested: Json[] = [];
  for (const input of inputs) {
    const value = evaluate(input, surroundings);
    if (!value.ok) return value;
    tested.push(value.value);
  }
  const policy = source.hitPolicy ?? 'unique';
  const hits: Json[] = [];
  for (const [index, rule] of rules.entries()) {
    const verdict = matches(rule, tested, surroundings);
    if (!verdict.ok) return inRule(verdict, index);
    if (!verdict.value) continue;
    const given = outputOf(source, rule, surroundings);
    if (!given.ok) return inRule(given, index);
    hits.push(given.value);
    if (policy === 'first') break;
  }
  const outcome = HIT_POLICIES[policy](hits, source);
  return typeof outcome === 'string' ? { ok: false, error: { code: 'result-type', message: outcome, expression: 'the decision table', read: {} } } : outcome;
}

const inRule = ({ error }: { readonly error: ExpressionError }, index: number): Evaluated => ({
  ok: false,
  error: { ...error, message: `${error.message} It is in rule ${index + 1}.` },
});

function matches(rule: Rule, tested: readonly Json[], surroundings: Surroundings): Evaluated<boolean> {
  for (const [index, tests] of rule.when.entries()) {
    if (!tests) continue;
    const value = tested[index] ?? null;
    if (value === null && !tests.isAboutNull) return { ok: true, value: false };
    const verdict = evaluateCondition(tests.test, { ...surroundings, lookup: (name) => (name === TESTED ? value : surroundings.lookup(name)) });
    if (!verdict.ok || !verdict.value) return verdict;
  }
  return { ok: true, value: true };
}

function outputOf({ outputs }: TableSource, rule: Rule, surroundings: Surroundings): Evaluated {
  const values: Record<string, Json> = {};
  for (const [index, output] of outputs.entries()) {
    const expression = rule.gives[index];
    const value: Evaluated = expression ? evaluate(expression, surroundings) : { ok: true, value: null };
    if (!value.ok) return value;
    values[output.name] = value.value;
  }
  const [only] = outputs;
  return { ok: true, value: outputs.length === 1 && only ? (values[only.name] ?? null) : values };
}
