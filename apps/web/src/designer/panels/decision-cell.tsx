import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
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
  const [typed, setTyped] = useState<string | null>(null);
  // Leaving the cell by a key and losing the focus for it are one change: the second finds nothing typed any more.
  const pending = useRef<string | null>(null);
  const type = (next: string | null) => {
    pending.current = next;
    setTyped(next);
  };
  const value = typed ?? text;
  const isChanged = typed !== null && typed !== text;
  const walk = (to: CellPlace) => {
    type(null);
    onWalk(to, value);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && isChanged) {
      event.stopPropagation();
      type(null);
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
    if (!onPaste?.(event.clipboardData.getData('text/plain'))) return;
    event.preventDefault();
    type(null);
  };
  return (
    <input
      className={styles.cell}
      data-cell={`${place.row}.${place.column}`}
      // The dialog around it closes by Escape, but not while that takes back what was typed.
      data-mantine-stop-propagation={isChanged}
      aria-label={label}
      aria-invalid={isInvalid || undefined}
      value={value}
      placeholder={placeholder}
      list={list}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => type(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => {
        const left = pending.current;
        type(null);
        if (left !== null && left !== text) onCommit(left);
      }}
      onKeyDown={onKeyDown}
      onPaste={paste}
    />
  );
}
