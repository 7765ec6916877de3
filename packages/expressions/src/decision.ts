import { type Expression, parseExpression, type SyntaxProblem } from './expression.ts';
import { parseUnaryTests, type UnaryTests } from './unary-tests.ts';

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
/** Null: any value, no value. */
export type Rule = { readonly when: readonly (UnaryTests | null)[]; readonly gives: readonly (Expression | null)[] };
/** A table, parsed once. */
export type Decision = {
  readonly source: TableSource;
  readonly inputs: readonly Expression[];
  readonly rules: readonly Rule[];
};
export type ParsedDecision = { readonly ok: true; readonly decision: Decision } | { readonly ok: false; readonly problem: TableProblem };

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
