import type { DecisionTable, ElementOf } from '@baton/model';
import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { CommitField } from './commit-field.tsx';
import { cellsOf, cellsOfText, emptyDecision, withCells, withInput, withOutput, withoutColumn, withoutRule, withRule, withRuleMoved } from './decision-grid.ts';
import styles from './decision-part.module.css';
import panels from './panels.module.css';
import { useElementEdit } from './use-element-edit.ts';

/** Hit policies, and what is made of several hits, as one choice in words. */
const POLICIES: readonly { readonly value: string; readonly label: string; readonly set: Pick<DecisionTable, 'hitPolicy' | 'aggregation'> }[] = [
  { value: 'first', label: 'First match', set: { hitPolicy: 'first' } },
  { value: 'unique', label: 'Must be unique', set: { hitPolicy: 'unique' } },
  { value: 'any', label: 'All matches agree', set: { hitPolicy: 'any' } },
  { value: 'ruleOrder', label: 'List of all matches', set: { hitPolicy: 'ruleOrder' } },
  { value: 'sum', label: 'Sum of all matches', set: { hitPolicy: 'collect', aggregation: 'sum' } },
  { value: 'min', label: 'Smallest of all matches', set: { hitPolicy: 'collect', aggregation: 'min' } },
  { value: 'max', label: 'Largest of all matches', set: { hitPolicy: 'collect', aggregation: 'max' } },
  { value: 'count', label: 'Number of matches', set: { hitPolicy: 'collect', aggregation: 'count' } },
];
const policyOf = ({ hitPolicy = 'unique', aggregation }: DecisionTable) => (hitPolicy === 'collect' ? (aggregation ?? 'ruleOrder') : hitPolicy);

/** A decision table like a spreadsheet: arrows, Tab and Enter walk through it, and what a spreadsheet copied can be pasted. */
export function DecisionPart({ element }: { readonly element: ElementOf<'businessRuleTask'> }) {
  const set = useElementEdit(element.id);
  const { decision } = element;
  const write = (next: DecisionTable) => set({ decision: next });
  if (!decision) {
    return (
      <Button variant="default" size="xs" leftSection={<IconPlus className="icon" aria-hidden />} onClick={() => write(emptyDecision())}>
        Make a decision table
      </Button>
    );
  }
  const { aggregation: _aggregation, hitPolicy: _hitPolicy, ...rest } = decision;
  return (
    <section className={panels.condition} aria-label="Decision table">
      <NativeSelect
        size="xs"
        label="Which rule counts"
        value={policyOf(decision)}
        onChange={(event) => write({ ...rest, ...POLICIES.find(({ value }) => value === event.currentTarget.value)?.set })}
        data={POLICIES.map(({ value, label }) => ({ value, label }))}
      />
      <Grid table={decision} onChange={write} />
      <div className={styles.tools}>
        <Button variant="default" size="xs" leftSection={<IconPlus className="icon" aria-hidden />} onClick={() => write(withRule(decision))}>
          Rule
        </Button>
        <Button variant="default" size="xs" leftSection={<IconPlus className="icon" aria-hidden />} onClick={() => write(withInput(decision))}>
          Question
        </Button>
        <Button variant="default" size="xs" leftSection={<IconPlus className="icon" aria-hidden />} onClick={() => write(withOutput(decision))}>
          Answer
        </Button>
      </div>
      <p className={panels.hint}>A test such as &gt; 1000, "A", "B" or [1..5]; - is any. An answer is a formula: "boss", amount * 0.1</p>
      <CommitField
        label="Result goes to"
        description="Name of a variable; without it, the answers by name"
        value={element.resultVariable ?? ''}
        isCode
        onCommit={(resultVariable) => set({ resultVariable })}
      />
    </section>
  );
}

interface GridProps {
  readonly table: DecisionTable;
  readonly onChange: (table: DecisionTable) => void;
}

