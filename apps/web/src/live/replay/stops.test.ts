import { describe, expect, it } from 'vitest';
import { approved, entered, logOf, matched, on, posted, reminded, started, stuck } from '../testing/invoice.ts';
import { nearestStop, stopIndexAt, stopsOf, viewAt } from './stops.ts';

const log = logOf(started, entered, matched, reminded, approved, stuck, posted);
const stops = stopsOf(log);

describe('the replay', () => {
  it('stops once for all that happened at once', () => {
    expect(stops.map(({ at }) => at)).toEqual([on(16, 9, 12), on(16, 9, 40), on(16, 9, 40, 1), on(17, 9, 40, 1), on(18, 14, 0), on(18, 14, 1), on(18, 14, 5)]);
    expect(stops.map(({ kind }) => kind)).toEqual(['done', 'done', 'passed', 'waiting', 'done', 'attention', 'done']);
  });

  it('shows the instance as it was', () => {
    const before = viewAt('i1', log, stops[2]?.seq ?? 0);
    const stuckView = viewAt('i1', log, stops[5]?.seq ?? 0);

    expect(Object.values(before.active).map(({ elementId }) => elementId)).toEqual(['invoice', 'approve']);
    expect(Object.values(stuckView.active).find(({ incident }) => incident)?.elementId).toBe('post');
    expect(viewAt('i1', log, 10_000).status).toBe('completed');
  });

  it('finds the stop of an event, and the one nearest to the pointer', () => {
    expect(stopIndexAt(stops, (stops[3]?.seq ?? 0) - 1)).toBe(2);
    expect(stopIndexAt(stops, 0)).toBe(0);
    const middle = nearestStop(stops, (at) => (at - on(16, 9, 12)) / (on(18, 14, 5) - on(16, 9, 12)), 0.5);
    expect(middle?.at).toBe(on(17, 9, 40, 1));
  });
});
