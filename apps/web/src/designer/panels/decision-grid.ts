import type { DecisionTable } from '@baton/model';

type Rule = DecisionTable['rules'][number];

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A table to begin with: one question, one answer, one rule. */
export const emptyDecision = (): DecisionTable => ({
  hitPolicy: 'first',
  inputs: [{ expression: '' }],
  outputs: [{ name: 'result' }],
  rules: [{ when: ['-'], gives: [''] }],
});

/** The texts of a rule from left to right: its tests, then what it gives. */
export const cellsOf = ({ when, gives }: Rule): readonly string[] => [...when, ...gives];

/** Writes cells from a place on, rule after rule; rules that are missing are added, what doesn't fit to the right is left out. */
export function withCells(table: DecisionTable, at: CellPlace, cells: readonly (readonly string[])[]): DecisionTable {
  const width = table.inputs.length + table.outputs.length;
  const rules = table.rules.map((rule) => [...cellsOf(rule)]);
  cells.forEach((line, down) => {
    const row = at.row + down;
    while (rules.length <= row) rules.push([...table.inputs.map(() => '-'), ...table.outputs.map(() => '')]);
    line.forEach((text, right) => {
      if (at.column + right < width) rules[row]![at.column + right] = text;
    });
  });
  return { ...table, rules: rules.map((line, row) => ruleOf(table, line, table.rules[row])) };
}

function ruleOf({ inputs }: DecisionTable, cells: readonly string[], before: Rule | undefined): Rule {
  return { ...(before?.note === undefined ? {} : { note: before.note }), when: cells.slice(0, inputs.length), gives: cells.slice(inputs.length) };
}

/** What a spreadsheet puts on the clipboard: lines of cells between tabs. */
export const cellsOfText = (text: string): string[][] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t'));

export function withInput(table: DecisionTable): DecisionTable {
  return { ...table, inputs: [...table.inputs, { expression: '' }], rules: table.rules.map((rule) => ({ ...rule, when: [...rule.when, '-'] })) };
}

export function withOutput(table: DecisionTable): DecisionTable {
  const taken = new Set(table.outputs.map(({ name }) => name));
  let number = table.outputs.length + 1;
  while (taken.has(`result${number}`)) number++;
  return { ...table, outputs: [...table.outputs, { name: `result${number}` }], rules: table.rules.map((rule) => ({ ...rule, gives: [...rule.gives, ''] })) };
}

const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);

/** Column numbers count inputs first, then outputs. The last output stays. */
export function withoutColumn(table: DecisionTable, column: number): DecisionTable {
  const { inputs, outputs, rules } = table;
  if (column < inputs.length) return { ...table, inputs: without(inputs, column), rules: rules.map((rule) => ({ ...rule, when: without(rule.when, column) })) };
  const at = column - inputs.length;
  if (outputs.length === 1) return table;
  return { ...table, outputs: without(outputs, at), rules: rules.map((rule) => ({ ...rule, gives: without(rule.gives, at) })) };
}

export const withRule = (table: DecisionTable): DecisionTable => withCells(table, { row: table.rules.length, column: 0 }, [[]]);
export const withoutRule = (table: DecisionTable, row: number): DecisionTable => ({ ...table, rules: without(table.rules, row) });

export const withRuleMoved = (table: DecisionTable, row: number, by: -1 | 1): DecisionTable => ({ ...table, rules: swapped(table.rules, row, row + by) });

/** An input changes place with the one beside it, an output likewise; they don't mix. */
export function withColumnMoved(table: DecisionTable, column: number, by: -1 | 1): DecisionTable {
  const { inputs, outputs, rules } = table;
  if (column < inputs.length) {
    if (column + by >= inputs.length) return table;
    return { ...table, inputs: swapped(inputs, column, column + by), rules: rules.map((rule) => ({ ...rule, when: swapped(rule.when, column, column + by) })) };
  }
  const at = column - inputs.length;
  return { ...table, outputs: swapped(outputs, at, at + by), rules: rules.map((rule) => ({ ...rule, gives: swapped(rule.gives, at, at + by) })) };
}

function swapped<T>(list: readonly T[], at: number, other: number): T[] {
  const [one, two] = [list[at], list[other]];
  if (one === undefined || two === undefined) return [...list];
  return list.map((item, index) => (index === at ? two : index === other ? one : item));
}

/** Rows above the first rule: what columns are called, and what they ask or give. */
export const LABEL_ROW = -2;
export const HEAD_ROW = -1;

export interface Head {
  /** What is asked, as FEEL; or the name of what is given. */
  readonly text: string;
  /** How it is called for people. */
  readonly label: string;
}

export const headsOf = ({ inputs, outputs }: DecisionTable): readonly Head[] => [
  ...inputs.map(({ expression, label = '' }) => ({ text: expression, label })),
  ...outputs.map(({ name, label = '' }) => ({ text: name, label })),
];

export function withHead(table: DecisionTable, column: number, { text, label }: Head): DecisionTable {
  const shown = label.trim() ? { label: label.trim() } : {};
  const { inputs, outputs } = table;
  return column < inputs.length
    ? { ...table, inputs: inputs.map((input, at) => (at === column ? { expression: text, ...shown } : input)) }
    : { ...table, outputs: outputs.map((output, at) => (at === column - inputs.length ? { name: text, ...shown } : output)) };
}

/** An empty note goes. */
export const withNote = (table: DecisionTable, row: number, note: string): DecisionTable => ({
  ...table,
  rules: table.rules.map(({ when, gives, note: before }, index) => {
    const kept = index === row ? note.trim() : before;
    return { when, gives, ...(kept ? { note: kept } : {}) };
  }),
});

/** What stands at a place: in the heads, in a rule, or, right of all columns, its note. */
export function textAt(table: DecisionTable, { row, column }: CellPlace): string {
  const head = headsOf(table)[column];
  if (row < 0) return (row === LABEL_ROW ? head?.label : head?.text) ?? '';
  const rule = table.rules[row];
  return (isNote(table, column) ? rule?.note : rule && cellsOf(rule)[column]) ?? '';
}

export function withTextAt(table: DecisionTable, place: CellPlace, text: string): DecisionTable {
  const { row, column } = place;
  const head = headsOf(table)[column];
  if (row < 0) return head ? withHead(table, column, row === LABEL_ROW ? { ...head, label: text } : { ...head, text: text.trim() }) : table;
  return isNote(table, column) ? withNote(table, row, text) : withCells(table, place, [[text]]);
}

const isNote = ({ inputs, outputs }: DecisionTable, column: number) => column === inputs.length + outputs.length;

/** What a spreadsheet takes: the heads, then rule after rule, with tabs between cells. */
export const textOfTable = (table: DecisionTable): string =>
  [headsOf(table).map(({ text, label }) => label || text), ...table.rules.map(cellsOf)].map((line) => line.join('\t')).join('\n');
