import { describe, expect, it } from 'vitest';
import { type Evaluated, evaluate, evaluateCondition, type Json, parseExpression, type Values } from './index.ts';

const NOW = Date.parse('2026-03-02T12:00:00Z');

function surroundings(values: Values, zone?: string) {
  return { lookup: (name: string) => (Object.hasOwn(values, name) ? values[name] : undefined), now: NOW, ...(zone ? { zone } : {}) };
}
function feel(source: string, values: Values = {}, zone?: string): Evaluated {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(parsed.problem.message);
  return evaluate(parsed.expression, surroundings(values, zone));
}
function given(source: string, values: Values = {}): Json {
  const result = feel(source, values);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}
function codeOf(source: string, values: Values = {}): string {
  const result = feel(source, values);
  return result.ok ? `value ${JSON.stringify(result.value)}` : result.error.code;
}
function condition(source: string, values: Values = {}): boolean | string {
  const parsed = parseExpression(source);
  if (!parsed.ok) return parsed.problem.code;
  const result = evaluateCondition(parsed.expression, surroundings(values));
  return result.ok ? result.value : result.error.code;
}

it.each(['"a\\u0000"', '"a" + "\\uD800"', '{a: ["\\u0000"]}', '{"\\uD800": 1}'])('what can not be stored is no result: %s', (source) => {
  expect(codeOf(source)).toBe('result-type');
});

describe('values', () => {
  it.each<[string, Json, Values?]>([
    ['amount * 2 + 1', 11, { amount: 5 }],
    ['- 5', -5],
    ['1e3', 1000],
    ['2 ** 3', 8],
    ['"a" + "b"', 'ab'],
    ['"\\u0041bc \\U01F600 \\"\\\\n\\n"', 'Abc 😀 "\\n\n'],
    ['if amount > 3 then "big" else "small"', 'big', { amount: 5 }],
    ['order.customer.name', 'Ann', { order: { customer: { name: 'Ann' } } }],
    ['items[price > 5].name', ['b'], { items: [{ name: 'a', price: 1 }, { name: 'b', price: 9 }] }], // biome-ignore format: one row
    ['items[1]', 'a', { items: ['a', 'b'] }],
    ['items[-1]', 'b', { items: ['a', 'b'] }],
    ['items[9]', null, { items: ['a', 'b'] }],
    ['for i in 1..3, j in [10, 20] return i * j', [10, 20, 20, 40, 30, 60]],
    ['for i in 3..1 return i', [3, 2, 1]],
    ['for i in 1..4 return if i = 1 then 1 else partial[-1] * i', [1, 2, 6, 24]],
    ['some x in [1, 5] satisfies x > 3', true],
    ['every x in [1, 5] satisfies x > 3', false],
    ['sum(for i in 1..4 return i)', 10],
    ['{a: 1, b: a + 1, "c d": [b]}', { a: 1, b: 2, 'c d': [2] }],
    ['5 in [1..10]', true],
    ['n in (1, 2, > 5)', true, { n: 7 }],
    ['n between 1 and 3', false, { n: 7 }],
    ['{double: function(x) x * 2, y: double(4)}.y', 8],
    ['sort([3, 1, 2], function(a, b) a < b)', [1, 2, 3]],
    ['substring(string: "abc", start position: 2)', 'bc'],
    ['n instance of number', true, { n: 7 }],
    ['[1, 2, 3][item > 1]', [2, 3]],
    ['get or else(nothing, 3)', 3],
    ['is defined(nothing.at.all)', false],
    ['count(items)', 2, { items: [1, 2], count: 7 }],
    ['not(done)', false, { done: true }],
  ])('%s', (source, expected, values) => {
    expect(given(source, values)).toEqual(expected);
  });
});

