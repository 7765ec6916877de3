import { describe, expect, it } from 'vitest';
import { evaluateDecision, parseDecision, parseUnaryTests, type TableSource, type Values } from './index.ts';

const decide = (table: TableSource, variables: Values) => {
  const parsed = parseDecision(table);
  if (!parsed.ok) throw new Error(`${parsed.problem.path}: ${parsed.problem.message}`);
  const result = evaluateDecision(parsed.decision, { lookup: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined), now: 0 });
  return result.ok ? result.value : result.error.message;
};
/** Does that test hold for that value? */
const holds = (test: string, value: Values[string], variables: Values = {}) =>
  decide(
    {
      hitPolicy: 'first',
      inputs: [{ expression: 'x' }],
      outputs: [{ name: 'r' }],
      rules: [
        { when: [test], gives: ['true'] },
        { when: ['-'], gives: ['false'] },
      ],
    },
    { x: value ?? null, ...variables },
  );

describe('unary tests', () => {
  it.each<[string, Values[string], boolean]>([
    ['> 1000', 1001, true],
    ['> 1000', 1000, false],
    ['"A", "B"', 'B', true],
    ['"A","B"', 'C', false],
    ['[1..5]', 5, true],
    ['[1..5)', 5, false],
    [']1..5]', 1, false],
    ['< 3, > 7', 8, true],
    ['not("x")', 'y', true],
    ['not("x", "y")', 'y', false],
    ['-', 'anything', true],
    ['', null, true],
    ['null', null, true],
    ['> 5', null, false],
    ['true', true, true],
    ['? * 2 > 10', 6, true],
    ['contains(?, "b")', 'abc', true],
    ['"what?"', 'what?', true],
    ['> limit', 6, true],
    ['"A", ? = "B"', 'B', true],
    ['["A", "B"]', 'B', true],
    ['["A", "B"], "C"', 'C', true],
    ['["A", "B"], "C"', 'D', false],
    ['[1..5), 7', 7, true],
    ['[1..5), 7', 5, false],
    ['-5', -5, true],
    ['"-"', '-', true],
    ['"a, b", "c"', 'a, b', true],
    ['"null"', null, false],
    ['not(null)', null, false],
    ['not(null)', 5, true],
    ['not(? > 5)', 3, true],
    ['not([1..5])', 6, true],
    ['some letter in ["a", "b"] satisfies contains(?, letter)', 'xb', true],
    ['true, false', false, true],
    ['allowed', 2, true],
    ['allowed', 9, false],
  ])('%s of %j: %s', (test, value, expected) => {
    expect(holds(test, value, { limit: 5, allowed: [1, 2, 3] })).toBe(expected);
  });

  it.each(['>', '"A', '[1..', ') or ('])('refuses %j', (test) => {
    expect(parseUnaryTests(test)).toMatchObject({ ok: false, problem: { message: expect.stringContaining('Expected') } });
  });
});

