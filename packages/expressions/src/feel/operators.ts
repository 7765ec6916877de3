import { LIMITS } from '../limits.ts';
import type { Compiler, Rule } from './compile.ts';
import { type Compiled, compiled, unify } from './compiled.ts';
import type { Environment } from './environment.ts';
import { askFeelin, describe } from './feelin.ts';
import { compareMoments } from './moments.ts';
import { childrenOf, type Syntax } from './node.ts';
import { passes, testsOf } from './tests.ts';
import { weightOfText } from './weight.ts';

/** Three-valued `or` and `and`. The right side isn't looked at when the left one decides, so `x != null and x > 5` is a guard. */
export const disjunction: Rule = (compiler, node) => junction(compiler, node, true);
export const conjunction: Rule = (compiler, node) => junction(compiler, node, false);

function junction(compiler: Compiler, node: Syntax, deciding: boolean): Compiled {
  const [first, , second] = childrenOf(node);
  const left = compiler.compile(first!).run;
  const right = compiler.compile(second!).run;
  const word = deciding ? 'or' : 'and';
  return compiled('test', (environment) => {
    const a = truth(environment, left(environment), word);
    if (a === deciding) return deciding;
    const b = truth(environment, right(environment), word);
    if (b === deciding) return deciding;
    return a === !deciding && b === !deciding ? !deciding : null;
  });
}

/** True, false or unknown (null); anything else is a failure. */
function truth(environment: Environment, value: unknown, word: string): boolean | null {
  if (typeof value === 'boolean') return value;
  return value === null || value === undefined ? null : environment.fail('type-mismatch', `Expected true or false for "${word}", but got ${describe(value)}.`);
}

/** Writing down two moments to compare them, in steps. */
const MOMENT = 10;

type Operation = (environment: Environment, a: unknown, b: unknown) => unknown;

/** Numbers at once; temporal values by feelin; all else is a failure. */
const arithmetic =
  (operator: string, onNumbers: (a: number, b: number) => number): Operation =>
  (environment, a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return finite(environment, onNumbers(a, b));
    if (environment.fault) return null;
    return askFeelin(environment, `p0 ${operator} p1`, { p0: a, p1: b });
  };

function finite(environment: Environment, value: number): number | null {
  return Number.isFinite(value) ? value : environment.fail('type-mismatch', 'Expected a number that can be written down, but the result is too large or none.');
}

const add: Operation = (environment, a, b) => {
  if (typeof a === 'string' && typeof b === 'string') {
    if (a.length + b.length > LIMITS.textLength) return environment.exceeds(`Expected a text of at most ${LIMITS.textLength} characters.`);
    return environment.spend(weightOfText(a) + weightOfText(b)) ? a + b : null;
  }
  return addNumbers(environment, a, b);
};
const addNumbers = arithmetic('+', (a, b) => a + b);

const divide: Operation = (environment, a, b) =>
  b === 0 ? environment.fail('type-mismatch', 'Expected a divisor other than 0.') : divideNumbers(environment, a, b);
const divideNumbers = arithmetic('/', (a, b) => a / b);

const power = arithmetic('**', (a, b) => a ** b);
const ARITHMETIC: { readonly [operator: string]: Operation } = {
  '+': add,
  '-': arithmetic('-', (a, b) => a - b),
  '*': arithmetic('*', (a, b) => a * b),
  '/': divide,
  '**': power,
  '^': power,
};

export const arithmeticExpression: Rule = (compiler, node) => {
  const parts = childrenOf(node);
  if (parts.length === 2) {
    const operand = compiler.compile(parts[1]!);
    return compiled(operand.type, (environment) => negate(environment, operand.run(environment)));
  }
  const [left, operator, right] = [compiler.compile(parts[0]!), ARITHMETIC[compiler.textOf(parts[1]!)]!, compiler.compile(parts[2]!)];
  return compiled(unify(left, right), (environment) => operator(environment, left.run(environment), right.run(environment)));
};

function negate(environment: Environment, value: unknown): unknown {
  if (typeof value === 'number') return -value;
  return environment.fault ? null : askFeelin(environment, '-p0', { p0: value });
}