describe('time', () => {
  it('is what it is given, in its zone', () => {
    expect(given('now()')).toBe('2026-03-02T12:00:00Z');
    expect(given('today()')).toBe('2026-03-02');
    expect(feel('today()', {}, 'Pacific/Kiritimati')).toEqual({ ok: true, value: '2026-03-03' });
  });

  it('is calculated with, and written as ISO 8601', () => {
    expect(given('date("2026-01-31") + duration("P1M")')).toBe('2026-02-28');
    expect(given('today() - date("2026-03-01")')).toBe('P1D');
    expect(given('date(due) < today()', { due: '2026-03-01' })).toBe(true);
    expect(given('@"2026-03-02T12:00:00Z" = now()')).toBe(true);
    expect(given('years and months duration(date("2025-01-01"), date("2026-03-01"))')).toBe('P1Y2M');
    expect(given('now().year')).toBe(2026);
  });
});

describe('nothing is silently false', () => {
  it.each([
    ['amount > 1000', {}],
    ['amount = 1000', {}],
    ['order.total > 5', { order: {} }],
    ['"5" = 5', {}],
    ['1 < "a"', {}],
    ['"a" + 1 = "a1"', {}],
    ['1 / 0 > 1', {}],
    ['nosuch(5)', {}],
    ['date("soon") > today()', {}],
  ] as const)('%s is an error', (source, values) => {
    expect(condition(source, values)).toMatch(/name-unknown|type-mismatch|function-failed/);
  });

  it('an unknown (null) condition is an error, and so is one that gives something else', () => {
    expect(condition('amount > 1000', { amount: null })).toBe('result-type');
    expect(condition('a and b', { a: true, b: null })).toBe('result-type');
    expect(condition('amount', { amount: 5 })).toBe('result-type');
  });

  it('names the values read', () => {
    const result = feel('order.total + amount', { order: { id: 1 }, amount: 5, other: 6 });

    expect(result).toMatchObject({ ok: false, error: { expression: 'order.total + amount', read: { order: { id: 1 }, amount: 5 } } });
  });

  it('but a name may be asked whether it is there', () => {
    expect(condition('amount = null')).toBe(true);
    expect(condition('order.total != null', { order: {} })).toBe(false);
    expect(condition('amount != null and amount > 5')).toBe(false);
    expect(condition('amount = null or amount > 5')).toBe(true);
    expect(given('if amount = null then 0 else amount + 1')).toBe(0);
  });
});

describe('limits', () => {
  it('refuse a source that is too long or too deep', () => {
    expect(parseExpression(`1${' '.repeat(10_000)}`)).toMatchObject({ ok: false, problem: { code: 'limit-exceeded' } });
    expect(parseExpression(`${'('.repeat(2000)}1${')'.repeat(2000)}`)).toMatchObject({ ok: false, problem: { code: 'limit-exceeded' } });
    expect(given(Array.from({ length: 400 }, () => '1').join('+'))).toBe(400);
  });

  it.each([
    'for i in 1..10001 return i',
    'for i in 1..1000, j in 1..1000 return 1',
    'for i in 1..1000 return for j in 1..1000 return 1',
    'some i in 1..1000 satisfies some j in 1..1000 satisfies some k in 1..1000 satisfies i + j + k < 0',
    'count(for i in 1..n return i)',
    'distinct values(for i in 1..9000 return [i])',
    '(function(f) f(f))(function(f) f(f))',
    '{a: function(x) x, b: function(x) a(a(a(a(x)))), c: function(x) b(b(b(b(x)))), d: function(x) c(c(c(c(x)))), e: function(x) d(d(d(d(d(d(d(d(d(d(d(d(d(d(d(d(d(d(d(d(x)))))))))))))))))))), f: function(x) e(e(e(e(e(e(e(e(e(e(e(e(e(e(e(e(e(e(e(e(x)))))))))))))))))))), g: f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(f(1))))))))))))))))))))}.g',
  ])('stop %s in time', (source) => {
    const begin = performance.now();

    expect(codeOf(source, { n: 1_000_000_000 })).toBe('limit-exceeded');
    expect(performance.now() - begin).toBeLessThan(2000);
  });

  it('stop a text that doubles itself', () => {
    const doublings = Array.from({ length: 30 }, (_, n) => `a${n + 1}: a${n} + a${n}`).join(', ');

    expect(codeOf(`{a0: "0123456789", ${doublings}}`)).toBe('limit-exceeded');
  });

  it('run patterns in linear time', () => {
    const begin = performance.now();

    expect(given(`matches("${'a'.repeat(5000)}b", "^(a+)+$")`)).toBe(false);
    expect(given('matches("foo", "^F", "i")')).toBe(true);
    expect(given('replace("abcd", "b(c)", "[$1]")')).toBe('a[c]d');
    expect(given('split("a;b;;c", ";")')).toEqual(['a', 'b', '', 'c']);
    expect(performance.now() - begin).toBeLessThan(1000);
    expect(codeOf('matches("a", "(?=a)")')).toBe('function-failed');
    expect(codeOf('matches("a", "(a")')).toBe('function-failed');
  });
});