function Grid({ table, onChange }: GridProps) {
  const gridRef = useRef<HTMLTableElement>(null);
  const { inputs, outputs, rules } = table;
  const width = inputs.length + outputs.length;
  const focus = (row: number, column: number) => {
    const cell = gridRef.current?.querySelector<HTMLInputElement>(`[data-cell="${row}.${column}"]`);
    cell?.focus();
    cell?.select();
  };
  const setHead = (column: number, text: string) =>
    column < inputs.length
      ? onChange({ ...table, inputs: inputs.map((input, at) => (at === column ? { ...input, expression: text } : input)) })
      : onChange({ ...table, outputs: outputs.map((output, at) => (at === column - inputs.length ? { ...output, name: text } : output)) });
  const heads = [...inputs.map(({ expression }) => expression), ...outputs.map(({ name }) => name)];
  return (
    <div className={styles.scroll}>
      <table ref={gridRef} className={styles.grid}>
        <thead>
          <tr>
            {heads.map((text, column) => {
              const isInput = column < inputs.length;
              const word = isInput ? `Question ${column + 1}` : `Answer ${column - inputs.length + 1}`;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <th key={column} data-kind={isInput ? 'input' : 'output'} scope="col">
                  <span className={styles.word}>
                    {word}
                    <ActionIcon
                      size={20}
                      aria-label={`Remove ${word.toLowerCase()}`}
                      disabled={!isInput && outputs.length === 1}
                      onClick={() => onChange(withoutColumn(table, column))}
                    >
                      <IconTrash className="icon" aria-hidden />
                    </ActionIcon>
                  </span>
                  <Cell
                    row={-1}
                    column={column}
                    label={word}
                    text={text}
                    placeholder={isInput ? 'amount' : 'result'}
                    onCommit={(next) => setHead(column, next)}
                    onWalk={focus}
                    onPaste={() => false}
                  />
                </th>
              );
            })}
            <td />
          </tr>
        </thead>
        <tbody>
          {rules.map((rule, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is its place
            <tr key={row}>
              {cellsOf(rule).map((text, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                <td key={column} data-kind={column < inputs.length ? 'input' : 'output'}>
                  <Cell
                    row={row}
                    column={column}
                    label={`Rule ${row + 1}, ${column < inputs.length ? `question ${column + 1}` : `answer ${column - inputs.length + 1}`}`}
                    text={text}
                    placeholder={column < inputs.length ? '-' : ''}
                    onCommit={(next) => onChange(withCells(table, { row, column }, [[next]]))}
                    onWalk={focus}
                    onPaste={(cells) => {
                      if (cells.length === 1 && cells[0]?.length === 1) return false;
                      onChange(withCells(table, { row, column: Math.min(column, width - 1) }, cells));
                      return true;
                    }}
                  />
                </td>
              ))}
              <td className={styles.rowTools}>
                <ActionIcon size={20} aria-label={`Move rule ${row + 1} up`} disabled={row === 0} onClick={() => onChange(withRuleMoved(table, row, -1))}>
                  <IconArrowUp className="icon" aria-hidden />
                </ActionIcon>
                <ActionIcon
                  size={20}
                  aria-label={`Move rule ${row + 1} down`}
                  disabled={row === rules.length - 1}
                  onClick={() => onChange(withRuleMoved(table, row, 1))}
                >
                  <IconArrowDown className="icon" aria-hidden />
                </ActionIcon>
                <ActionIcon size={20} aria-label={`Remove rule ${row + 1}`} onClick={() => onChange(withoutRule(table, row))}>
                  <IconTrash className="icon" aria-hidden />
                </ActionIcon>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  readonly row: number;
  readonly column: number;
  readonly label: string;
  readonly text: string;
  readonly placeholder: string;
  readonly onCommit: (text: string) => void;
  readonly onWalk: (row: number, column: number) => void;
  /** True: the cells were taken. */
  readonly onPaste: (cells: string[][]) => boolean;
}

const WALK: { readonly [key: string]: number } = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };

function Cell({ row, column, label, text, placeholder, onCommit, onWalk, onPaste }: CellProps) {
  const [value, setValue] = useState(text);
  useEffect(() => setValue(text), [text]);
  const commit = () => {
    if (value !== text) onCommit(value);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const down = WALK[event.key];
    if (down === undefined) return;
    event.preventDefault();
    commit();
    onWalk(row + down, column);
  };
  const paste = (event: ClipboardEvent) => {
    if (onPaste(cellsOfText(event.clipboardData.getData('text/plain')))) event.preventDefault();
  };
  return (
    <input
      className={styles.cell}
      data-cell={`${row}.${column}`}
      aria-label={label}
      value={value}
      placeholder={placeholder}
      spellCheck={false}
      onChange={(event) => setValue(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
      onPaste={paste}
    />
  );
}
