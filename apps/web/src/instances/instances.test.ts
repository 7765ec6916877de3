import type { Instance } from '@baton/contract';
import { describe, expect, it } from 'vitest';
import { stepsOf, titleOf, wordsOf } from './instance-words.ts';
import { countsOf, mayFit, queryOf } from './instances-filter.ts';
import { idsOf, withRows } from './use-live-instances.ts';

const at = (type: string, name = type) => ({ elementId: type, name, type });
const instance = (more: Partial<Instance> = {}): Instance => ({
  parentId: null,
  rootId: '019a0000-0000-7000-8000-00000000abcd',
  id: '019a0000-0000-7000-8000-00000000abcd',
  processKey: 'invoice',
  processName: 'Invoice',
  version: 1,
  status: 'active',
  hasIncident: false,
  businessKey: null,
  startedAt: '2026-11-23T10:00:00.000Z',
  endedAt: null,
  startedBy: { userId: 'me', name: 'Sara' },
  waitingAt: [],
  ...more,
});

describe('an instance in words', () => {
  it.each([
    [instance({ waitingAt: [at('serviceTask'), at('userTask')] }), 'Waiting for a person'],
    [instance({ waitingAt: [at('userTask')], hasIncident: true }), 'Needs attention'],
    [instance({ waitingAt: [at('serviceTask')] }), 'Waiting for a worker'],
    [instance({ waitingAt: [at('something-newer')] }), 'Running'],
    [instance({ status: 'completed', hasIncident: true }), 'Done'],
    [instance({ status: 'cancelled' }), 'Canceled'],
  ])('%#', (given, words) => {
    expect(wordsOf(given).words).toBe(words);
  });

  it('names where it stands, each name once', () => {
    const waiting = (...names: string[]) => stepsOf({ waitingAt: names.map((name) => at('userTask', name)) });

    expect([waiting(), waiting('A'), waiting('A', 'A'), waiting('A', 'B'), waiting('A', 'B', 'C')]).toEqual(['', 'A', 'A', 'A and B', 'A and 2 more']);
  });

  it('is called by its business key, else by the end of its id', () => {
    expect([titleOf(instance({ businessKey: 'INV-1' })), titleOf(instance())]).toEqual(['INV-1', '#0000abcd']);
  });
});

describe('the filters', () => {
  it('ask the server for what is active unless told otherwise', () => {
    expect(queryOf({})).toEqual({ status: 'active' });
    expect(queryOf({ show: 'attention', processKey: 'p', mine: true, search: 'x' })).toEqual({
      hasIncident: true,
      processKey: 'p',
      startedByMe: true,
      search: 'x',
    });
    expect(queryOf({ show: 'all' })).toEqual({});
  });

  it('know whether a new instance belongs to the list', () => {
    expect(mayFit({}, instance(), 'me')).toBe(true);
    expect(mayFit({}, instance({ status: 'completed' }), 'me')).toBe(false);
    expect(mayFit({ show: 'attention' }, instance(), 'me')).toBe(false);
    expect(mayFit({ processKey: 'leave' }, instance(), 'me')).toBe(false);
    expect(mayFit({ mine: true }, instance(), 'somebody')).toBe(false);
  });
});

describe('live rows', () => {
  it('are exchanged where they stand', () => {
    const pages = { pageParams: [null], pages: [{ items: [instance({ id: 'a' }), instance({ id: 'b' })], nextCursor: null }] };

    const after = withRows(pages, new Map([['b', instance({ id: 'b', status: 'completed' })]]));

    expect(after.pages[0]?.items.map(({ id, status }) => `${id} ${status}`)).toEqual(['a active', 'b completed']);
  });

  it('come only from changes of instances', () => {
    expect(
      idsOf([
        { type: 'instance.changed', id: 'a' },
        { type: 'draft.changed', id: 'p' },
      ]),
    ).toEqual(['a']);
  });
});

it('counts the tabs from the processes, but not once words narrow the list down', () => {
  const processes = [
    { key: 'invoice', running: 16, needsAttention: 7 },
    { key: 'leave', running: 3, needsAttention: 0 },
  ];

  expect(countsOf(processes, {})).toEqual({ active: 19, attention: 7 });
  expect(countsOf(processes, { processKey: 'leave' })).toEqual({ active: 3, attention: 0 });
  expect(countsOf(processes, { search: 'paper' })).toEqual({});
});
