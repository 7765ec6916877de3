import type { ProcessSummary } from '@baton/contract';
import { expect, it } from 'vitest';
import { freeName } from './free-name.ts';
import { countsOf, shownProcesses } from './process-tabs.ts';
import { readGraphText } from './read-graph-file.ts';

const process = (name: string, more: Partial<ProcessSummary> = {}): ProcessSummary => ({
  key: name.toLowerCase(),
  name,
  version: 1,
  status: 'live',
  running: 0,
  needsAttention: 0,
  owner: { name: 'Tunde Okafor' },
  changedAt: '2026-11-23T10:00:00.000Z',
  publishedAt: null,
  isStartable: true,
  startForm: null,
  ...more,
});
const processes = [
  process('Invoice approval', { needsAttention: 2 }),
  process('Leave request', { status: 'draft-ahead' }),
  process('Travel', { status: 'draft', version: null }),
];

it('counts a draft ahead of what is live both as live and as draft', () => {
  expect(countsOf(processes)).toEqual({ all: 3, live: 2, draft: 2, attention: 1 });
});

it('shows those of the tab that hold every word in name or owner', () => {
  expect(shownProcesses(processes, 'all', 'okafor LEAVE').map(({ name }) => name)).toEqual(['Leave request']);
  expect(shownProcesses(processes, 'attention', '').map(({ name }) => name)).toEqual(['Invoice approval']);
  expect(shownProcesses(processes, 'draft', 'invoice')).toEqual([]);
});

it('finds a name nobody uses', () => {
  expect([freeName('Leave', []), freeName('Leave', ['leave']), freeName('Leave', ['Leave', 'Leave 2'])]).toEqual(['Leave', 'Leave 2', 'Leave 3']);
});

it('says why a file can’t be imported, with the element', () => {
  const broken = readGraphText('{ "format": ');
  const foreign = readGraphText(
    JSON.stringify({ format: 'baton.graph', formatVersion: 1, key: 'x', name: 'X', elements: [{ id: 'a', type: 'nonsense' }], flows: [], layout: {} }),
  );

  expect(broken.ok === false && broken.problems[0]?.message).toContain('Expected JSON');
  expect(foreign.ok === false && foreign.problems[0]?.elementId).toBe('a');
});
