import type { PathStep } from './finding.ts';

/**
 * Where a token can be. `at`: on an element; `flow`: waiting on a flow into a join; `active`: a process or sub-process
 * that runs; `note`: no token, only a mark that something has happened once; `begin`: before the start.
 */
export type PlaceKind = 'at' | 'flow' | 'active' | 'note' | 'begin';

export interface Place {
  readonly kind: PlaceKind;
  /** The element it belongs to; for `flow` the join. */
  readonly elementId: string;
  readonly flowId?: string;
  /** Several flows end here without being joined. */
  readonly isMerge?: boolean;
}

/** One thing that can happen. Places are numbers: indexes into `Net.places`. */
export interface Transition {
  /** One token is taken from each. */
  readonly pre: readonly number[];
  /** One token is taken from each that has one; at least one must have. */
  readonly gathers: readonly number[];
  /** Must be empty. */
  readonly empty: readonly number[];
  /** Waits while a token can still arrive on one of these that is empty (BPMN 2.0.2, 13.4.3). */
  readonly awaits: readonly number[];
  /** Are emptied. */
  readonly clears: readonly number[];
  /** One token is put on each. */
  readonly post: readonly number[];
  readonly steps: readonly PathStep[];
  /** Elements that ran when it has happened. */
  readonly covers: readonly string[];
}

/** A process as a net of places and transitions, with data left out. It begins with one token on `begin`. */
export interface Net {
  readonly places: readonly Place[];
  readonly transitions: readonly Transition[];
  readonly begin: number;
  /** Marked while the process runs. */
  readonly root: number;
}

const NOTHING = { pre: [], gathers: [], empty: [], awaits: [], clears: [], post: [], steps: [], covers: [] };
export const transition = (parts: Partial<Transition>): Transition => ({ ...NOTHING, ...parts });

/** By place: the transitions that name it in one of these roles. */
export function transitionsBy(
  { places, transitions }: Net,
  ...roles: readonly ('pre' | 'gathers' | 'post' | 'empty' | 'clears')[]
): readonly (readonly Transition[])[] {
  const lists = places.map((): Transition[] => []);
  for (const t of transitions) for (const p of new Set(roles.flatMap((role) => t[role]))) lists[p]?.push(t);
  return lists;
}
