import type { Decision, Rule, TableSource } from './decision.ts';
import type { Evaluated, ExpressionErrorCode } from './error.ts';
import { evaluate, evaluateCondition, type Surroundings } from './evaluate.ts';
import { type Budget, isExhausted, newBudget } from './feel/budget.ts';
import { type Hit, outcomeOf } from './hit-policies.ts';
import type { Json } from './json.ts';
import { LIMITS } from './limits.ts';
import { TESTED } from './unary-tests.ts';

/** Steps of a cell, besides those of what is in it. */
const COST_OF_A_CELL = 2;

/** One budget for all cells of the table. */
type Around = Surroundings & { readonly budget: Budget };

/** What the table decides: a value for one output, else an object by output name; null: no rule matches; a list for ruleOrder and collect. */
export function evaluateDecision({ source, inputs, rules }: Decision, surroundings: Surroundings): Evaluated {
  const around: Around = { ...surroundings, budget: surroundings.budget ?? newBudget() };
  const tested: Json[] = [];
  for (const [index, input] of inputs.entries()) {
    const value = evaluate(input, around);
    if (!value.ok) return at(value, `input ${index + 1}`);
    tested.push(value.value);
  }
  const hits: Hit[] = [];
  for (const [index, rule] of rules.entries()) {
    const verdict = matches(rule, tested, around);
    if (!verdict.ok) return at(verdict, `rule ${index + 1}, input ${verdict.column + 1}`);
    if (!verdict.value) continue;
    const given = outputOf(source, rule, around);
    if (!given.ok) return at(given, `rule ${index + 1}, output “${given.name}”`);
    hits.push({ rule: index + 1, value: given.value });
    if (source.hitPolicy === 'first') break;
  }
  const outcome = outcomeOf(hits, source);
  return typeof outcome === 'string' ? failed('result-type', outcome) : outcome;
}

type Failed = Extract<Evaluated, { readonly ok: false }>;

const failed = (code: ExpressionErrorCode, message: string): Failed => ({
  ok: false,
  error: { code, message, expression: 'the decision table', read: {} },
});

const at = ({ error }: Failed, place: string): Failed => ({ ok: false, error: { ...error, message: `${error.message} It is ${place}.` } });

function matches(rule: Rule, tested: readonly Json[], around: Around): Evaluated<boolean> & { readonly column: number } {
  for (const [column, tests] of rule.when.entries()) {
    const value = tested[column] ?? null;
    const verdict = passes(tests, value, around);
    if (!verdict.ok || !verdict.value) return { ...verdict, column };
  }
  return { ok: true, value: true, column: 0 };
}

/** Nothing (null) passes only tests that name it: `> 5` of nothing is no mistake here, the rule just doesn't match. */
function passes(tests: Rule['when'][number], value: Json, around: Around): Evaluated<boolean> {
  around.budget.spent += COST_OF_A_CELL;
  if (isExhausted(around.budget)) return failed('limit-exceeded', `Expected at most ${LIMITS.steps} steps, but the decision table needs more.`);
  if (!tests) return { ok: true, value: true };
  if (value === null && !tests.isAboutNull) return { ok: true, value: false };
  return evaluateCondition(tests.test, { ...around, lookup: (name) => (name === TESTED ? value : around.lookup(name)) });
}

function outputOf({ outputs }: TableSource, rule: Rule, around: Around): Evaluated & { readonly name: string } {
  const values: Record<string, Json> = {};
  for (const [index, { name }] of outputs.entries()) {
    const expression = rule.gives[index];
    const value: Evaluated = expression ? evaluate(expression, around) : { ok: true, value: null };
    if (!value.ok) return { ...value, name };
    values[name] = value.value;
  }
  const [only] = outputs;
  return { ok: true, value: outputs.length === 1 && only ? (values[only.name] ?? null) : values, name: '' };
}
