import { describe, expect, it } from 'vitest';
import {
  cellsOf,
  cellsOfText,
  emptyDecision,
  HEAD_ROW,
  headsOf,
  LABEL_ROW,
  textAt,
  textOfTable,
  withCells,
  withColumnMoved,
  withHead,
  withInput,
  withNote,
  withOutput,
  withoutColumn,
  withoutRule,
  withRule,
  withRuleMoved,
  withTextAt,
} from './decision-grid.ts';

const rows = (table: ReturnType<typeof emptyDecision>) => table.rules.map((rule) => cellsOf(rule).join('|'));

describe('the grid of a decision table', () => {
  it('takes what a spreadsheet pastes, adds rules for it and leaves out what does not fit', () => {
    const pasted = withCells(emptyDecision(), { row: 0, column: 0 }, cellsOfText('> 10\t"a"\tmore\r\n> 5\t"b"\r\n'));

    expect(rows(pasted)).toEqual(['> 10|"a"', '> 5|"b"']);
  });

  it('gives every rule the new column, and takes it away again', () => {
    const wide = withOutput(withInput(withRule(emptyDecision())));

    expect(rows(wide)).toEqual(['-|-||', '-|-||']);
    expect(wide.outputs.map(({ name }) => name)).toEqual(['result', 'result2']);
    expect(rows(withoutColumn(wide, 0))).toEqual(['-||', '-||']);
    expect(rows(withoutColumn(wide, 3))).toEqual(['-|-|', '-|-|']);
  });

  it('keeps its last output', () => {
    const table = emptyDecision();

    expect(withoutColumn(table, 1)).toEqual(table);
  });

  it('moves and removes rules', () => {
    const two = withCells(emptyDecision(), { row: 0, column: 0 }, [['1'], ['2']]);

    expect(rows(withRuleMoved(two, 0, 1))).toEqual(['2|', '1|']);
    expect(rows(withRuleMoved(two, 0, -1))).toEqual(['1|', '2|']);
    expect(rows(withoutRule(two, 0))).toEqual(['2|']);
  });

  it('moves columns among their kind, with what the rules say there', () => {
    const wide = withCells(withOutput(withInput(emptyDecision())), { row: 0, column: 0 }, [['1', '2', '"a"', '"b"']]);

    expect(rows(withColumnMoved(wide, 0, 1))).toEqual(['2|1|"a"|"b"']);
    expect(rows(withColumnMoved(wide, 1, 1))).toEqual(['1|2|"a"|"b"']);
    expect(rows(withColumnMoved(wide, 2, -1))).toEqual(['1|2|"a"|"b"']);
    expect(rows(withColumnMoved(wide, 3, -1))).toEqual(['1|2|"b"|"a"']);
  });

  it('has heads with a word for people, and notes of rules', () => {
    const named = withHead(withHead(emptyDecision(), 0, { text: 'amount', label: 'Amount' }), 1, { text: 'discount', label: ' ' });

    expect(headsOf(named)).toEqual([
      { text: 'amount', label: 'Amount' },
      { text: 'discount', label: '' },
    ]);
    expect(withNote(named, 0, 'for all').rules).toEqual([{ when: ['-'], gives: [''], note: 'for all' }]);
    expect(withNote(withNote(named, 0, 'for all'), 0, '').rules).toEqual([{ when: ['-'], gives: [''] }]);
  });

  it('is read and written by place: words, heads, rules, notes', () => {
    const places = [
      { row: LABEL_ROW, column: 0 },
      { row: HEAD_ROW, column: 1 },
      { row: 0, column: 1 },
      { row: 0, column: 2 },
    ];

    for (const place of places) expect(textAt(withTextAt(emptyDecision(), place, 'x'), place)).toBe('x');
  });

  it('goes out as a spreadsheet takes it, and comes back the same', () => {
    const table = withCells(emptyDecision(), { row: 0, column: 0 }, [
      ['> 10', '"a"'],
      ['-', '"b"'],
    ]);
    const [heads, ...lines] = cellsOfText(textOfTable(table));

    expect(heads).toEqual(['', 'result']);
    expect(withCells(emptyDecision(), { row: 0, column: 0 }, lines)).toEqual(table);
  });
});
