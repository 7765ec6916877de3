import { FeelFunction, isFunction, isRange } from 'feelin';
import { LIMITS } from '../limits.ts';
import { builtinNamed, metered } from './builtin.ts';
import { CLOCK } from './clock.ts';
import type { Compiler, Rule } from './compile.ts';
import { type Compiled, compiled, type Run } from './compiled.ts';
import { type Environment, Stopped } from './environment.ts';
import { describe, invoke } from './feelin.ts';
import { givesNothing } from './gives-nothing.ts';
import { childrenOf, type Syntax } from './node.ts';

/** A call of a built-in or of a function defined in the expression. A variable can't hide a built-in here. */
export const functionInvocation: Rule = (compiler, node, source) => {
  const [target, ...rest] = childrenOf(node);
  if (target?.name === 'SpecialFunctionName') return special(compiler, node, source, compiler.textOf(target));
  const name = compiler.textOf(target!).replace(/\s+/g, ' ').trim();
  const own = OWN[name];
  const parameterNode = rest.find((part) => part.name === 'PositionalParameters' || part.name === 'NamedParameters');
  if (own) return compiled('any', own(compiler, parameterNode ? childrenOf(parameterNode) : []));
  const clock = CLOCK[name];
  if (clock && (!parameterNode || childrenOf(parameterNode).length === 0)) return compiled('any', clock);
  const parameters = parametersOf(compiler, parameterNode);
  const builtin = builtinNamed(name);
  if (!builtin && target?.name === 'VariableName') compiler.calls(name, target);
  const callee = builtin ? null : compiler.compile(target!).run;
  return compiled('any', (environment) => {
    const called = builtin ? metered(environment, builtin) : callable(callee!(environment));
    if (environment.fault) return null;
    if (!called) return environment.fail('name-unknown', `Expected a function "${name}", but there is none.`);
    const values = parameters(environment);
    const result = call(environment, called, values);
    return result === null && builtin && !environment.fault && !givesNothing(name, values) ? unusable(environment, name, values) : result;
  });
};

/** Functions whose names have a keyword in them, `years and months duration`: feelin's own. */
function special(compiler: Compiler, node: Syntax, source: string, name: string): Compiled {
  const { run } = compiler.template(node, source, 'any');
  return compiled('any', (environment) => run(environment) ?? (environment.fault ? null : unusable(environment, name, [])));
}

/** Built-ins give null for what they can't work with: here that is a failure. */
function unusable(environment: Environment, name: string, parameters: unknown): null {
  const got = (Array.isArray(parameters) ? parameters : Object.values(parameters ?? {})).map(describe).join(', ');
  return environment.fail('function-failed', `Expected values that "${name}" can work with, but got ${got || 'others'}.`);
}

function callable(value: unknown): FeelFunction | null {
  if (isFunction(value)) return value as FeelFunction;
  return isRange(value) ? new FeelFunction((item: unknown) => value.includes(item), ['value']) : null;
}

function call(environment: Environment, target: FeelFunction, parameters: unknown): unknown {
  if (environment.fault || !environment.spend(1)) return null;
  if (++environment.calls > LIMITS.callDepth) return environment.exceeds(`Expected at most ${LIMITS.callDepth} calls inside each other.`);
  const result = invoke(environment, target, parameters);
  environment.calls--;
  if (Array.isArray(result) && result.length > LIMITS.listSize) return environment.exceeds(`Expected a list of at most ${LIMITS.listSize} items.`);
  if (typeof result === 'string' && result.length > LIMITS.textLength)
    return environment.exceeds(`Expected a text of at most ${LIMITS.textLength} characters.`);
  return result === undefined ? null : result;
}

function parametersOf(compiler: Compiler, node: Syntax | undefined): Run {
  if (!node) return () => [];
  if (node.name === 'PositionalParameters') {
    const values = childrenOf(node).map((value) => compiler.compile(value).run);
    return (environment) => values.map((value) => value(environment));
  }
  const named = childrenOf(node).map((parameter) => {
    const [name, value] = childrenOf(parameter);
    return { name: compiler.textOf(name!).replace(/\s+/g, ' ').trim(), value: compiler.compile(value!).run };
  });
  return (environment) => Object.fromEntries(named.map(({ name, value }) => [name, value(environment)]));
}

/** Functions FEEL has in Camunda and feelin lacks; both take a name that may be missing. */
const OWN: { readonly [name: string]: (compiler: Compiler, parameters: readonly Syntax[]) => Run } = {
  'get or else': (compiler, [value, fallback]) => {
    const optional = value ? compiler.allowingMissing(() => compiler.compile(value).run) : () => null;
    const otherwise = fallback ? compiler.compile(fallback).run : () => null;
    return (environment) => optional(environment) ?? otherwise(environment);
  },
  'is defined': (compiler, [value]) => {
    const optional = value ? compiler.allowingMissing(() => compiler.compile(value).run) : () => null;
    return (environment) => optional(environment) !== null;
  },
};

export const functionDefinition: Rule = (compiler, node, source) => {
  const parts = childrenOf(node);
  const bodyNode = parts.find((part) => part.name === 'FunctionBody');
  const names = parts.filter((part) => part.name === 'FormalParameters').flatMap((part) => childrenOf(part).map((parameter) => nameOf(compiler, parameter)));
  const inner = bodyNode && childrenOf(bodyNode)[0];
  if (!inner || / external\b/.test(source)) return compiled('other', (environment) => environment.fail('unsupported', 'External functions are not supported.'));
  const run = compiler.compile(inner).run;
  const body: Body = { names, run, cost: compiler.sizeOf(inner), levels: compiler.depthOf(inner) };
  return compiled('other', (environment) => closure(environment, body));
};

function nameOf(compiler: Compiler, parameter: Syntax): string {
  const [name] = childrenOf(parameter);
  return compiler
    .textOf(name ?? parameter)
    .replace(/\s+/g, ' ')
    .trim();
}

type Body = { readonly names: readonly string[]; readonly run: Run; readonly cost: number; readonly levels: number };

/** Built-ins such as `sort` call it as often as they like: when all is used up, only throwing stops them. */
function closure(environment: Environment, { names, run, cost, levels }: Body): FeelFunction {
  const { frame } = environment;
  const body = (...values: unknown[]) => {
    if (!environment.spend(cost)) throw new Stopped();
    const caller = environment.frame;
    environment.frame = { names: Object.fromEntries(names.map((name, index) => [name, values[index] ?? null])), outer: frame };
    const result = environment.nested(levels, () => run(environment));
    environment.frame = caller;
    if (environment.fault) throw new Stopped();
    return result;
  };
  return new FeelFunction(body, [...names]);
}

/** `date("2026-01-01")`, `date and time(x)`, `duration(x)`, `@"..."`. */
export const dateTimeLiteral: Rule = (compiler, node, source) => {
  const [first, , parameters] = childrenOf(node);
  if (first?.name !== 'DateTimeConstructor') return compiler.template(node, source, 'date');
  const name = compiler.textOf(first).replace(/\s+/g, ' ').trim();
  const builtin = builtinNamed(name);
  if (!builtin) return compiler.template(node, source, 'date');
  const values = parametersOf(compiler, parameters?.name === ')' ? undefined : parameters);
  return compiled('date', (environment) => {
    const given = values(environment);
    const result = call(environment, metered(environment, builtin), given);
    return result === null && !environment.fault ? unusable(environment, name, given) : result;
  });
};
