import { LIMITS } from '../limits.ts';
import type { Environment } from './environment.ts';
import { costOfPattern } from './regular-expressions.ts';
import { weightOf } from './weight.ts';

type Cost = (values: readonly unknown[], environment: Environment) => number;

/** Any call: looking at the values, once. */
const BASE = 5;
/** Reading a date, time or duration, by feelin's calendar. */
const TEMPORAL = 120;
/** Bringing a duration into its usual form counts days on the calendar. */
const DURATION = 500;
/** The first time of a named zone, its transitions have to be found. */
const ZONE = 1_000;

const lengthOf = (value: unknown) => (typeof value === 'string' || Array.isArray(value) ? value.length : 0);
const sizeOf = (value: unknown) => (typeof value === 'object' && value !== null ? Object.keys(value).length : 0);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Texts are read character by character, and a zone looked up. */
const temporal: Cost = (values) =>
  values.reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length + (value.includes('@') ? ZONE : 0) : 0), TEMPORAL);
const duration: Cost = (values, environment) => DURATION + temporal(values, environment);

/** Walks through all and makes as much anew. */
const rebuilding =
  (times: number): Cost =>
  (values) =>
    times * weightOf(values);

/** Copies the keys that are left at each level. */
const contextPut: Cost = ([context, keys]) => lengthOf(keys) ** 2 / 8 + lengthOf(keys) + 2 * sizeOf(context);
/** Lists, contexts and the like are compared with each other one. */
const distinct: Cost = (values) => {
  const items = values.flat();
  const complex = items.filter((item) => typeof item === 'object' && item !== null).length;
  return items.length * 3 + (complex * weightOf(items)) / 2;
};
/** Each item becomes an argument, of which the machine takes only so many. */
const spreading =
  (cost: Cost): Cost =>
  (values, environment) =>
    lengthOf(values[0]) > 10_000 ? Number.POSITIVE_INFINITY : cost(values, environment);
const comparingEach: Cost = ([list]) => lengthOf(list) * 2;
const sorting: Cost = (values) => 4 * lengthOf(isList(values[0]) ? values[0] : values) * Math.log2(2 + lengthOf(isList(values[0]) ? values[0] : values));
/** It takes the text apart at each group. */
const number: Cost = ([text]) => lengthOf(text);
const characters: Cost = ([text]) => lengthOf(text) / 32;

/** What a call costs above looking at its values. */
const COSTS: { readonly [name: string]: Cost } = {
  matches: costOfPattern,
  replace: costOfPattern,
  split: costOfPattern,
  date: temporal,
  'date and time': (values, environment) => 2 * temporal(values, environment),
  time: temporal,
  duration,
  '@': temporal,
  before: temporal,
  after: temporal,
  meets: temporal,
  'met by': temporal,
  overlaps: temporal,
  includes: temporal,
  is: rebuilding(4),
  string: rebuilding(2),
  number,
  contains: characters,
  'substring before': characters,
  'substring after': characters,
  substring: characters,
  'string length': characters,
  'upper case': characters,
  'lower case': characters,
  sort: sorting,
  median: sorting,
  mode: spreading(sorting),
  stddev: spreading(sorting),
  'distinct values': distinct,
  union: spreading(distinct),
  'list contains': comparingEach,
  'index of': comparingEach,
  'get value': ([context]) => 4 * sizeOf(context),
  'get entries': ([context]) => 2 * sizeOf(context),
  context: spreading(rebuilding(2)),
  'context merge': spreading(rebuilding(2)),
  'context put': contextPut,
};

/** Steps of a call of a built-in. Infinity is more than anybody has. */
export function costOfCall(environment: Environment, name: string, values: readonly unknown[]): number {
  const weight = weightOf(values);
  return weight > LIMITS.steps ? Number.POSITIVE_INFINITY : BASE + weight + (COSTS[name]?.(values, environment) ?? 0);
}
