import type { ElementOf } from '../graph.ts';
import type { ElementType } from './registry.ts';

type ElementMap = { [T in ElementType]: ElementOf<T> };

/** A total table by element type: a new element makes the compiler ask for its row. */
export type ByType<R, A extends readonly unknown[] = []> = { readonly [T in ElementType]: (element: ElementMap[T], ...args: A) => R };

/** The row of that element's type, applied to it. */
export function applyByType<T extends ElementType, R, A extends readonly unknown[]>(
  table: { readonly [K in T]: (element: ElementMap[K], ...args: A) => R },
  element: { [K in T]: ElementMap[K] }[T],
  ...args: A
): R {
  const type: T = element.type;
  return table[type](element, ...args);
}
