import { describe, expect, it } from 'vitest';
import { aTask } from './a-task.test-data.ts';
import { emptyList, type ListEvent, type ListState, listReducer, undecidedFates } from './list-state.ts';

const after = (...events: ListEvent[]): ListState => events.reduce(listReducer, emptyList);
const loaded = (...ids: string[]): ListEvent => ({ type: 'loaded', tasks: ids.map((id) => aTask(id)) });
const ids = (tasks: readonly { id: string }[]) => tasks.map(({ id }) => id);

it('shows the first load at once, and what comes to an empty list', () => {
  expect(ids(after(loaded('a', 'b')).rows)).toEqual(['a', 'b']);
  expect(ids(after(loaded(), loaded('a')).rows)).toEqual(['a']);
});

it('keeps what arrives behind the pill until the person asks for it', () => {
  const state = after(loaded('a'), loaded('b', 'a'));

  expect(ids(state.rows)).toEqual(['a']);
  expect(ids(state.arrived)).toEqual(['b']);
  expect(ids(listReducer(state, { type: 'settled' }).rows)).toEqual(['a', 'b']);
});

it('forgets an arrival that is gone before it was shown', () => {
  expect(after(loaded('a'), loaded('a', 'b'), loaded('a')).arrived).toEqual([]);
});

it('brings a row up to date in its place', () => {
  const state = after(loaded('a', 'b'), { type: 'loaded', tasks: [aTask('b'), aTask('a', { name: 'Changed' })] });

  expect(ids(state.rows)).toEqual(['a', 'b']);
  expect(state.rows[0]?.name).toBe('Changed');
});

describe('a task that somebody else took', () => {
  it('stays in its place and says why, until the list is settled', () => {
    const done = aTask('a', { status: 'completed', completedBy: { name: 'Lee' } });
    const state = after(loaded('a', 'b'), loaded('b'), { type: 'explained', id: 'a', gone: done });

    expect(ids(state.rows)).toEqual(['a', 'b']);
    expect(state.gone).toEqual({ a: done });
    expect(after(loaded('a', 'b'), loaded('b'), { type: 'settled' })).toMatchObject({ rows: [{ id: 'b' }], gone: {} });
  });

  it('keeps its explanation over the next load', () => {
    const state = after(loaded('a', 'b'), loaded('b'), { type: 'explained', id: 'a', gone: aTask('a', { name: 'Explained' }) }, loaded('b'));

    expect(state.gone.a).toMatchObject({ name: 'Explained' });
  });

  it('is asked about until it is done for good', () => {
    const gone = after(loaded('a', 'b', 'c'), loaded('c'));
    expect(undecidedFates(gone)).toEqual(['a', 'b']);

    const taken = listReducer(gone, { type: 'explained', id: 'a', gone: aTask('a', { status: 'claimed' }) });
    expect(undecidedFates(taken)).toEqual(['a', 'b']);

    const done = listReducer(taken, { type: 'explained', id: 'a', gone: aTask('a', { status: 'completed' }) });
    expect(undecidedFates(listReducer(done, { type: 'explained', id: 'b', gone: 'unknown' }))).toEqual([]);
  });

  it('is no longer gone when it comes back', () => {
    expect(after(loaded('a', 'b'), loaded('b'), loaded('a', 'b')).gone).toEqual({});
  });
});

describe('a decision', () => {
  it('takes the row away before the server answers, and a load in between does not bring it back', () => {
    const state = after(loaded('a', 'b'), { type: 'decided', id: 'a' }, loaded('a', 'b'));

    expect(ids(state.rows)).toEqual(['b']);
    expect(state.arrived).toEqual([]);
  });

  it('leaves no trace once the server agrees', () => {
    expect(after(loaded('a', 'b'), { type: 'decided', id: 'a' }, loaded('b'))).toMatchObject({ gone: {}, deciding: {}, arrived: [] });
  });

  it('of the last task lets what comes next be seen at once: there is nothing it could disturb', () => {
    const state = after(loaded('a'), { type: 'decided', id: 'a' }, loaded('a', 'b'), loaded('b'));

    expect(ids(state.rows)).toEqual(['b']);
    expect(state).toMatchObject({ arrived: [], deciding: {} });
  });

  it('that was refused brings the row back', () => {
    const state = after(loaded('a', 'b'), { type: 'decided', id: 'a' }, { type: 'undecided', id: 'a' });

    expect(ids(state.rows)).toEqual(['b', 'a']);
    expect(state.deciding).toEqual({});
  });
});
