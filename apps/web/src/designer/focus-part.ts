import { useEffect } from 'react';

/** Parts of the designer's screen the keyboard can go to; each has `data-part` with its name. */
export type ScreenPart = 'properties' | 'outline' | 'problems';

const FIRST = '[role=tab][aria-selected=true], [role=treeitem][tabindex="0"], li button, input, textarea, select, button';

export const focusBoard = () => document.querySelector<HTMLElement>('[role=application]')?.focus({ preventScroll: true });

/** What has just been opened may take some frames until it can be focused. */
const FRAMES = 30;

/** As soon as the part has been drawn: its open tab, its chosen row, else the first thing that takes the focus. */
export function focusPart(part: ScreenPart, framesLeft = FRAMES): void {
  requestAnimationFrame(() => {
    const root = document.querySelector(`[data-part=${part}]`);
    const [best] = FIRST.split(', ').flatMap((selector) => root?.querySelector<HTMLElement>(selector) ?? []);
    best?.focus();
    if (!root?.contains(document.activeElement) && framesLeft > 0) focusPart(part, framesLeft - 1);
  });
}

/** Presses a key on the board, whatever has the focus: its keys work from everywhere in the designer. */
export function pressOnBoard(key: string): void {
  focusBoard();
  document.querySelector('[role=application]')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** These close themselves first, or have their own way out. */
const OWN_ESCAPE = '[role=application], [role=dialog], [role=menu], [role=listbox], [aria-expanded=true][role=combobox]';

/** Escape anywhere in the designer leads back to the board: one level out. */
export function useEscapeToBoard(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== 'Escape' || event.defaultPrevented || !(target instanceof Element)) return;
      if (target.matches(OWN_ESCAPE) || target.closest('[role=dialog], [role=menu], [role=listbox]')) return;
      focusBoard();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
