import { type ClipboardEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { CellPlace } from './decision-grid.ts';
import styles from './decision-part.module.css';

interface DecisionCellProps {
  readonly place: CellPlace;
  readonly label: string;
  readonly text: string;
  readonly placeholder?: string;
  /** Id of a list of words to choose from. */
  readonly list?: string | undefined;
  /** What is said to somebody who doesn't see it: a text that can't be. */
  readonly isInvalid?: boolean;
  readonly onCommit: (text: string) => void;
  /** To another cell, after this one has been written; `text` is what is in it. */
  readonly onWalk: (to: CellPlace, text: string) => void;
  readonly onKey?: (event: KeyboardEvent) => void;
  /** True: the cells were taken. */
  readonly onPaste?: (cells: string) => boolean;
}

const DOWN: { readonly [key: string]: number } = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };

/** Left and right leave the cell where the text ends. */
function acrossOf({ key, currentTarget }: KeyboardEvent<HTMLInputElement>): number {
  const { selectionStart, selectionEnd, value } = currentTarget;
  const isWhole = selectionStart === 0 && selectionEnd === value.length;
  if (key === 'ArrowLeft' && (isWhole || selectionEnd === 0)) return -1;
  if (key === 'ArrowRight' && (isWhole || selectionStart === value.length)) return 1;
  return 0;
}

/** One cell: typed freely, written when it is left. */
export function DecisionCell({ place, label, text, placeholder, list, isInvalid, onCommit, onWalk, onKey, onPaste }: DecisionCellProps) {
  const [value, setValue] = useState(text);
  // What is written already: leaving the cell by a key and losing the focus for it are one change.
  const written = useRef(text);
  useEffect(() => {
    written.current = text;
    setValue(text);
  }, [text]);
  const walk = (to: CellPlace) => {
    written.current = value;
    onWalk(to, value);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && value !== text) {
      event.stopPropagation();
      setValue(text);
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) {
      onKey?.(event);
      return;
    }
    const down = DOWN[event.key] ?? 0;
    const across = event.shiftKey ? 0 : acrossOf(event);
    if (down === 0 && across === 0) return;
    event.preventDefault();
    walk({ row: place.row + (event.key === 'Enter' && event.shiftKey ? -1 : down), column: place.column + across });
  };
  const paste = (event: ClipboardEvent) => {
    if (onPaste?.(event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  return (
    <input
      className={styles.cell}
      data-cell={`${place.row}.${place.column}`}
      // The dialog around it closes by Escape, but not while that takes back what was typed.
      data-mantine-stop-propagation={value !== text}
      aria-label={label}
      aria-invalid={isInvalid || undefined}
      value={value}
      placeholder={placeholder}
      list={list}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => setValue(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => {
        if (value === written.current) return;
        written.current = value;
        onCommit(value);
      }}
      onKeyDown={onKeyDown}
      onPaste={paste}
    />
  );
}
