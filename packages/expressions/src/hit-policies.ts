import type { TableSource } from './decision.ts';
import type { Evaluated } from './error.ts';
import type { Json } from './json.ts';

/** A rule that matches, by its number, and what it gives. */
export type Hit = { readonly rule: number; readonly value: Json };

/** The table's result, or why there is none. */
type Outcome = Evaluated | string;
type Policy = (hits: readonly Hit[], aggregation: TableSource['aggregation']) => Outcome;

const given = (value: Json): Outcome => ({ ok: true, value });
const first: Policy = ([hit]) => given(hit ? hit.value : null);
const all: Policy = (hits) => given(hits.map(({ value }) => value));

const POLICIES: { readonly [P in NonNullable<TableSource['hitPolicy']>]: Policy } = {
  first,
  unique: (hits, aggregation) => (hits.length > 1 ? `Expected one rule to match, but ${rules(hits)} do.` : first(hits, aggregation)),
  any: (hits, aggregation) => {
    const [one] = hits;
    const other = hits.find(({ value }) => JSON.stringify(value) !== JSON.stringify(one?.value));
    return one && other ? `Expected all rules that match to give the same, but ${rules([one, other])} differ.` : first(hits, aggregation);
  },
  ruleOrder: all,
  collect: (hits, aggregation) => (aggregation ? aggregate(hits, aggregation) : all(hits, aggregation)),
};

const rules = (hits: readonly Hit[]) => `rules ${hits.slice(0, 10).map(({ rule }) => rule).join(', ')}`; // biome-ignore format: one thought

const AGGREGATIONS: { readonly [A in Exclude<NonNullable<TableSource['aggregation']>, 'count'>]: (a: number, b: number) => number } = {
  sum: (a, b) => a + b,
  min: Math.min,
  max: Math.max,
};

/** Of nothing: 0 for the count and the sum, else null. */
function aggregate(hits: readonly Hit[], how: NonNullable<TableSource['aggregation']>): Outcome {
  if (how === 'count') return given(hits.length);
  const numbers: number[] = [];
  for (const { rule, value } of hits) {
    if (typeof value !== 'number') return `Expected numbers to take the ${how} of, but rule ${rule} gives something else.`;
    numbers.push(value);
  }
  if (numbers.length === 0) return given(how === 'sum' ? 0 : null);
  const result = numbers.reduce((a, b) => AGGREGATIONS[how](a, b));
  return Number.isFinite(result) ? given(result) : `Expected a ${how} that can be written down, but it is too large.`;
}

export const outcomeOf = (hits: readonly Hit[], { hitPolicy = 'unique', aggregation }: TableSource): Outcome => POLICIES[hitPolicy](hits, aggregation);
