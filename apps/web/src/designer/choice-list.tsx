import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import styles from './choice-list.module.css';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly icon?: ReactNode;
}

interface ChoiceListProps {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly empty?: string;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

const MOVES: Readonly<Record<string, (at: number, length: number) => number>> = {
  ArrowDown: (at, length) => (at + 1) % length,
  ArrowUp: (at, length) => (at - 1 + length) % length,
  Home: () => 0,
  End: (_, length) => length - 1,
};

const MARGIN = 12;

/** Moves the menu back onto the board where it would stick out. */
export function keepInside(list: HTMLElement): void {
  const board = list.closest('[role=application]')?.getBoundingClientRect();
  if (!board) return;
  const { right, bottom } = list.getBoundingClientRect();
  const x = Math.min(0, board.right - MARGIN - right);
  const y = Math.min(0, board.bottom - MARGIN - bottom);
  list.style.translate = `${x}px ${y}px`;
}

/** A small menu on the canvas: arrows, first letter, Enter, Escape. The first choice has the focus. */
export function ChoiceList({ title, choices, empty, onChoose, onClose }: ChoiceListProps) {
  const listRef = useRef<HTMLDivElement>(null);
  const buttons = () => [...(listRef.current?.querySelectorAll('button') ?? [])];
  useLayoutEffect(() => {
    if (listRef.current) keepInside(listRef.current);
  }, []);
  useEffect(() => (listRef.current?.querySelector('button') ?? listRef.current)?.focus({ preventScroll: true }), []);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const all = buttons();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const move = MOVES[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (move) all[move(at, all.length)]?.focus();
    else if (event.key.length === 1 && event.key !== ' ')
      [...all.slice(at + 1), ...all].find((button) => button.textContent?.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div ref={listRef} className={styles.list} role="menu" aria-label={title} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className={styles.title} aria-hidden="true">
        {title}
      </div>
      {choices.map(({ id, label, hint, icon }) => (
        <button key={id} type="button" role="menuitem" className={styles.choice} onClick={() => onChoose(id)}>
          {icon && <span className={styles.icon}>{icon}</span>}
          <span className={styles.label}>
            {label}
            {hint && <small>{hint}</small>}
          </span>
        </button>
      ))}
      {choices.length === 0 && <p className={styles.empty}>{empty}</p>}
    </div>
  );
}
