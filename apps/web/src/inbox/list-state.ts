import type { Task } from '@baton/contract';

/** `asking`: we don't know yet what became of it. `unknown`: we may not know. */
export type Gone = Task | 'asking' | 'unknown';

/**
 * What the list shows. It never jumps under the pointer: what arrives waits behind the pill, what somebody else took
 * stays in its place and fades, and both are settled when the person asks for it or goes to another view.
 */
export interface ListState {
  readonly rows: readonly Task[];
  /** Arrived, but not shown yet. */
  readonly arrived: readonly Task[];
  /** In the list, but no longer in the view; by id, with the task as it is now once that is known. */
  readonly gone: Readonly<Record<string, Gone>>;
  /** Decided here, and the server hasn't answered yet. */
  readonly deciding: Readonly<Record<string, Task>>;
}

export const emptyList: ListState = { rows: [], arrived: [], gone: {}, deciding: {} };

export type ListEvent =
  /** What the server says is in the view now. */
  | { readonly type: 'loaded'; readonly tasks: readonly Task[] }
  /** The person wants the list as it is. */
  | { readonly type: 'settled' }
  | { readonly type: 'decided'; readonly id: string }
  /** The server refused: the row is back. */
  | { readonly type: 'undecided'; readonly id: string }
  /** What became of a row that is gone. */
  | { readonly type: 'explained'; readonly id: string; readonly gone: Task | 'unknown' };

const without = <T>(record: Readonly<Record<string, T>>, ids: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => !ids.has(id)));
const idsOf = (tasks: readonly Task[]) => new Set(tasks.map(({ id }) => id));

const loaded = (state: ListState, tasks: readonly Task[]): ListState => {
  const now = new Map(tasks.map((task) => [task.id, task]));
  const shown = idsOf(state.rows);
  const waiting = tasks.filter(({ id }) => !shown.has(id) && !state.deciding[id]);
  const stillDeciding = Object.fromEntries(Object.entries(state.deciding).filter(([id]) => now.has(id)));
  const rows = state.rows.map((row) => now.get(row.id) ?? row);
  const left = rows.filter(({ id }) => !now.has(id));
  const gone = { ...Object.fromEntries(left.map(({ id }) => [id, 'asking' as const])), ...without(state.gone, new Set(now.keys())) };
  const isNothingToDisturb = rows.length === 0;
  return isNothingToDisturb ? { rows: waiting, arrived: [], gone: {}, deciding: stillDeciding } : { rows, arrived: waiting, gone, deciding: stillDeciding };
};

const settled = (state: ListState): ListState => ({
  ...state,
  rows: [...state.rows.filter(({ id }) => !(id in state.gone)), ...state.arrived],
  arrived: [],
  gone: {},
});

/** Shown at once as done: the row leaves before the server answers. `undecided` brings it back. */
const decided = (state: ListState, id: string): ListState => {
  const task = state.rows.find((row) => row.id === id);
  if (!task) return state;
  return { ...state, rows: state.rows.filter((row) => row.id !== id), gone: without(state.gone, new Set([id])), deciding: { ...state.deciding, [id]: task } };
};

const undecided = (state: ListState, id: string): ListState => {
  const task = state.deciding[id];
  return task ? { ...state, rows: [...state.rows, task], deciding: without(state.deciding, new Set([id])) } : state;
};

export const listReducer = (state: ListState, event: ListEvent): ListState => {
  switch (event.type) {
    case 'loaded':
      return loaded(state, event.tasks);
    case 'settled':
      return settled(state);
    case 'decided':
      return decided(state, event.id);
    case 'undecided':
      return undecided(state, event.id);
    case 'explained':
      return event.id in state.gone ? { ...state, gone: { ...state.gone, [event.id]: event.gone } } : state;
  }
};

/** Rows that are gone, and of which we don't know for good what became. */
export const undecidedFates = ({ gone }: ListState): string[] =>
  Object.keys(gone).filter((id) => {
    const fate = gone[id];
    return fate === 'asking' || (typeof fate === 'object' && (fate.status === 'open' || fate.status === 'claimed'));
  });