/** Equal by FEEL: null equals only null; two values of different types can't be compared, which is a failure, not false. */
const equals: Operation = (environment, a, b) => {
  if (a === null || b === null) return a === b;
  if (typeof a === 'string' && typeof b === 'string') return a.length === b.length && environment.spend(weightOfText(a)) && a === b;
  if (typeof a === typeof b && typeof a !== 'object') return a === b;
  const order = compareMoments(a, b);
  if (order !== null) return environment.spend(MOMENT) && order === 0;
  const result = askFeelin(environment, 'p0 = p1', { p0: a, p1: b });
  return result === null ? incomparable(environment, a, b) : result;
};
const differs: Operation = (environment, a, b) => {
  const result = equals(environment, a, b);
  return result === null ? null : !result;
};

function incomparable(environment: Environment, a: unknown, b: unknown): null {
  return environment.fail('type-mismatch', `Expected two values of one type to compare, but got ${describe(a)} and ${describe(b)}.`);
}

/** With null on a side it is unknown (null), so a condition fails. */
const ordered =
  (operator: string, onNumbers: (a: number, b: number) => boolean, onTexts: (a: string, b: string) => boolean): Operation =>
  (environment, a, b) => {
    if (typeof a === 'number' && typeof b === 'number') return onNumbers(a, b);
    if (typeof a === 'string' && typeof b === 'string') return environment.spend(weightOfText(a.length < b.length ? a : b)) ? onTexts(a, b) : null;
    if (a === null || b === null) return null;
    if (typeof a !== 'object' || typeof b !== 'object') return incomparable(environment, a, b);
    const order = compareMoments(a, b);
    if (order !== null) return environment.spend(MOMENT) ? onNumbers(order, 0) : null;
    return askFeelin(environment, `p0 ${operator} p1`, { p0: a, p1: b }) ?? incomparable(environment, a, b);
  };

const COMPARE: { readonly [operator: string]: Operation } = {
  '=': equals,
  '!=': differs,
  '<': ordered('<', (a, b) => a < b, (a, b) => a < b), // biome-ignore format: one row an operator
  '<=': ordered('<=', (a, b) => a <= b, (a, b) => a <= b), // biome-ignore format: one row an operator
  '>': ordered('>', (a, b) => a > b, (a, b) => a > b), // biome-ignore format: one row an operator
  '>=': ordered('>=', (a, b) => a >= b, (a, b) => a >= b), // biome-ignore format: one row an operator
};

export const comparison: Rule = (compiler, node, source) => {
  const [left, operator, right] = childrenOf(node);
  if (operator?.name !== 'CompareOp') return testing(compiler, node, source);
  const sign = compiler.textOf(operator);
  const isAboutNull = (sign === '=' || sign === '!=') && (left?.name === 'null' || right?.name === 'null');
  const [a, b] = isAboutNull
    ? compiler.allowingMissing(() => [compiler.compile(left!), compiler.compile(right!)] as const)
    : [compiler.compile(left!), compiler.compile(right!)];
  const compare = COMPARE[sign]!;
  return compiled('test', (environment) => compare(environment, a.run(environment), b.run(environment)));
};

/** `between` and `in`: at once for numbers and texts, else by feelin. */
function testing(compiler: Compiler, node: Syntax, source: string): Compiled {
  const others = compiler.template(node, source, 'test');
  const own = testsOf(compiler, node);
  if (!own) return others;
  const { value, tests } = own;
  return compiled('test', (environment) => passes(environment, value.run(environment), tests) ?? (environment.fault ? null : others.run(environment)));
}

export const ifExpression: Rule = (compiler, node) => {
  const [, condition, , yes, , no] = childrenOf(node);
  const test = compiler.compile(condition!).run;
  const [then, otherwise] = [compiler.compile(yes!), no ? compiler.compile(no) : compiled('nil', () => null)];
  return compiled(unify(then, otherwise), (environment) => {
    const chosen = test(environment);
    if (typeof chosen === 'boolean') return chosen ? then.run(environment) : otherwise.run(environment);
    return environment.fail('type-mismatch', `Expected true or false after "if", but got ${describe(chosen)}.`);
  });
};

export const parenthesized: Rule = (compiler, node) => compiler.compile(childrenOf(node)[1]!);
