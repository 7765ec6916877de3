import type { Key } from '../event.ts';

/** Keys are a letter and a counter: later ones have higher numbers. */
export const numberOf = (key: Key): number => Number(key.slice(1));
export const byNumber = (a: Key, b: Key): number => numberOf(a) - numberOf(b);
