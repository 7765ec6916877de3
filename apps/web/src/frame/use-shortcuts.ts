import { useEffect, useEffectEvent } from 'react';
import { create } from 'zustand';
import type { Shortcut } from './shortcut.ts';

interface Scope {
  readonly name: string;
  readonly shortcuts: readonly Shortcut[];
}
/** The innermost scope is last. */
export const useScopes = create<{ readonly scopes: readonly Scope[] }>(() => ({ scopes: [] }));

/** Offers keys while the component is shown, and lists them under `name` behind `?`. An inner scope wins over an outer one. */
export function useShortcuts(name: string, shortcuts: readonly Shortcut[]): void {
  const current = useEffectEvent((keys: string, event: KeyboardEvent) => shortcuts.find((shortcut) => shortcut.keys === keys)?.run(event));
  const described = JSON.stringify(shortcuts.map(({ keys, label, whileTyping }) => ({ keys, label, whileTyping })));
  useEffect(() => {
    const list: Omit<Shortcut, 'run'>[] = JSON.parse(described);
    const scope: Scope = { name, shortcuts: list.map((shortcut) => ({ ...shortcut, run: (event) => current(shortcut.keys, event) })) };
    useScopes.setState(({ scopes }) => ({ scopes: [...scopes, scope] }));
    return () => useScopes.setState(({ scopes }) => ({ scopes: scopes.filter((other) => other !== scope) }));
  }, [name, described]);
}
