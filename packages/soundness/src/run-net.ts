import type { Transition } from './net.ts';
import type { WaitingRule } from './upstream.ts';

/** More tokens than these in one place tell nothing new; such markings are not followed. */
export const MAX_TOKENS = 2;

/** Can it happen? */
export type IsEnabled = (t: Transition, marking: Uint8Array) => boolean;

export function enabledBy({ waits }: WaitingRule): IsEnabled {
  return (t, marking) => {
    for (const place of t.pre) if (!marking[place]) return false;
    for (const place of t.empty) if (marking[place]) return false;
    if (t.gathers.length && !t.gathers.some((place) => marking[place])) return false;
    return !waits(t, marking);
  };
}

/** The marking after it has happened. `isCut`: it has more tokens in one place than we count, and isn't to be followed. */
export function fire(t: Transition, marking: Uint8Array): { readonly marking: Uint8Array; readonly isCut: boolean } {
  const next = marking.slice();
  for (const place of t.pre) next[place] = (next[place] ?? 0) - 1;
  for (const place of t.gathers) if (next[place]) next[place]--;
  for (const place of t.clears) next[place] = 0;
  for (const place of t.post) next[place] = Math.min((next[place] ?? 0) + 1, MAX_TOKENS + 1);
  return { marking: next, isCut: t.post.some((place) => (next[place] ?? 0) > MAX_TOKENS) };
}
