/** Parts of the designer's screen the keyboard can go to; each has `data-part` with its name. */
export type ScreenPart = 'properties' | 'outline' | 'problems';

const FIRST = '[role=tab][aria-selected=true], [role=treeitem][tabindex="0"], li button, input, textarea, select, button';

export const focusBoard = () => document.querySelector<HTMLElement>('[role=application]')?.focus({ preventScroll: true });

/** After the part has been drawn: its open tab, its chosen row, else the first thing that takes the focus. */
export function focusPart(part: ScreenPart): void {
  requestAnimationFrame(() => {
    const root = document.querySelector(`[data-part=${part}]`);
    const [best] = FIRST.split(', ').flatMap((selector) => root?.querySelector<HTMLElement>(selector) ?? []);
    best?.focus();
  });
}

interface EscapeLike {
  readonly key: string;
  readonly target: EventTarget;
  stopPropagation(): void;
}

/** Escape in a part leads back to the board, one level out; an open list closes first. */
export function escapeToBoard(event: EscapeLike): void {
  const isListOpen = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true';
  if (event.key !== 'Escape' || isListOpen) return;
  event.stopPropagation();
  focusBoard();
}
