import { evaluate, FeelFunction } from 'feelin';
import { costOfCall } from './costs.ts';
import { type Environment, Stopped } from './environment.ts';
import { LISTS } from './lists.ts';
import { MOMENTS } from './moments.ts';
import { REGULAR_EXPRESSIONS } from './regular-expressions.ts';
import { TEXTS } from './texts.ts';

/** A function FEEL brings along. `run` gives null for what it can't use, as feelin's do. */
export type Builtin = {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly run: (environment: Environment, values: readonly unknown[]) => unknown;
};
/** Those we have ourselves, by name. */
export type Builtins = { readonly [name: string]: Omit<Builtin, 'name'> };

const OWN: Builtins = { ...REGULAR_EXPRESSIONS, ...TEXTS, ...LISTS, ...MOMENTS };

/** Those of feelin. Asking it for a name takes as long as an evaluation, so it is asked for these only, each once. */
const OF_FEELIN = new Set([
  ...['number', 'string', 'date', 'time', 'duration', 'now', 'today', 'not', 'substring', 'string length'],
  ...['upper case', 'lower case', 'starts with', 'ends with', 'list contains', 'list replace', 'count', 'sublist', 'append', 'concatenate', 'insert before'],
  ...['remove', 'reverse', 'index of', 'flatten', 'distinct values', 'union', 'stddev', 'mode', 'decimal', 'floor', 'ceiling', 'abs', 'round up', 'round down'],
  ...['round half up', 'round half down', 'modulo', 'sqrt', 'log', 'exp', 'odd', 'even', 'is', 'before', 'after', 'meets', 'met by', 'overlaps'],
  ...['overlaps before', 'overlaps after', 'finishes', 'finished by', 'includes', 'during', 'starts', 'started by', 'coincides', 'day of year'],
  ...['day of week', 'month of year', 'week of year', 'sort', 'get value', 'get entries', 'context', 'context merge', 'context put'],
]);

export const BUILTIN_NAMES: readonly string[] = [...Object.keys(OWN), ...OF_FEELIN];

const known = new Map<string, Builtin>();

/** The built-in of that name; ours come before feelin's. */
export function builtinNamed(name: string): Builtin | null {
  const before = known.get(name);
  if (before) return before;
  const own = Object.hasOwn(OWN, name) ? OWN[name] : undefined;
  const found = own ? { ...own, name } : OF_FEELIN.has(name) ? ofFeelin(name) : null;
  if (found) known.set(name, found);
  return found;
}

function ofFeelin(name: string): Builtin | null {
  const found: unknown = evaluate(name, {}).value;
  if (typeof found !== 'function' || !('$args' in found) || !Array.isArray(found.$args)) return null;
  return { name, parameters: found.$args, run: (_environment, values): unknown => Reflect.apply(found, null, values) };
}

/** The built-in as a function of this evaluation: whoever calls it, also another built-in, pays for it. */
export function metered(environment: Environment, builtin: Builtin): FeelFunction {
  const call = (...values: unknown[]): unknown => {
    if (!environment.spend(costOfCall(environment, builtin.name, values))) throw new Stopped();
    return builtin.run(environment, values);
  };
  return new FeelFunction(call, [...builtin.parameters]);
}
