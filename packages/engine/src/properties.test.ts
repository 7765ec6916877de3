import { compile } from '@baton/model';
import { drawShape, ENOUGH, finish, make, moves, Runner, SOMEBODY, shapes } from '@baton/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InstanceState, liveElements, openIncidents } from './index.ts';

/** One seed that stays, one that is new each time. Both are printed; BATON_PROPERTY_SEED repeats one, BATON_PROPERTY_RUNS does more. */
const SEEDS = process.env.BATON_PROPERTY_SEED ? [Number(process.env.BATON_PROPERTY_SEED)] : [20_261_123, Date.now() % 2_147_483_647];
const RUNS = Number(process.env.BATON_PROPERTY_RUNS ?? 150);

/** An active instance must have something that can happen, or say why not. */
function isStuck(state: InstanceState): boolean {
  if (state.status !== 'active') return false;
  const canHappen = liveElements(state).some((element) => element.awaits !== undefined && element.awaits.kind !== 'children');
  return !canHappen && openIncidents(state).length === 0;
}

describe('random processes on random paths', () => {
  it.each(SEEDS)(
    'replay to the state, survive a restart at every step, never stand still without an incident and leave nothing behind (seed %i)',
    (seed) => {
      console.log(`random processes: seed ${seed}, ${RUNS} runs`);
      const statistics = { commands: 0, events: 0, completed: 0, types: new Set<string>() };

      fc.assert(
        fc.property(shapes, moves, (shape, path) => {
          const runner = new Runner(compile(drawShape(shape))).started({ n: 1, flag: false }, SOMEBODY);
          for (const move of path) {
            if (runner.log.length > ENOUGH) break;
            make(runner, move);
            expect(isStuck(runner.state)).toBe(false);
            statistics.commands++;
          }
          finish(runner);

          const { elements, parked, timers, incidents } = runner.state;
          expect({ elements, parked, timers, incidents }).toEqual({ elements: {}, parked: {}, timers: {}, incidents: {} });
          expect(Object.keys(runner.state.variables)).toEqual(['e1']);
          statistics.events += runner.log.length;
          statistics.completed += runner.status === 'completed' ? 1 : 0;
          for (const event of runner.log) statistics.types.add(event.type);
        }),
        { seed, numRuns: RUNS },
      );

      console.log(`${statistics.commands} moves, ${statistics.events} events, ${statistics.completed} completed`);
      if (RUNS >= 150) expect(statistics.types.size).toBe(25);
    },
    600_000,
  );
});
