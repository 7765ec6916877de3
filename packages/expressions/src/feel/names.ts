import { builtinNamed, metered } from './builtin.ts';
import type { Rule } from './compile.ts';
import { compiled, type Run } from './compiled.ts';
import type { Environment } from './environment.ts';
import { askFeelin, describe } from './feelin.ts';
import { childrenOf, type Syntax } from './node.ts';

const nameOf = (node: Syntax, textOf: (node: Syntax) => string) => {
  const parts = childrenOf(node);
  return parts.length ? parts.map(textOf).join(' ') : textOf(node);
};

/** A variable that isn't there is a failure, unless it is only asked whether it is null. */
export const variableName: Rule = (compiler, node) => {
  const name = nameOf(node, compiler.textOf);
  compiler.reads(name);
  const { mayBeMissing } = compiler;
  const run: Run = (environment) => {
    const value = environment.frame === null ? environment.lookup(name) : environment.read(name);
    if (value !== undefined) return value;
    const builtin = builtinNamed(name);
    if (builtin) return metered(environment, builtin);
    return mayBeMissing ? null : environment.fail('name-unknown', `Expected a variable "${name}", but there is none.`);
  };
  return compiled('any', run);
};

/** Items of which an entry is taken in one step. */
const ITEMS_PER_STEP = 4;

export const pathExpression: Rule = (compiler, node) => {
  const [target, , property] = childrenOf(node);
  const { mayBeMissing } = compiler;
  const from = compiler.compile(target!);
  const name = nameOf(property!, compiler.textOf);
  const run: Run = (environment) => {
    const value = from.run(environment);
    if (!Array.isArray(value)) return entryOf(environment, value, name, mayBeMissing);
    return environment.spend(value.length / ITEMS_PER_STEP) ? value.map((item) => entryOf(environment, item, name, mayBeMissing)) : null;
  };
  return compiled('any', run);
};

function entryOf(environment: Environment, value: unknown, name: string, mayBeMissing: boolean): unknown {
  if (environment.fault) return null;
  if (typeof value === 'object' && value !== null) {
    if (Object.hasOwn(value, name)) {
      const entry: unknown = Reflect.get(value, name);
      if (entry !== undefined) return entry;
    }
    if (Object.getPrototypeOf(value) !== Object.prototype) return askFeelin(environment, `p0.${name}`, { p0: value });
  }
  if (mayBeMissing) return null;
  return environment.fail('name-unknown', `Expected an entry "${name}", but ${describe(value)} has none.`);
}
