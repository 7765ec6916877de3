import { describe, expect, it } from 'vitest';
import { EXPRESSION_LIMITS, evaluate, newBudget, parseExpression } from './index.ts';

const times = (part: string, count: number, separator = '') => Array.from({ length: count }, () => part).join(separator);
const numbered = (count: number, part: (n: number) => string, separator = ', ') => Array.from({ length: count }, (_, n) => part(n)).join(separator);
const nest = (depth: number) => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = { a: value };
  return value;
};
/** Short names for long sources. */
const named = (sources: readonly string[]) => sources.map((source) => [source.slice(0, 100), source] as const);
const text = 'a'.repeat(1_000_000);
const wideEntries = Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`k${n}`, n]));

/** What an attacker may have brought along as data. */
const VALUES: { readonly [name: string]: unknown } = {
  text,
  other: `${'a'.repeat(999_999)}b`,
  digits: '1'.repeat(1_000_000),
  list: Array.from({ length: 90_000 }, (_, n) => n),
  keys: Array.from({ length: 90_000 }, () => 'a'),
  records: Array.from({ length: 20_000 }, (_, n) => ({ a: n, b: { c: n } })),
  wide: Array.from({ length: 200 }, (_, n) => ({ id: n, ...wideEntries })),
  words: Array.from({ length: 1_000 }, (_, n) => `${'a'.repeat(900)}${n}`),
  texts: Array.from({ length: 40 }, (_, n) => `${'a'.repeat(20_000)}${n}`),
  deep: nest(900),
  n: 1e9,
};

function attack(source: string) {
  const parsed = parseExpression(source);
  const budget = newBudget();
  if (!parsed.ok) return { code: parsed.problem.code, message: parsed.problem.message, spent: 0 };
  const result = evaluate(parsed.expression, { lookup: (name) => VALUES[name], now: 0, budget });
  return { code: result.ok ? 'value' : result.error.code, message: result.ok ? '' : result.error.message, spent: budget.spent };
}

