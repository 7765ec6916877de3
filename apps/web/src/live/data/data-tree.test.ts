import { foldAll, initialView } from '@baton/contract';
import { describe, expect, it } from 'vitest';
import { graphWords } from '../graph-words.ts';
import { approved, commit, entered, invoiceGraph, logOf, matched, meyer, okafor, on, started } from '../testing/invoice.ts';
import { dataTree } from './data-tree.ts';
import { partsOf, sayValue } from './value-words.ts';

const words = graphWords(invoiceGraph);
const treeOf = (log: ReturnType<typeof logOf>) => dataTree(foldAll(initialView('i1'), log), log, words);

describe('the data', () => {
  it('names who or what set each value', () => {
    const [scope] = treeOf(logOf(started, entered, matched, approved));

    expect(scope?.name).toBe('Invoice approval');
    expect(scope?.variables.map(({ name, change }) => [name, change?.by?.name ?? change?.elementId])).toEqual([
      ['amount', 'L. Okafor'],
      ['supplier', 'L. Okafor'],
      ['order', 'match'],
      ['outcome', 'A. Meyer'],
    ]);
  });

  it('marks the last change and keeps the value before it', () => {
    const changed = commit(on(18, 15), { type: 'variables.changed', scope: 'e1', values: { amount: 900 }, by: okafor });
    const variables = treeOf(logOf(started, entered, changed))[0]?.variables ?? [];

    expect(variables.find(({ name }) => name === 'amount')).toMatchObject({
      label: 'Amount',
      value: 900,
      isLatest: true,
      change: { before: 4820, by: okafor },
    });
    expect(variables.filter(({ isLatest }) => isLatest)).toHaveLength(1);
  });

  it('shows what a step has of its own below the process, as long as it is there', () => {
    const local = commit(on(16, 10), { type: 'variables.changed', scope: 'e6', values: { note: 'x' } });
    const scopes = treeOf(logOf(started, entered, matched, local));

    expect(scopes.map(({ name, variables }) => [name, variables.length])).toEqual([
      ['Invoice approval', 3],
      ['Approve invoice', 1],
    ]);
  });

  it('does not blame a person for what came at another time', () => {
    const later = commit(on(18, 16), { type: 'variables.changed', scope: 'e1', values: { checked: true } });
    const checked = treeOf(logOf(started, entered, matched, approved, later))[0]?.variables.find(({ name }) => name === 'checked');

    expect(checked?.change).toMatchObject({ by: null, elementId: null });
    expect(meyer.name).not.toBe(checked?.change?.by?.name);
  });
});

it.each([
  [null, undefined, 'Empty'],
  [true, undefined, 'Yes'],
  [1234.5, undefined, '1,234.5'],
  [4820, { type: 'money', currency: 'EUR' }, '4,820.00 EUR'],
  ['2026-11-18', { type: 'date' }, '18 Nov 2026'],
  ['soon', { type: 'date' }, 'soon'],
  [[1, 2], undefined, '2 entries'],
  [{ a: 1 }, undefined, '1 field'],
] as const)('says %j as written by people', (value, declared, said) => {
  expect(sayValue(JSON.parse(JSON.stringify(value)), declared)).toBe(said);
});

it('opens lists and objects, and nothing else', () => {
  expect(partsOf(['a', 'b'])).toEqual([
    ['1', 'a'],
    ['2', 'b'],
  ]);
  expect(partsOf({ city: 'Bern' })).toEqual([['city', 'Bern']]);
  expect(partsOf('text')).toBeNull();
  expect(partsOf(null)).toBeNull();
});
