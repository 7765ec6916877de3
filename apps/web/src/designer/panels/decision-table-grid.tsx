import type { DecisionTable } from '@baton/model';
import { ActionIcon } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { knownVariables } from '../known-variables.ts';
import { useDesignerState } from '../use-designer.ts';
import { DecisionCell } from './decision-cell.tsx';
import {
  type CellPlace,
  cellsOf,
  cellsOfText,
  HEAD_ROW,
  headsOf,
  LABEL_ROW,
  textAt,
  withCells,
  withoutRule,
  withRule,
  withRuleMoved,
  withTextAt,
} from './decision-grid.ts';
import { DecisionHead, RowTools } from './decision-grid-tools.tsx';
import styles from './decision-part.module.css';

/** So many rules are shown at once; keys walk on to the next ones. */
const SHOWN = 100;

interface DecisionTableGridProps {
  readonly table: DecisionTable;
  readonly onChange: (table: DecisionTable) => void;
  /** There is room for words and notes. */
  readonly isLarge: boolean;
}

/** The cells of a decision table: arrows, Tab and Enter walk through it, Enter in the last rule adds one. */
export function DecisionTableGrid({ table, onChange, isLarge }: DecisionTableGridProps) {
  const graph = useDesignerState((state) => state.graph);
  const listId = useId();
  const gridRef = useRef<HTMLTableElement>(null);
  const [from, setFrom] = useState(0);
  const wanted = useRef<CellPlace | null>(null);
  const { inputs, outputs, rules } = table;
  const width = inputs.length + outputs.length;
  const first = Math.min(from, Math.max(0, Math.floor((rules.length - 1) / SHOWN) * SHOWN));

  useEffect(() => {
    if (!wanted.current) return;
    const { row, column } = wanted.current;
    wanted.current = null;
    gridRef.current?.querySelector<HTMLInputElement>(`[data-cell="${row}.${column}"]`)?.focus();
  });

  const isInside = ({ row, column }: CellPlace) =>
    row >= (isLarge ? LABEL_ROW : HEAD_ROW) && row <= rules.length && column >= 0 && column < (isLarge && row >= 0 ? width + 1 : width);
  const show = (place: CellPlace) => {
    wanted.current = place;
    // Always a new picture, so that the focus goes there, too.
    setFrom(place.row < 0 ? first : Math.floor(place.row / SHOWN) * SHOWN);
  };
  const walk = (at: CellPlace) => (to: CellPlace, text: string) => {
    const filled = text === textAt(table, at) ? table : withTextAt(table, at, text);
    const isBehind = to.row === rules.length;
    const next = isBehind ? withRule(filled) : filled;
    if (next !== table) onChange(next);
    if (!isInside(to)) return;
    show(to);
    // Nothing changed that would be drawn anew: the focus goes at once.
    if (next === table) gridRef.current?.querySelector<HTMLInputElement>(`[data-cell="${to.row}.${to.column}"]`)?.focus();
  };
  const onKey =
    ({ row, column }: CellPlace) =>
    (event: KeyboardEvent) => {
      const by = event.altKey ? ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key] : undefined;
      if (by !== undefined && rules[row + by]) {
        event.preventDefault();
        onChange(withRuleMoved(table, row, by));
        show({ row: row + by, column });
      }
      if ((event.ctrlKey || event.metaKey) && event.key === 'Delete') {
        event.preventDefault();
        onChange(withoutRule(table, row));
        show({ row: Math.min(row, rules.length - 2), column });
      }
    };
  const paste = (place: CellPlace) => (text: string) => {
    const cells = cellsOfText(text);
    if (cells.length === 1 && cells[0]?.length === 1) return false;
    onChange(withCells(table, place, cells));
    return true;
  };
  const cell = (place: CellPlace, label: string) => (
    <DecisionCell
      place={place}
      label={label}
      text={textAt(table, place)}
      onCommit={(text) => onChange(withTextAt(table, place, text))}
      onWalk={walk(place)}
      onKey={onKey(place)}
      onPaste={paste(place)}
    />
  );

  return (
    <>
      <datalist id={listId}>
        {knownVariables(graph).map(({ name, label }) => (
          <option key={name} value={name} label={label} />
        ))}
      </datalist>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways can be scrolled by keys */}
      <section className={styles.scroll} aria-label="Rules" tabIndex={0} data-large={isLarge || undefined}>
        <table ref={gridRef} className={styles.grid}>
          <thead>
            <tr>
              <td className={styles.number} />
              {headsOf(table).map((head, column) => (
                <DecisionHead
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                  key={column}
                  table={table}
                  column={column}
                  head={head}
                  listId={listId}
                  isLarge={isLarge}
                  onChange={onChange}
                  onWalk={(row) => walk({ row, column })}
                />
              ))}
              {isLarge && (
                <th scope="col" className={styles.note}>
                  <span className={styles.word}>Note</span>
                </th>
              )}
              <td />
            </tr>
          </thead>
          <tbody>
            {rules.slice(first, first + SHOWN).map((rule, at) => {
              const row = first + at;
              return (
                <tr key={row}>
                  <th scope="row" className={styles.number}>
                    {row + 1}
                  </th>
                  {cellsOf(rule).map((_, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                    <td key={column} data-kind={column < inputs.length ? 'input' : 'output'}>
                      {cell({ row, column }, `Rule ${row + 1}, ${nameOf(table, column)}`)}
                    </td>
                  ))}
                  {isLarge && <td className={styles.note}>{cell({ row, column: width }, `Rule ${row + 1}, note`)}</td>}
                  <RowTools table={table} row={row} isLarge={isLarge} onChange={onChange} />
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {rules.length > SHOWN && (
        <div className={styles.tools}>
          <ActionIcon size={28} aria-label="Rules before" disabled={first === 0} onClick={() => setFrom(first - SHOWN)}>
            <IconChevronLeft className="icon" aria-hidden />
          </ActionIcon>
          <span className={styles.range}>
            {first + 1} to {Math.min(first + SHOWN, rules.length)} of {rules.length}
          </span>
          <ActionIcon size={28} aria-label="Rules after" disabled={first + SHOWN >= rules.length} onClick={() => setFrom(first + SHOWN)}>
            <IconChevronRight className="icon" aria-hidden />
          </ActionIcon>
        </div>
      )}
    </>
  );
}

/** "Amount", or what stands in its head. */
const nameOf = (table: DecisionTable, column: number): string => {
  const { label = '', text = '' } = headsOf(table)[column] ?? {};
  return label || text || (column < table.inputs.length ? `question ${column + 1}` : `answer ${column - table.inputs.length + 1}`);
};