describe('a decision table', () => {
  const discount: TableSource = {
    inputs: [{ expression: 'amount' }, { expression: 'customer.kind' }],
    outputs: [{ name: 'discount' }],
    rules: [
      { when: ['>= 1000', '"gold"'], gives: ['0.1'] },
      { when: ['>= 1000', '-'], gives: ['0.05'] },
      { when: ['< 1000', '-'], gives: ['amount / 100000'] },
    ],
  };

  it('takes the first rule that matches', () => {
    expect(decide({ ...discount, hitPolicy: 'first' }, { amount: 2000, customer: { kind: 'gold' } })).toBe(0.1);
    expect(decide({ ...discount, hitPolicy: 'first' }, { amount: 500, customer: { kind: 'gold' } })).toBe(0.005);
  });

  it('that must be unique says so when it is not', () => {
    expect(decide(discount, { amount: 2000, customer: { kind: 'gold' } })).toContain('Expected one rule to match, but rules 1, 2 do.');
    expect(decide(discount, { amount: 2000, customer: { kind: 'new' } })).toBe(0.05);
  });

  it('gives an object for several outputs, null when nothing matches', () => {
    const two: TableSource = { inputs: [{ expression: 'n' }], outputs: [{ name: 'a' }, { name: 'b' }], rules: [{ when: ['1'], gives: ['"x"', '2'] }] };

    expect(decide(two, { n: 1 })).toEqual({ a: 'x', b: 2 });
    expect(decide(two, { n: 2 })).toBeNull();
  });

  const many = (more: Partial<TableSource>): TableSource => ({
    inputs: [{ expression: 'n' }],
    outputs: [{ name: 'fee' }],
    rules: [
      { when: ['> 1'], gives: ['10'] },
      { when: ['> 2'], gives: ['20'] },
      { when: ['> 9'], gives: ['30'] },
    ],
    ...more,
  });

  it.each([
    ['ruleOrder', undefined, [10, 20]],
    ['collect', undefined, [10, 20]],
    ['collect', 'sum', 30],
    ['collect', 'min', 10],
    ['collect', 'max', 20],
    ['collect', 'count', 2],
    ['any', undefined, 'Expected all rules that match to give the same, but rules 1, 2 differ.'],
  ] as const)('%s %s', (hitPolicy, aggregation, expected) => {
    expect(decide(many({ hitPolicy, aggregation }), { n: 3 })).toEqual(expected);
  });

  it('names the rule that fails, and the cell that is not FEEL', () => {
    expect(decide(many({ hitPolicy: 'first', rules: [{ when: ['-'], gives: ['1 + "x"'] }] }), { n: 1 })).toContain('It is rule 1, output “fee”.');
    expect(decide(many({ hitPolicy: 'first' }), { n: 'many' })).toContain('It is rule 1, input 1.');
    expect(decide(many({}), {})).toContain('It is input 1.');
    expect(parseDecision(many({ rules: [{ when: ['> 1'], gives: ['1 +'] }] }))).toMatchObject({ ok: false, problem: { path: 'rules.0.gives.0' } });
  });

  it('that finds nothing to collect gives an empty list, 0 or null', () => {
    const nothing = { n: 0 };

    expect(decide(many({ hitPolicy: 'collect' }), nothing)).toEqual([]);
    expect(decide(many({ hitPolicy: 'collect', aggregation: 'count' }), nothing)).toBe(0);
    expect(decide(many({ hitPolicy: 'collect', aggregation: 'sum' }), nothing)).toBe(0);
    expect(decide(many({ hitPolicy: 'collect', aggregation: 'max' }), nothing)).toBeNull();
    expect(decide(many({ hitPolicy: 'any' }), nothing)).toBeNull();
  });

  it('takes the sum of numbers only', () => {
    const rules = [
      { when: ['-'], gives: ['1'] },
      { when: ['-'], gives: ['"x"'] },
    ];

    expect(decide(many({ hitPolicy: 'collect', aggregation: 'sum', rules }), { n: 1 })).toBe(
      'Expected numbers to take the sum of, but rule 2 gives something else.',
    );
  });

  it('with any gives what all agree on', () => {
    const rules = [
      { when: ['> 1'], gives: ['"a"'] },
      { when: ['> 2'], gives: ['"a"'] },
    ];

    expect(decide(many({ hitPolicy: 'any', rules }), { n: 3 })).toBe('a');
  });

  it('without inputs or with missing cells lets any value pass', () => {
    expect(decide({ inputs: [], outputs: [{ name: 'x' }], rules: [{ when: [], gives: ['7'] }] }, {})).toBe(7);
    expect(decide(many({ hitPolicy: 'first', rules: [{ when: [], gives: [] }] }), { n: 1 })).toBeNull();
  });

  it('spends one budget on all its cells', () => {
    const rules = Array.from({ length: 40 }, () => ({ when: ['count(for i in 1..3000 return i) < ?'], gives: ['1'] }));

    expect(decide(many({ hitPolicy: 'collect', rules: rules.slice(0, 2) }), { n: 1 })).toEqual([]);
    expect(decide(many({ hitPolicy: 'collect', rules }), { n: 1 })).toContain('Expected at most 200000 steps');
    expect(decide(many({ hitPolicy: 'collect', rules: Array.from({ length: 9_000 }, () => ({ when: ['-'], gives: ['1'] })) }), { n: 1 })).toHaveLength(9_000);
  });
});
