import { compile } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { Runner, SOMEBODY } from '../run.ts';
import { drawShape } from './drawing.ts';
import { finish } from './path.ts';
import { ALL_PAIRS, HOLDERS, LEAVES, pairShape } from './shape.ts';

const kinds = [...LEAVES, ...HOLDERS];

/** Each construct in each: what random processes are only likely to hold. */
describe('one construct inside another', () => {
  it.each(HOLDERS)(
    '%s: whatever stands in it runs to an end and leaves nothing behind',
    (outer) => {
      for (const [index, inner] of kinds.entries()) {
        const runner = new Runner(compile(drawShape(pairShape(outer, inner, index * 7)))).started({ n: 1, flag: false }, SOMEBODY);
        finish(runner);

        const { elements, parked, timers, incidents, subscriptions = {}, loops = {}, compensations = {} } = runner.state;
        expect({ inner, elements, parked, timers, incidents, subscriptions, loops, compensations }).toEqual({
          ...{ inner, elements: {}, parked: {}, timers: {}, incidents: {}, subscriptions: {}, loops: {}, compensations: {} },
        });
      }
    },
    60_000,
  );

  it('is every pair there can be', () => {
    expect(ALL_PAIRS).toHaveLength(HOLDERS.length * kinds.length);
  });
});
