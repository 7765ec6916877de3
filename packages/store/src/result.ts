import type { Json } from '@baton/engine';

/** What can happen and is nobody's bug, as a value: `code` maps to HTTP once, in the server. */
export type Refused<C extends string> = {
  readonly ok: false;
  readonly code: C;
  /** "Expected ..., but ...". */
  readonly detail: string;
  readonly expected?: string | readonly string[];
  readonly path?: string;
  /** What is true now, e.g. who completed the task and when. */
  readonly current?: Json;
};

export const refused = <C extends string>(code: C, detail: string, more: Omit<Partial<Refused<C>>, 'ok' | 'code' | 'detail'> = {}): Refused<C> => ({
  ok: false,
  code,
  detail,
  ...more,
});

/** ISO 8601 in UTC. */
export type Instant = string;
export type Person = { readonly userId?: string; readonly name: string };

export type PageQuery = { readonly limit: number; readonly cursor?: string | undefined };
export type Page<T> = { items: T[]; nextCursor: string | null };
/** A cursor that we never gave out. */
export class CursorInvalid extends Error {
  readonly code = 'cursor-invalid';
}