describe('loops', () => {
  it.each(
    named([
      'for i in 0..n return i',
      'for i in -n..n return i',
      'for i in 1..10000, j in 1..10000 return 1',
      'for i in 1..10000 return for j in 1..10000 return i',
      'for i in 1..10000 return some j in 1..10000 satisfies j > 9000',
      'every x in list satisfies every y in list satisfies x = x',
      `for ${numbered(18, (n) => `v${n} in 1..2`)} return 1`,
      'count(list[item = count(list[item > 5])])',
      'for i in 1..10000 return list[item < 0]',
      'for i in 1..10000 return records.a',
      'for i in 1..10000 return records.b.c',
      'for i in 1..10000 return wide[id > 500]',
      'for i in 1..10000, j in 1..10 return partial',
      `${numbered(150, (n) => `{a${n}: 1, z: `, '')}for i in 1..200, j in 1..200 return n + n + n${times('}', 150)}`,
    ]),
  )('%s', (_, source) => {
    expect(attack(source)).toMatchObject({ code: 'limit-exceeded' });
  });
});

describe('what grows', () => {
  it.each(
    named([
      `{a0: "0123456789", ${numbered(30, (n) => `a${n + 1}: a${n} + a${n}`)}}`,
      `{a0: [1], ${numbered(40, (n) => `a${n + 1}: [a${n}, a${n}]`)}}`,
      `{a0: [1], ${numbered(40, (n) => `a${n + 1}: concatenate(a${n}, a${n})`)}}`,
      `count(flatten({a0: [1], ${numbered(40, (n) => `a${n + 1}: [a${n}, a${n}]`)}}.a40))`,
      `string({a0: [1], ${numbered(40, (n) => `a${n + 1}: [a${n}, a${n}]`)}}.a40)`,
      `{a0: [1], ${numbered(40, (n) => `a${n + 1}: [a${n}, a${n}]`)}, z: a40 = a40}.z`,
      'for x in list return list',
      `[${times('list', 1500, ',')}]`,
      `concatenate(${times('list', 900, ',')})`,
      `max(${times('list', 900, ',')})`,
      'flatten(for x in 1..1000 return list)',
      'string join(list, text)',
      'string join(for i in 1..400 return "a", text)',
      'string join(for x in list return text)',
      'replace(text, "a", text)',
      'replace("aaaaaaaaaa", "a", text)',
      'replace(text, "(a)", "$1$1$1$1$1$1$1$1")',
      'split(text, "a")',
      'split(text, "")',
      'for i in 1..10000 return append(list, i)',
      'for i in 1..10000 return context put({a: 1}, "b", records)',
      'context put(deep, keys, 1)',
      'context merge(keys)',
      'union(list, list, list, records)',
    ]),
  )('%s', (_, source) => {
    expect(attack(source).code).toMatch(/^(limit-exceeded|function-failed)$/);
  });
});

describe('texts and patterns', () => {
  it.each(
    named([
      'for i in 1..10000 return text < other',
      'for i in 1..10000 return text = other',
      'for i in 1..10000 return upper case(text)',
      'for i in 1..10000 return string length(text)',
      'for i in 1..10000 return substring(text, 1, 2)',
      'for i in 1..10000 return contains(text, "aaaaaaaaaaaaaaaaab")',
      'for i in 1..10 return substring before(text, substring(text, 1, 500000) + "b" + substring(text, 1, 400000))',
      'for i in 1..10000 return number(digits, "1", ".")',
      'matches(text, "(a{1,300}b?)+c")',
      'matches(text + "bd", "(a*)*b$")',
      'matches(substring(text, 1, 90000) + "cd", "([ab]{0,50}){0,9}c$")',
      'matches("a", "(abcdefghijklmnopqrstuvwxyz){1000}")',
      `matches("a", "${times('a{1,90}', 140)}")`,
      `matches("a", "${times('a', 1_001)}")`,
      'for i in 1..10000 return matches("a", "x{1,500}" + string(i))',
      'for i in 1..10000 return matches("a", "\\\\p{L}\\\\p{L}" + string(i), "i")',
      'replace(substring(text, 1, 20000), "a.*b|a", "x")',
      'split(substring(text, 1, 20000), "a.*b|a")',
      'for i in 1..10000 return replace(text, "(a|b|c)*?a$", "x")',
      'matches(text, text)',
      'sort(words, function(a, b) matches(a, "(a|b)*c" + b))',
    ]),
  )('%s', (_, source) => {
    expect(attack(source)).toMatchObject({ code: 'limit-exceeded' });
  });
});

describe('functions', () => {
  it.each(
    named([
      '(function(f) f(f))(function(f) f(f))',
      '{f: function(x) f(x), y: f(1)}.y',
      '{f: function(n) if n < 2 then 1 else f(n - 1) + f(n - 2), y: f(40)}.y',
      '(function(f, n) f(f, n))(function(f, n) if n < 2 then n else f(f, n - 1) + f(f, n - 2), 40)',
      `{f: function(n) if n = 0 then 0 else ${times('(', 60)}f(n - 1)${times(')', 60)}, y: f(49)}.y`,
      'sort(list, function(a, b) a < b)',
      'sort(list, is)',
      'for i in 1..100 return sort(texts, function(a, b) contains(a, b))',
      'for i in 1..10000 return sort(texts, contains)',
      'list replace(list, function(a, b) a = b, 1)',
      'for i in 1..10000 return list replace(list, is, 1)',
    ]),
  )('%s', (_, source) => {
    expect(attack(source)).toMatchObject({ code: 'limit-exceeded' });
  });
});

describe('what feelin and its calendar do', () => {
  it.each(
    named([
      `for i in 1..10000 return i in (${numbered(300, (n) => `> d${n}`)})`.replaceAll(/d\d+/g, 'today()'),
      'for i in 1..10000 return [1..i]',
      'for i in 1..10000 return i instance of number',
      'for i in 1..10000 return date("2026-01-01") + duration("P1D")',
      'for i in 1..10000 return date and time("2026-01-01T00:00:00@Europe/Berlin")',
      'for i in 1..10000 return now() - date and time("2020-01-01T00:00:00Z")',
      'for i in 1..10000 return years and months duration(date("2020-01-01"), date("9999-01-01"))',
      'duration("P" + digits + "D")',
      'date("2020-01-01[" + text + "]")',
      'for i in 1..10 return records = records',
      'for i in 1..10000 return get value(wide[1], "nothing")',
      'for i in 1..10000 return deep = deep',
      'distinct values(records)',
      'for i in 1..10000 return index of(list, 5)',
    ]),
  )('%s', (_, source) => {
    expect(attack(source)).toMatchObject({ code: 'limit-exceeded' });
  });
});

describe('source that takes long to read', () => {
  it.each(
    named([
      times('(', 9_999),
      `${times('[', 3_000)}${times(']', 3_000)}`,
      `${times('{a:', 900)}1${times('}', 900)}`,
      `{${numbered(900, (n) => `k${n}: 1`)}`,
      `{${numbered(900, (n) => `k${n}: 1`, ',')}}`,
      `${times('1+', 4_999)}1`,
      times('a b c d e ', 1_000),
      times('"', 9_999),
      times('1..', 3_000),
      times('@', 9_999),
      times('/*', 4_999),
      times('if ', 3_300),
      times('function(', 1_100),
      `${times('not(', 900)}true${times(')', 900)}`,
      `1${times(' ', 10_000)}`,
    ]),
  )('%s', (_, source) => {
    expect(attack(source)).toMatchObject({ code: expect.stringMatching(/^(limit-exceeded|syntax)$/), spent: 0 });
  });

  it.each([`${times('1 between (', 100)}1${times(') and 2', 100)}`, `${times('1 in [', 100)}1${times('..1]', 100)}`])(
    'but parts in parts are read once: %s',
    (source) => {
      expect(attack(source).spent).toBeLessThan(10_000);
    },
  );
});

describe('numbers', () => {
  it.each(named(['10 ** 300 * 10 ** 300', 'exp(100000)', '2 ** 10000', `1e${times('9', 9_000)}`, 'for i in 1..10 return 10 ** (i * 100)']))(
    '%s',
    (_, source) => {
      expect(attack(source).code).toMatch(/^(result-type|type-mismatch|function-failed)$/);
    },
  );
});

describe('an error', () => {
  it.each(['records + 1', 'list and true', '-text', 'nosuch + text', 'if text then 1 else 2'])('of large values is short: %s', (source) => {
    const { code, message } = attack(source);

    expect(code).not.toBe('value');
    expect(message.length).toBeLessThan(400);
  });
});

describe('the budget', () => {
  it('counts the same work the same way each time', () => {
    const spent = ['first', 'second'].map(() => attack('sum(for i in 1..100 return string length(string(i) + "x"))').spent);

    expect(spent[0]).toBe(spent[1]);
    expect(spent[0]).toBeGreaterThan(100);
  });

  it('is hardly touched by what people write', () => {
    const rows = Array.from({ length: 1_000 }, (_, id) => ({ id, price: id % 50, due: '2026-03-02', kind: 'gold' }));
    const lookup = (name: string) => (name === 'rows' ? rows : undefined);
    const share = (source: string) => {
      const budget = newBudget();
      const parsed = parseExpression(source);
      const result = parsed.ok ? evaluate(parsed.expression, { lookup, now: 0, budget }) : parsed;
      expect(result, source).toMatchObject({ ok: true });
      return budget.spent / EXPRESSION_LIMITS.steps;
    };

    expect(share('sum(rows[price between 10 and 20].price)')).toBeLessThan(0.1);
    expect(share('rows[kind in ("gold", "silver") and price > 5]')).toBeLessThan(0.15);
    expect(share('count(distinct values(rows.price))')).toBeLessThan(0.05);
    expect(share('sort(rows, function(a, b) a.price < b.price)[1]')).toBeLessThan(0.9);
    expect(share('string join(for r in rows return string(r.id), ", ")')).toBeLessThan(0.2);
    expect(share('rows[matches(kind, "^go+ld$") = true]')).toBeLessThan(0.2);
    expect(share('count(rows[date(due) < today()])')).toBeLessThan(1);
  });

  it('may be shared: what one evaluation has used, the next one lacks', () => {
    const parsed = parseExpression('count(for i in 1..9000 return i)');
    const budget = newBudget();
    const run = () => parsed.ok && evaluate(parsed.expression, { lookup: () => undefined, now: 0, budget });

    expect(run()).toMatchObject({ ok: true, value: 9000 });
    for (let round = 0; round < 20; round++) run();
    expect(run()).toMatchObject({ ok: false, error: { code: 'limit-exceeded' } });
  });
});
