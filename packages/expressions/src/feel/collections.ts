import { isRange } from 'feelin';
import { isForbiddenKey, isRecord } from '../json.ts';
import { LIMITS } from '../limits.ts';
import type { Compiler, Rule } from './compile.ts';
import { compiled, type Run } from './compiled.ts';
import type { Environment } from './environment.ts';
import { describe } from './feelin.ts';
import { textOf } from './literals.ts';
import { childrenOf, type Syntax } from './node.ts';

export const list: Rule = (compiler, node) => {
  const items = childrenOf(node)
    .slice(1, -1)
    .map((item) => compiler.compile(item).run);
  return compiled('other', (environment) => items.map((item) => item(environment)));
};

/** Entries may read those before them. */
export const context: Rule = (compiler, node) => {
  const entries = childrenOf(node)
    .slice(1, -1)
    .map((entry) => {
      const [key, value] = childrenOf(entry);
      return { key: keyOf(compiler, key!), value: compiler.compile(value!).run };
    });
  return compiled('other', (environment) => {
    const result: Record<string, unknown> = {};
    return environment.within(result, () => {
      for (const { key, value } of entries) {
        if (isForbiddenKey(key)) return environment.fail('unsupported', `Expected a name, but "${key}" can't be one.`);
        result[key] = value(environment);
      }
      return result;
    });
  });
};

function keyOf(compiler: Compiler, key: Syntax): string {
  const text = compiler.textOf(key).trim();
  return text.startsWith('"') ? textOf(text) : text.replace(/\s+/g, ' ');
}

/** `list[2]`, `list[-1]`: an index; `list[item > 5]`: a filter, in which the item's entries are names. */
export const filterExpression: Rule = (compiler, node) => {
  const [target, , inner] = childrenOf(node);
  const from = compiler.compile(target!).run;
  const filter = compiler.compile(inner!);
  const cost = compiler.sizeOf(inner!);
  const pick = filter.type === 'test' ? filtered : filter.type === 'number' || filter.type === 'boolean' || filter.type === 'any' ? indexed : unusable;
  return compiled('any', (environment) => {
    const value = from(environment);
    return value === null ? null : pick(environment, Array.isArray(value) ? value : [value], filter.run, cost);
  });
};

type Pick = (environment: Environment, items: readonly unknown[], filter: Run, cost: number) => unknown;

const indexed: Pick = (environment, items, filter) => {
  const index = filter(environment);
  if (index === true) return items;
  if (index === false) return [];
  if (typeof index !== 'number') return noFilter(environment, index);
  return items[index < 0 ? items.length + index : index - 1] ?? null;
};

const unusable: Pick = (environment, _items, filter) => noFilter(environment, filter(environment));

const noFilter = (environment: Environment, got: unknown) =>
  environment.fail('type-mismatch', `Expected a number or a test between [ and ], but got ${describe(got)}.`);

/** Unknown (null) for an item is a failure like any other: an item isn't silently left out. */
const filtered: Pick = (environment, items, filter, cost) => {
  const kept: unknown[] = [];
  for (const item of items) {
    if (!environment.spend(cost + 1)) return null;
    const result = environment.within({ item }, () => (isRecord(item) ? environment.within(item, () => filter(environment)) : filter(environment)));
    if (result === true || (isRange(result) && result.includes(item) === true)) kept.push(item);
    else if (result !== false && !isRange(result)) return noFilter(environment, result);
  }
  return kept;
};

/** One `name in list` of a loop. */
type Iteration = { readonly name: string; readonly from: Run; readonly to: Run | null };

function iterationsOf(compiler: Compiler, node: Syntax): Iteration[] {
  return childrenOf(node).map((each) => {
    const [name, , over] = childrenOf(each);
    const [from, , to] = childrenOf(over!);
    return { name: compiler.textOf(name!), from: compiler.compile(from!).run, to: to ? compiler.compile(to).run : null };
  });
}

const notWalkable = (environment: Environment, got: string) =>
  environment.fail('type-mismatch', `Expected a list, or a range of numbers, to walk through, but got ${got}.`);

/** What a loop walks through; the numbers of a range are made one by one. */
type Walk = { readonly length: number; readonly at: (index: number) => unknown };

function itemsOf(environment: Environment, { from, to }: Iteration): Walk | null {
  const start = from(environment);
  if (!to) return Array.isArray(start) ? { length: start.length, at: (index) => start[index] } : notWalkable(environment, describe(start));
  const end = to(environment);
  if (typeof start !== 'number' || typeof end !== 'number') return notWalkable(environment, `${describe(start)} to ${describe(end)}`);
  const length = Math.abs(end - start) + 1;
  if (!Number.isInteger(start) || !Number.isInteger(end)) return environment.fail('type-mismatch', 'Expected a range of whole numbers to walk through.');
  if (length > LIMITS.rangeSize) return environment.exceeds(`Expected a range of at most ${LIMITS.rangeSize} numbers, but it has ${length}.`);
  const direction = start > end ? -1 : 1;
  return { length, at: (index) => start + index * direction };
}

/** Walks the product of all iterations; `visit` says whether to go on. Gives false if something isn't a list. */
function walk(environment: Environment, iterations: readonly Iteration[], cost: number, visit: () => boolean, extra: Record<string, unknown>): boolean {
  const [iteration, ...inner] = iterations;
  if (!iteration) return true;
  const items = itemsOf(environment, iteration);
  if (!items) return false;
  for (let index = 0; index < items.length; index++) {
    if (!environment.spend(inner.length ? COST_OF_A_TURN : cost + 1)) return false;
    const names = { ...extra, [iteration.name]: items.at(index) };
    const isWalked = environment.within(names, () => (inner.length ? walk(environment, inner, cost, visit, extra) : visit()));
    if (!isWalked) return false;
  }
  return true;
}

/** Of an outer loop: beginning the inner one. */
const COST_OF_A_TURN = 5;

export const forExpression: Rule = (compiler, node) => {
  const [, iterationNodes, , body] = childrenOf(node);
  const iterations = iterationsOf(compiler, iterationNodes!);
  const run = compiler.compile(body!).run;
  const cost = compiler.sizeOf(body!);
  return compiled('other', (environment) => {
    const partial: unknown[] = [];
    const visit = () => {
      partial.push(run(environment));
      if (partial.length > LIMITS.listSize) environment.exceeds(`Expected a list of at most ${LIMITS.listSize} items.`);
      return environment.fault === null;
    };
    return walk(environment, iterations, cost, visit, { partial }) ? partial : null;
  });
};

export const quantifiedExpression: Rule = (compiler, node, source) => {
  const [, iterationNodes, , body] = childrenOf(node);
  const iterations = iterationsOf(compiler, iterationNodes!);
  const test = compiler.compile(body!).run;
  const cost = compiler.sizeOf(body!);
  const isEvery = source.startsWith('every');
  return compiled('test', (environment) => {
    let isDecided = false;
    let isUnknown = false;
    const visit = () => {
      const result = test(environment);
      isDecided = result === !isEvery;
      isUnknown ||= result === null;
      if (result !== null && typeof result !== 'boolean')
        environment.fail('type-mismatch', `Expected true or false after "satisfies", but got ${describe(result)}.`);
      return !isDecided && environment.fault === null;
    };
    walk(environment, iterations, cost, visit, {});
    if (environment.fault) return null;
    if (isDecided) return !isEvery;
    return isUnknown ? null : isEvery;
  });
};
