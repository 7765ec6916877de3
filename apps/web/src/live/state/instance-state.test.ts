import { foldAll, initialView } from '@baton/contract';
import { describe, expect, it } from 'vitest';
import { approved, entered, logOf, matched, started } from '../testing/invoice.ts';
import { type InstanceState, isLogComplete, learn, type Told } from './instance-state.ts';

const log = logOf(started, entered, matched, approved);
const viewAt = (seq: number) =>
  foldAll(
    initialView('i1'),
    log.filter((event) => event.seq <= seq),
  );
const snapshot = (seq: number): Told => ({ type: 'snapshot', seq, view: viewAt(seq), now: 1 });
const events = (from: number, to: number): Told => ({ type: 'events', events: log.slice(from, to), seq: to, now: 2 });
const after = (...told: Told[]) => told.reduce<InstanceState | null>(learn, null) ?? expect.fail('nothing known');

describe('what a page knows', () => {
  it('is nothing before the first snapshot', () => {
    expect(learn(null, events(0, 3))).toBeNull();
  });

  it('is the snapshot and what came after it', () => {
    const state = after(snapshot(10), events(10, 14));

    expect(state.live).toEqual({ seq: 14, view: viewAt(14) });
    expect(state.fresh).toEqual(log.slice(10, 14));
    expect(state.asOf).toBe(2);
  });

  it('has the log complete when it was loaded while events came in', () => {
    const state = after(snapshot(10), events(10, 14), { type: 'log', events: log.slice(0, 12), upTo: 12 }, events(14, 20));

    expect(isLogComplete(state)).toBe(true);
    expect(state.log).toEqual(log.slice(0, 20));
  });

  it('does not take half a log for a whole one', () => {
    const state = after(snapshot(10), { type: 'log', events: log.slice(0, 5), upTo: 5 }, events(10, 14));

    expect(isLogComplete(state)).toBe(false);
    expect(state.logUpTo).toBe(5);
  });

  it('knows of the hole that a snapshot left, until it is filled', () => {
    const loaded: Told = { type: 'log', events: log.slice(0, 10), upTo: 10 };
    const holed = after(snapshot(10), loaded, snapshot(16), events(16, 20));

    expect(isLogComplete(after(snapshot(10), loaded, snapshot(10)))).toBe(true);
    expect(isLogComplete(holed)).toBe(false);
    expect(holed.logUpTo).toBe(10);
    const filled = learn(holed, { type: 'log', events: log.slice(10, 16), upTo: 16 }) ?? expect.fail('nothing known');
    expect(isLogComplete(filled)).toBe(true);
    expect(filled.log).toEqual(log.slice(0, 20));
  });

  it('takes a stand-in until the live connection brings its own snapshot', () => {
    const standIn: Told = { type: 'stand-in', seq: 5, view: viewAt(5), now: 1 };

    expect(after(standIn).live.seq).toBe(5);
    expect(after(standIn, snapshot(10)).live.seq).toBe(10);
    expect(after(snapshot(10), standIn).live.seq).toBe(10);
  });

  it('moves no token for a snapshot', () => {
    expect(after(snapshot(10), events(10, 14), snapshot(14)).fresh).toBeNull();
  });
});
