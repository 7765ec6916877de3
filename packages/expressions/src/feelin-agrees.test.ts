import fc from 'fast-check';
import { evaluate as feelin } from 'feelin';
import { describe, expect, it } from 'vitest';
import { evaluate, type Json, parseExpression, type Values } from './index.ts';

const SEEDS = [20_261_123, Date.now() % 2_147_483_647];
const RUNS = 600;
const VARIABLES: Values = {
  n: 5,
  m: -2.5,
  zero: 0,
  text: 'abc',
  flag: true,
  off: false,
  nothing: null,
  list: [1, 2, 3],
  names: ['a', 'abc'],
  order: { total: 7, lines: [{ price: 1 }, { price: 9 }] },
};

const { source } = fc.letrec<{ source: string; number: string; truth: string }>((tie) => {
  const leaf = fc.constantFrom(
    '1',
    '2.5',
    '0',
    '"abc"',
    '"b"',
    'true',
    'false',
    'null',
    'n',
    'm',
    'zero',
    'text',
    'flag',
    'off',
    'nothing',
    'list',
    'names',
    'order.total',
    'order.lines.price',
    'list[2]',
    'missing',
  );
  const number = fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('1', '3', '2.5', 'n', 'm', 'zero', 'order.total', 'list[1]', 'count(list)', 'sum(list)'),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number')).map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie('number').map((a) => `-(${a})`),
    fc.tuple(tie('truth'), tie('number'), tie('number')).map(([test, a, b]) => `(if ${test} then ${a} else ${b})`),
  );
  const truth = fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('true', 'false', 'flag', 'off', 'list contains(list, 2)', 'some x in list satisfies x > n', 'every x in list satisfies x < n'),
    fc.tuple(tie('number'), fc.constantFrom('=', '!=', '<', '<=', '>', '>='), tie('number')).map(([a, op, b]) => `${a} ${op} ${b}`),
    fc.tuple(tie('truth'), fc.constantFrom('and', 'or'), tie('truth')).map(([a, op, b]) => `(${a}) ${op} (${b})`),
    tie('truth').map((a) => `not(${a})`),
    tie('number').map((a) => `${a} in [0..${5}]`),
    tie('number').map((a) => `${a} between 0 and n`),
  );
  const any = fc.oneof(
    { maxDepth: 3 },
    leaf,
    tie('number'),
    tie('truth'),
    fc.tuple(tie('source'), fc.constantFrom('=', '!=', '+', 'and', 'or'), tie('source')).map(([a, op, b]) => `(${a}) ${op} (${b})`),
    fc.tuple(tie('source'), tie('source')).map(([a, b]) => `[${a}, ${b}]`),
    fc.tuple(tie('source'), tie('source')).map(([a, b]) => `{a: ${a}, b: ${b}}`),
    tie('number').map((a) => `(for x in list return x * ${a})`),
    tie('number').map((a) => `list[item > ${a}]`),
    tie('source').map((a) => `{x: ${a}}.x`),
  );
  return { source: any, number, truth };
});

const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value ?? null));

describe('our closures and feelin', () => {
  it.each(SEEDS)(
    'give the same value wherever we give one (seed %i)',
    (seed) => {
      const counts = { values: 0, errors: 0 };

      fc.assert(
        fc.property(source, (text) => {
          const parsed = parseExpression(text);
          const ours = !parsed.ok
            ? null
            : evaluate(parsed.expression, { lookup: (name) => (Object.hasOwn(VARIABLES, name) ? VARIABLES[name] : undefined), now: 0 });
          if (!ours?.ok) {
            counts.errors++;
            return;
          }
          counts.values++;
          expect(plain(ours.value), text).toEqual(plain(feelin(text, { ...VARIABLES }).value));
        }),
        { seed, numRuns: RUNS },
      );

      console.log(`feelin agrees: seed ${seed}, ${counts.values} values, ${counts.errors} errors`);
      expect(counts.values).toBeGreaterThan(RUNS / 2);
    },
    60_000,
  );
});