describe('results', () => {
  it('are plain JSON or refused', () => {
    expect(codeOf('function(x) x')).toBe('result-type');
    expect(codeOf('[1..5]')).toBe('result-type');
    expect(JSON.stringify(given('0 * -1'))).toBe('0');
    expect(codeOf('"a\\u0000"')).toBe('result-type');
    expect(codeOf('[half]', { half: '\ud800' })).toBe('result-type');
    expect(codeOf('{constructor: 1}')).toBe('unsupported');
    expect(codeOf('{"__proto__": 1}')).toBe('unsupported');
  });

  it('show nothing of JavaScript behind the values', () => {
    for (const source of ['a.constructor', 'a.toString', 'a.__proto__', 'constructor', 'toString', '__proto__', 'text.length']) {
      expect(codeOf(source, { a: {}, text: 'x' })).toBe('name-unknown');
    }
  });
});

describe('parsing', () => {
  it('says where it does not fit', () => {
    expect(parseExpression('amount >')).toMatchObject({ ok: false, problem: { code: 'syntax' } });
    expect(parseExpression('')).toMatchObject({ ok: false, problem: { code: 'syntax' } });
    expect(parseExpression('1 ..5')).toMatchObject({ ok: false, problem: { code: 'syntax', from: 2 } });
  });

  it('names the variables read, once each', () => {
    const parsed = parseExpression('a + b.c + a + sum(for i in list return i)');

    expect(parsed.ok && parsed.expression.names).toEqual(['a', 'b', 'list', 'i']);
  });

  it('is done once for a source', () => {
    expect(parseExpression('a + 1')).toBe(parseExpression('a + 1'));
  });
});

describe('what parses but means nothing', () => {
  it.each([
    ['a == b', 'Expected one "=" to compare, but got "==".'],
    ['a = = "b"', 'Expected one "=" to compare, but got "==".'],
    ['a <> 5', 'Expected one "!=" to compare, but got "<>".'],
    ['a =< 5', 'Expected one "<=" to compare, but got "=<".'],
    ['a => 5', 'Expected one ">=" to compare, but got "=>".'],
    ['a != = 5', 'Expected one "!=" to compare, but got "!==".'],
    ['= a', 'Expected a value to compare on the left of "=", but there is none.'],
    ['not(> 3)', 'Expected a value to compare on the left of ">", but there is none.'],
    ['[< 5]', 'Expected a value to compare on the left of "<", but there is none.'],
    ['? > 3', 'Expected a value, but "?" has none: it stands for the input of a decision table.'],
    ['uuid()', 'Expected a function of FEEL, but there is none named "uuid".'],
  ])('%s is refused with a sentence', (source, message) => {
    expect(parseExpression(source)).toMatchObject({ ok: false, problem: { message } });
  });

  it('but tests stand behind "in", ranges stand alone, and an expression may call its own functions', () => {
    expect(given('a in > 3', { a: 5 })).toBe(true);
    expect(given('a in (< 3, 5)', { a: 5 })).toBe(true);
    expect(given('for twice in [function(x) x * 2] return twice(2)')).toEqual([4]);
    expect(given('{add it: function(x) x + 1, y: add it(1)}.y')).toBe(2);
  });
});

