import { useEffect } from 'react';
import { match, pressed, type Shortcut } from './shortcut.ts';
import { useScopes } from './use-shortcuts.ts';

const PAIR_WITHIN_MS = 1_200;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [role=combobox]'));

/** A dialog or a menu has the keyboard; the screen behind it keeps still. */
const isInOverlay = (target: EventTarget | null) => target instanceof Element && target.closest('[role=dialog], [role=menu], [role=listbox]') !== null;

const offered = (): readonly Shortcut[] =>
  useScopes
    .getState()
    .scopes.toReversed()
    .flatMap((scope) => scope.shortcuts);

/** The one listener of the whole frame. */
export function useShortcutListener(): void {
  useEffect(() => {
    let prefix: { key: string; at: number } | null = null;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || isInOverlay(event.target)) return;
      const recent = prefix && event.timeStamp - prefix.at < PAIR_WITHIN_MS ? prefix.key : null;
      const found = match(offered(), recent, pressed(event));
      if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
      prefix = null;
      const typing = isTyping(event.target);
      if (found.type === 'wait' && !typing) prefix = { key: found.prefix, at: event.timeStamp };
      if (found.type !== 'run' || (typing && !found.shortcut.whileTyping)) return;
      // A focused button or link answers Enter itself.
      if (event.key === 'Enter' && event.target instanceof Element && event.target.closest('a, button')) return;
      event.preventDefault();
      found.shortcut.run(event);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
