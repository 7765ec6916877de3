/** A key of a screen. `keys` as they are shown: `N`, `Enter`, `Ctrl+K`, `G I` (one after the other), `?`. */
export interface Shortcut {
  readonly keys: string;
  readonly label: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Also while somebody types in a field. */
  readonly whileTyping?: boolean;
}

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What was pressed, written as shortcuts are. Shift is said only with named keys: `?` is `?` wherever it lies. */
export function pressed(event: PressedKey): string {
  const isNamed = event.key.length > 1;
  const key = isNamed ? event.key : event.key.toUpperCase();
  return [(event.ctrlKey || event.metaKey) && 'Ctrl', event.altKey && 'Alt', event.shiftKey && (isNamed || /^[A-Z]$/.test(key)) && 'Shift', key]
    .filter(Boolean)
    .join('+');
}

export type Match = { readonly type: 'run'; readonly shortcut: Shortcut } | { readonly type: 'wait'; readonly prefix: string } | { readonly type: 'none' };

/** The first shortcut that fits, the innermost scope first. `prefix` is the first key of a pair pressed just before. */
export function match(shortcuts: readonly Shortcut[], prefix: string | null, key: string): Match {
  const typed = prefix ? `${prefix} ${key}` : key;
  const shortcut = shortcuts.find((candidate) => candidate.keys === typed);
  if (shortcut) return { type: 'run', shortcut };
  if (!prefix && shortcuts.some((candidate) => candidate.keys.startsWith(`${key} `))) return { type: 'wait', prefix: key };
  return prefix ? match(shortcuts, null, key) : { type: 'none' };
}
