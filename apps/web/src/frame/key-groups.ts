import { groupBy } from '../ui/group-by.ts';
import type { Shortcut } from './shortcut.ts';

export interface KeyGroup {
  readonly name: string;
  readonly rows: readonly { readonly label: string; readonly ways: readonly (readonly string[])[] }[];
}

const PRINTED: Readonly<Record<string, string>> = { ArrowDown: '\u2193', ArrowUp: '\u2191', ArrowLeft: '\u2190', ArrowRight: '\u2192', Escape: 'Esc' };

/** `Ctrl+K` -> Ctrl, K; `G I` -> G, I; `+` stays itself. */
export const printedKeys = (keys: string): string[] => keys.split(/[ +](?=.)/).map((key) => PRINTED[key] ?? key);

/** What `?` shows: scopes of one name together, the innermost first; several keys for the same thing in one row. */
export function keyGroups(scopes: readonly { readonly name: string; readonly shortcuts: readonly Pick<Shortcut, 'keys' | 'label'>[] }[]): KeyGroup[] {
  const byName = groupBy(scopes.toReversed(), ({ name }) => name);
  return [...byName]
    .map(([name, group]) => {
      const byLabel = groupBy(
        group.flatMap(({ shortcuts }) => shortcuts),
        ({ label }) => label,
      );
      return { name, rows: [...byLabel].map(([label, same]) => ({ label, ways: same.map(({ keys }) => printedKeys(keys)) })) };
    })
    .filter(({ rows }) => rows.length > 0);
}
