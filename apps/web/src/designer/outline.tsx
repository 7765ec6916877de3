import { ELEMENTS } from '@baton/model';
import { ActionIcon } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { ToolIcon } from '../canvas/tool-icon.tsx';
import { focusBoard } from './focus-part.ts';
import styles from './outline.module.css';
import { outlineRows } from './outline-rows.ts';
import { useDesigner, useDesignerState } from './use-designer.ts';

/** The process as a list: everything the canvas can do, for keyboard and screen reader. */
export function Outline() {
  const designer = useDesigner();
  const index = useDesignerState((state) => state.index);
  const selection = useDesignerState((state) => state.selection);
  const treeRef = useRef<HTMLDivElement>(null);
  const rows = outlineRows(index);
  const focused = rows.some(({ id }) => id === selection[0]) ? selection[0] : rows[0]?.id;

  const hide = () => {
    designer.show({ isOutlineOpen: false });
    focusBoard();
  };
  const go = (id: string | undefined) => {
    if (id === undefined) return;
    designer.select([id]);
    requestAnimationFrame(() => treeRef.current?.querySelector<HTMLElement>(`[data-outline-id="${CSS.escape(id)}"]`)?.focus());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = rows.findIndex(({ id }) => id === focused);
    const row = rows[at];
    if (!row) return;
    const { id, element } = row;
    const canFollow = element !== undefined && ELEMENTS[element.type].outgoing.max > 0;
    const menu = (type: 'append' | 'connect' | 'change' | 'border') => {
      designer.select([id]);
      designer.show({ menu: { type, id } });
    };
    const remove = () => {
      go(rows[at - 1]?.id ?? rows[at + 1]?.id);
      designer.remove([id]);
    };
    const rename = () => designer.show({ renaming: id });
    const step = (to: number) => () => go(rows.at(to)?.id);
    const KEYS = new Map<string, () => void>([
      ['ArrowDown', step(Math.min(at + 1, rows.length - 1))],
      ['ArrowUp', step(Math.max(at - 1, 0))],
      ['Home', step(0)],
      ['End', step(-1)],
      ['Enter', rename],
      ['F2', rename],
      ['Delete', remove],
      ['c', () => menu('connect')],
    ]);
    if (element) KEYS.set('r', () => menu('change'));
    if (canFollow) KEYS.set('a', () => menu('append'));
    if (element && ELEMENTS[element.type].isActivity) KEYS.set('b', () => menu('border'));
    const act = event.ctrlKey || event.metaKey ? undefined : KEYS.get(event.key);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <nav className={styles.outline} aria-label="Outline" data-part="outline">
      <header className={styles.head}>
        <h2>Outline</h2>
        <ActionIcon size={28} aria-label="Hide outline" onClick={() => hide()}>
          <ToolIcon name="x" size={16} />
        </ActionIcon>
      </header>
      <div ref={treeRef} role="tree" aria-label="Steps" className={styles.tree} onKeyDown={onKeyDown}>
        {rows.map(({ id, name, kind, level, next }) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it listens to the keys
          <div
            key={id}
            role="treeitem"
            aria-level={level}
            aria-selected={selection.includes(id)}
            tabIndex={id === focused ? 0 : -1}
            data-outline-id={id}
            className={styles.row}
            style={{ paddingLeft: 8 + (level - 1) * 16 }}
            onClick={() => designer.select([id])}
            onDoubleClick={() => designer.show({ renaming: id })}
          >
            <span className={styles.name}>{name}</span>
            {kind && <small>{kind}</small>}
            <span className="visually-hidden">{nextWords(next)}</span>
          </div>
        ))}
      </div>
      <p className={styles.hint}>Enter renames, A adds after, C connects, Delete deletes.</p>
    </nav>
  );
}

const nextWords = (names: readonly string[]) => (names.length ? `, next: ${names.filter(Boolean).join(' and ')}` : '');