describe('built-ins that would give null for what they cannot use', () => {
  it.each([
    'string length(5)',
    'upper case(name)',
    'contains(5, "a")',
    'sum(["a"])',
    'max([1, "a"])',
    'not(5)',
    'all([1, true])',
    'sort([3, 1])',
    'split("a", 5)',
    'matches(5, "a")',
    'round up(5.5)',
    'day of week("x")',
    'years and months duration(1, 2)',
    'get value(name, "x")',
  ])('%s fails', (source) => {
    expect(codeOf(source, { name: null })).toBe('function-failed');
  });

  it('names the function and what it got', () => {
    expect(feel('string length(5)')).toMatchObject({ ok: false, error: { message: 'Expected values that "string length" can work with, but got 5.' } });
  });

  it.each(['mean([])', 'sum([])', 'max([])', 'stddev([1])', 'not(null)', 'all([true, null])', 'string(null)', 'get value({a: 1}, "b")'])(
    '%s is unknown, and so null',
    (source) => {
      expect(given(source)).toBeNull();
    },
  );
});

describe('a test that is neither true nor false', () => {
  it.each([
    'if amount > 5 then 1 else 2',
    'if 5 then 1 else 2',
    'amount and true',
    'false or "yes"',
    'for i in 5 return i',
    'for i in amount return i',
    'some x in 5 satisfies x > 1',
    'some x in [1] satisfies x',
    '[1, 2][amount > 1]',
    '[1, 2]["a"]',
    '{x: 1}["x"]',
    '[1, 2][amount]',
  ])('%s fails', (source) => {
    expect(['type-mismatch', 'result-type']).toContain(condition(source, { amount: null }));
  });

  it('is unknown in "some" and "every" unless another item decides', () => {
    expect(given('some x in [null, 7] satisfies x > 5')).toBe(true);
    expect(given('every x in [null, 1] satisfies x > 5')).toBe(false);
    expect(given('some x in [null, 1] satisfies x > 5')).toBeNull();
    expect(given('every x in [null, 7] satisfies x > 5')).toBeNull();
  });
});

describe('nothing freezes', () => {
  const text = 'a'.repeat(1_000_000);
  const list = Array.from({ length: 90_000 }, (_, n) => n);
  const records = Array.from({ length: 20_000 }, (_, n) => ({ a: n, b: { c: n } }));

  it.each([
    'for x in 1..10000 return text + "b"',
    'for x in 1..10000 return matches(text, "(a|b)*c")',
    'for x in 1..10 return replace(text, "(a|b|c)*?a$", "x")',
    'matches(text, "(a{1,300}b?)+c")',
    'for x in 1..10000 return upper case(text)',
    'for x in 1..10000 return contains(text, "aaaaaaaab")',
    'for x in 1..10000 return text = other',
    'for x in 1..10000 return records = records',
    'flatten(for x in 1..1000 return list)',
    'string join(for x in list return text)',
  ])('%s', (source) => {
    const begin = performance.now();

    expect(codeOf(source, { text, other: `${'a'.repeat(999_999)}b`, list, records })).toBe('limit-exceeded');
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  it('and no result grows beyond what an instance may hold', () => {
    expect(codeOf('for x in list return list', { list })).toBe('limit-exceeded');
  });

  it.each(['function(x) ', 'for x in [1] return ', 'some x in [1] satisfies '])('reads "%s" nested 200 times quickly', (part) => {
    const begin = performance.now();

    expect(parseExpression(`${part.repeat(200)}true`).ok).toBe(true);
    expect(performance.now() - begin).toBeLessThan(1000);
  });
});
