import { describe, expect, it } from 'vitest';
import type { Form, FormField } from '../form.ts';
import type { VariableDeclaration } from '../graph.ts';
import { checkForm, writableValues } from './check-form.ts';
import { checkVariables } from './check-variables.ts';

const codes = (problems: readonly { code: string; path?: string }[]) => problems.map((problem) => `${problem.path}: ${problem.code}`);

describe('checkVariables', () => {
  const declared: readonly VariableDeclaration[] = [
    { name: 'amount', type: 'money', label: 'Amount' },
    { name: 'due', type: 'date' },
    { name: 'kind', type: 'choice', options: ['a', 'b'] },
    { name: 'urgent', type: 'yesNo' },
    { name: 'lines', type: 'list' },
    { name: 'customer', type: 'object' },
    { name: 'note', type: 'text' },
  ];

  it('accepts values of the declared types, no value, and names nobody declared', () => {
    const values = { amount: 12.5, due: '2026-03-31', kind: 'a', urgent: false, lines: [], customer: {}, note: '', other: { any: [1] } };

    expect(checkVariables(declared, values)).toEqual([]);
    expect(checkVariables(declared, { amount: null, note: null })).toEqual([]);
  });

  it('says what it expected and what it found', () => {
    expect(checkVariables(declared, { amount: '12' })).toEqual([
      { code: 'value-type', severity: 'error', path: 'amount', message: 'Expected an amount as a number for “Amount”, but found "12".' },
    ]);
  });

  it.each([{ amount: Number.NaN }, { due: '2026-02-30' }, { due: 5 }, { urgent: 'yes' }, { lines: {} }, { customer: [] }, { note: 7 }])(
    'refuses %j',
    (values) => {
      expect(checkVariables(declared, values)).toMatchObject([{ code: 'value-type', path: Object.keys(values)[0] }]);
    },
  );

  it('refuses a choice that is none of the options', () => {
    expect(checkVariables(declared, { kind: 'c' })).toMatchObject([{ code: 'value-not-an-option', message: 'Expected a or b for “kind”, but found "c".' }]);
  });

  it('holds the limits for every value, declared or not', () => {
    const values = JSON.parse('{"__proto__":1,"x":{"constructor":1},"1st":1}') as Record<string, unknown>;

    expect(codes(checkVariables([], values))).toEqual(['__proto__: key-forbidden', 'x.constructor: key-forbidden', '1st: variable-name-invalid']);
    expect(codes(checkVariables([], { big: 'x'.repeat(1024 * 1024) }))).toEqual(['big: value-too-large']);
    expect(codes(checkVariables([], { fits: 'x'.repeat(1024 * 1024 - 2) }))).toEqual([]);
    expect(codes(checkVariables([], { umlauts: 'ü'.repeat(600_000) }))).toEqual(['umlauts: value-too-large']);
    expect(codes(checkVariables([], { nothing: undefined }))).toEqual(['nothing: value-missing']);
  });
});

describe('checkForm', () => {
  const form = (...fields: readonly Partial<FormField>[]): Form => ({ fields: fields.map((field) => ({ key: 'a', type: 'text', label: 'A', ...field })) });

  it('accepts a form that is filled in', () => {
    expect(
      checkForm(form({ key: 'a', required: true }, { key: 'b', type: 'money', min: 0 }, { key: 'c', type: 'yesNo', required: true }), {
        a: 'x',
        b: 0,
        c: false,
        other: 1,
      }),
    ).toEqual([]);
  });

  it.each([undefined, null, '', '  '])('misses a required field that is %j', (value) => {
    expect(checkForm(form({ required: true, label: 'Supplier' }), { a: value })).toEqual([
      { code: 'value-missing', severity: 'error', path: 'a', message: 'Expected “Supplier” to be filled in, but it is empty.' },
    ]);
    expect(checkForm(form({}), { a: value })).toEqual([]);
  });

  it.each<[Partial<FormField>, unknown, string]>([
    [{ type: 'number' }, '5', 'value-type'],
    [{ type: 'number', min: 1 }, 0, 'value-too-small'],
    [{ type: 'money', max: 10 }, 10.01, 'value-too-big'],
    [{ type: 'date' }, '31.03.2026', 'value-type'],
    [{ type: 'yesNo' }, 'true', 'value-type'],
    [{ type: 'choice', options: [{ value: 'x' }] }, 'y', 'value-not-an-option'],
    [{ type: 'choice' }, 'y', 'value-not-an-option'],
    [{ type: 'longText' }, ['a'], 'value-type'],
  ])('refuses in %j the value %j', (field, value, code) => {
    expect(codes(checkForm(form(field), { a: value }))).toEqual([`a: ${code}`]);
  });

  it('does not take inherited properties for values', () => {
    expect(codes(checkForm(form({ key: 'toString', required: true }), {}))).toEqual(['toString: value-missing']);
  });

  it('leaves alone what is only shown, and keeps it from being written', () => {
    const shown = form({ readOnly: true, required: true }, { key: 'b' });

    expect(checkForm(shown, {})).toEqual([]);
    expect(writableValues(shown, { a: 'changed', b: 'x', c: 1 })).toEqual({ b: 'x', c: 1 });
  });
});
