import type { Compiler } from './compile.ts';
import type { Compiled, Run } from './compiled.ts';
import type { Environment } from './environment.ts';
import { childrenOf, type Syntax } from './node.ts';

type Scalar = number | string;
/** Does the value pass? Null: only feelin can say. */
type Test = (environment: Environment, value: Scalar) => boolean | null;
type Compare = (a: Scalar, b: Scalar) => boolean;

const COMPARE: { readonly [sign: string]: Compare } = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

const isScalar = (value: unknown): value is Scalar => typeof value === 'number' || typeof value === 'string';

/** Compares with what `run` gives, if both are numbers, or both short texts. */
const comparing =
  (run: Run, compare: Compare): Test =>
  (environment, value) => {
    const other = run(environment);
    return isScalar(other) && typeof other === typeof value && !(typeof other === 'string' && other.length > 64) ? compare(value, other) : null;
  };

const both =
  (first: Test, second: Test): Test =>
  (environment, value) => {
    const a = first(environment, value);
    const b = second(environment, value);
    return a === null || b === null ? null : a && b;
  };

/** `x between 1 and 5`, `x in [1..5)`, `x in (< 3, "a", 7)` for numbers and texts; null: a test of another kind is among them. */
export function testsOf(compiler: Compiler, node: Syntax): { readonly value: Compiled; readonly tests: readonly Test[] } | null {
  const [left, operator, ...rest] = childrenOf(node);
  const tests = operator?.name === 'between' ? [betweenOf(compiler, rest)] : rest.flatMap((part) => membersOf(part)).map((part) => testOf(compiler, part));
  const known = tests.filter((test) => test !== null);
  return left && known.length > 0 && known.length === tests.length ? { value: compiler.compile(left), tests: known } : null;
}

function betweenOf(compiler: Compiler, [low, , high]: readonly Syntax[]): Test | null {
  return low && high ? both(comparing(compiler.compile(low).run, COMPARE['>=']!), comparing(compiler.compile(high).run, COMPARE['<=']!)) : null;
}

function membersOf(part: Syntax): readonly Syntax[] {
  if (part.name === 'PositiveUnaryTests') return childrenOf(part).filter((child) => child.name === 'PositiveUnaryTest');
  return part.name === 'PositiveUnaryTest' ? [part] : [];
}

function testOf(compiler: Compiler, test: Syntax): Test | null {
  const [inner] = childrenOf(test);
  if (inner?.name === 'NumericLiteral' || inner?.name === 'StringLiteral') return comparing(compiler.compile(inner).run, COMPARE['=']!);
  if (inner?.name !== 'SimplePositiveUnaryTest') return null;
  const [first, second] = childrenOf(inner);
  if (first?.name === 'Interval') return intervalOf(compiler, first);
  const compare = first?.name === 'CompareOp' ? COMPARE[compiler.textOf(first)] : undefined;
  return compare && second ? comparing(compiler.compile(second).run, compare) : null;
}

/** `[1..5]` with its ends, `(1..5)` and `]1..5[` without. */
function intervalOf(compiler: Compiler, interval: Syntax): Test | null {
  const [opening, low, , high, closing] = childrenOf(interval);
  if (!opening || !low || !high || !closing) return null;
  const above = compiler.textOf(opening) === '[' ? COMPARE['>=']! : COMPARE['>']!;
  const below = compiler.textOf(closing) === ']' ? COMPARE['<=']! : COMPARE['<']!;
  return both(comparing(compiler.compile(low).run, above), comparing(compiler.compile(high).run, below));
}

/** True if one passes, false if none does, null if only feelin can say. */
export function passes(environment: Environment, value: unknown, tests: readonly Test[]): boolean | null {
  if (!isScalar(value) || !environment.spend(tests.length)) return null;
  let isKnown = true;
  for (const test of tests) {
    const passed = test(environment, value);
    if (passed) return true;
    isKnown &&= passed !== null;
  }
  return isKnown ? false : null;
}
