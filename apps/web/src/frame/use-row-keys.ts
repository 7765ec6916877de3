import { useShortcuts } from './use-shortcuts.ts';

const rows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')];

/** The `data-row` of the row that has the focus. */
export function focusedRow(): string | null {
  const active = document.activeElement;
  const row = active?.closest('[data-row]') ?? active?.closest('tr, li')?.querySelector('[data-row]');
  return row?.getAttribute('data-row') ?? null;
}

function move(by: 1 | -1): void {
  const all = rows();
  const current = focusedRow();
  const index = current === null ? -1 : all.findIndex((row) => row.dataset.row === current);
  const next = index === -1 ? (by === 1 ? 0 : all.length - 1) : Math.min(Math.max(index + by, 0), all.length - 1);
  all[next]?.focus();
  all[next]?.scrollIntoView({ block: 'nearest' });
}

/** `J` and `K` (and the arrows) walk the rows of a list: the elements that carry `data-row`. Enter is the row's own link. */
export function useRowKeys(): void {
  useShortcuts('This list', [
    { keys: 'J', label: 'Next row', run: () => move(1) },
    { keys: 'K', label: 'Row before', run: () => move(-1) },
    { keys: 'ArrowDown', label: 'Next row', run: () => move(1) },
    { keys: 'ArrowUp', label: 'Row before', run: () => move(-1) },
  ]);
}
