import { type KeyboardEvent, type PointerEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { type CatalogueEntry, searchCatalogue } from './catalogue.tsx';
import { keepInside } from './choice-list.tsx';
import styles from './element-picker.module.css';
import type { CanvasItem } from './palette-items.ts';

interface ElementPickerProps {
  readonly title: string;
  readonly entries: readonly CatalogueEntry[];
  /** `isByKey`: there is no pointer that could go on. */
  readonly onChoose: (item: CanvasItem, isByKey: boolean) => void;
  /** Pulled out of the list; without it a pull does nothing. */
  readonly onPull?: (item: CanvasItem) => void;
  readonly onClose: () => void;
}

const MOVES: Readonly<Record<string, (at: number, length: number) => number>> = {
  ArrowDown: (at, length) => (at + 1) % length,
  ArrowUp: (at, length) => (at - 1 + length) % length,
  PageDown: (at, length) => Math.min(at + 8, length - 1),
  PageUp: (at) => Math.max(at - 8, 0),
};

/** From here on a press is a drag. */
const TREMBLE = 5;

/** Everything that can be put there, by kind: type to find, arrows and Enter to take it. */
export function ElementPicker({ title, entries, onChoose, onPull, onClose }: ElementPickerProps) {
  const id = useId();
  const rootRef = useRef<HTMLDivElement>(null);
  const inputRef = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const found = searchCatalogue(entries, search);
  const at = Math.min(active, found.length - 1);

  useLayoutEffect(() => {
    if (rootRef.current) keepInside(rootRef.current);
  }, []);
  useEffect(() => inputRef.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    rootRef.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const move = MOVES[event.key];
    const chosen = found[at];
    if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (move) setActive(found.length ? move(at, found.length) : 0);
    else if (event.key === 'Enter' && chosen) onChoose(chosen.item, true);
    else return;
    event.preventDefault();
  };
  return (
    <div ref={rootRef} className={styles.picker} role="dialog" aria-label={title} data-canvas-overlay="">
      <div className={styles.title} aria-hidden="true">
        {title}
      </div>
      <input
        ref={inputRef}
        className={styles.search}
        role="combobox"
        aria-label={`${title} Type to find an element.`}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder="Find an element"
        value={search}
        autoComplete="off"
        onChange={(event) => {
          setSearch(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} className={styles.list} role="listbox" aria-label={title}>
        {groupsOf(found).map(({ group, members }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
          <div key={group} role="group" aria-label={group}>
            <div className={styles.group} aria-hidden="true">
              {group}
            </div>
            {members.map(({ entry, index }) => (
              <Option key={entry.item.id} id={`${id}-${index}`} entry={entry} index={index} isActive={index === at} onChoose={onChoose} onPull={onPull} />
            ))}
          </div>
        ))}
      </div>
      {found.length === 0 && (
        <p className={styles.empty} role="status">
          Nothing is called “{search}”.
        </p>
      )}
    </div>
  );
}

interface OptionProps extends Pick<ElementPickerProps, 'onChoose'> {
  readonly id: string;
  readonly entry: CatalogueEntry;
  readonly index: number;
  readonly isActive: boolean;
  readonly onPull: ElementPickerProps['onPull'] | undefined;
}

function Option({ id, entry: { item }, index, isActive, onChoose, onPull }: OptionProps) {
  const press = useRef<{ x: number; y: number } | null>(null);
  const onPointerDown = (event: PointerEvent) => {
    press.current = { x: event.clientX, y: event.clientY };
    event.currentTarget.releasePointerCapture?.(event.pointerId);
    // The search keeps the focus.
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent) => {
    const isPull = press.current && event.buttons === 1 && Math.hypot(event.clientX - press.current.x, event.clientY - press.current.y) > TREMBLE;
    if (!isPull || !onPull) return;
    press.current = null;
    onPull(item);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search beside it has the keys
    // biome-ignore lint/a11y/useFocusableInteractive: it is reached by aria-activedescendant
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={styles.option}
      data-at={index}
      data-catalogue-item={item.id}
      title={item.description}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onClick={() => onChoose(item, false)}
    >
      <span className={styles.icon}>
        <item.Icon />
      </span>
      <span>{item.label}</span>
    </div>
  );
}

interface Members {
  readonly group: string;
  readonly members: { readonly entry: CatalogueEntry; readonly index: number }[];
}

function groupsOf(entries: readonly CatalogueEntry[]): Members[] {
  const groups: Members[] = [];
  for (const [index, entry] of entries.entries()) {
    const last = groups.at(-1);
    if (last?.group === entry.group) last.members.push({ entry, index });
    else groups.push({ group: entry.group, members: [{ entry, index }] });
  }
  return groups;
}
