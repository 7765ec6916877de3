import { Skeleton } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { type TaskView, VIEW_LABELS } from '../task/task-queries.ts';
import { KeysBar } from '../ui/keys-bar.tsx';
import { EmptyInbox } from './empty-inbox.tsx';
import type { TaskGroup } from './group-by-due.ts';
import styles from './inbox.module.css';
import type { ListState } from './list-state.ts';
import { TaskList } from './task-list.tsx';

const HINTS = [
  { keys: ['J', 'K'], label: 'move' },
  { keys: ['Enter'], label: 'open' },
  { keys: ['C'], label: 'note' },
  { keys: ['E'], label: 'put back' },
] as const;

interface ListPaneProps {
  readonly pane: RefObject<HTMLElement | null>;
  readonly view: TaskView;
  readonly state: ListState;
  readonly groups: readonly TaskGroup[];
  readonly isLoading: boolean;
  readonly openId: string | undefined;
  readonly onPhone: boolean;
  readonly now: Date;
  readonly notice: ReactNode;
  readonly onSettle: () => void;
  readonly onFocusChange: (isFocused: boolean) => void;
  readonly onOpenAgain: () => void;
}

const Loading = () => (
  <div className={styles.rows} aria-busy="true">
    {Array.from({ length: 6 }, (_, row) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
      <Skeleton key={row} height={40} m={16} width="auto" />
    ))}
  </div>
);

/** A dialog over the list (its keys, say) only borrows the focus. */
const staysIn = (list: Element, to: Element | null) => list.contains(to) || (to?.closest('[role=dialog]') ?? null) !== null;

/** The list with what arrived, its keys, and what it says when there is nothing in it. */
export function ListPane({ pane, view, state, groups, isLoading, openId, onPhone, now, notice, onSettle, onFocusChange, onOpenAgain }: ListPaneProps) {
  const count = state.rows.length - Object.keys(state.gone).length;
  return (
    <section
      ref={pane}
      className={styles.list}
      aria-label="Tasks"
      onFocus={() => onFocusChange(true)}
      onBlur={(event) => !staysIn(event.currentTarget, event.relatedTarget) && onFocusChange(false)}
    >
      <header className={styles.listHead}>
        <h2>{VIEW_LABELS[view]}</h2>
        <span className={styles.count}>{count > 0 && count}</span>
        {state.arrived.length > 0 && (
          <button type="button" className={styles.pill} onClick={onSettle}>
            {state.arrived.length} new
          </button>
        )}
      </header>
      {notice}
      {isLoading ? (
        <Loading />
      ) : state.rows.length === 0 ? (
        <EmptyInbox view={view} />
      ) : (
        <TaskList groups={groups} state={state} view={view} openId={openId} onPhone={onPhone} now={now} onOpenAgain={onOpenAgain} />
      )}
      {!onPhone && state.rows.length > 0 && <KeysBar hints={HINTS} />}
    </section>
  );
}
