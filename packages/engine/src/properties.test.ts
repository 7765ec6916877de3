import { compile } from '@baton/model';
import { ALL_PAIRS, drawShape, ENOUGH, finish, type Move, make, moves, pairsOf, Runner, type Shape, SOMEBODY, shapes } from '@baton/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, type InstanceState, liveElements, openIncidents } from './index.ts';

/** One seed that stays, one that is new each time. Both are printed; BATON_PROPERTY_SEED repeats one, BATON_PROPERTY_RUNS does more. */
/** Another one every day, the same on every machine: what fails can be run again. */
const TODAY = Number(new Date().toISOString().slice(0, 10).replaceAll('-', ''));
const SEEDS = process.env.BATON_PROPERTY_SEED ? [Number(process.env.BATON_PROPERTY_SEED)] : [20_261_123, TODAY];
const PROCESSES = Number(process.env.BATON_PROPERTY_RUNS ?? 60);
const PATHS = 10;

/** An active instance must have something that can happen, or say why not. */
function isStuck(state: InstanceState): boolean {
  if (state.status !== 'active') return false;
  const canHappen = liveElements(state).some((element) => element.awaits !== undefined && element.awaits.kind !== 'children');
  return !canHappen && openIncidents(state).length === 0;
}

function walk(shape: Shape, path: readonly Move[]): Runner {
  const runner = new Runner(compile(drawShape(shape))).started({ n: 1, flag: false }, SOMEBODY);
  for (const move of path) {
    if (runner.log.length > ENOUGH) break;
    make(runner, move);
    expect(isStuck(runner.state)).toBe(false);
  }
  finish(runner);
  return runner;
}

/** What may remain of an instance that has ended. */
function expectNothingLeft({ state }: Runner): void {
  const { elements, parked, timers, incidents, subscriptions = {}, loops = {}, compensations = {}, resets = {}, variables } = state;
  const left = { elements, parked, timers, incidents, subscriptions, loops, compensations, resets };
  expect(left).toEqual({ elements: {}, parked: {}, timers: {}, incidents: {}, subscriptions: {}, loops: {}, compensations: {}, resets: {} });
  expect(Object.keys(variables)).toEqual(['e1']);
}

describe('random processes on random paths', () => {
  it.each(SEEDS)(
    'replay to the state, survive a restart at every step, never stand still without an incident and leave nothing behind (seed %i)',
    (seed) => {
      console.log(`random processes: seed ${seed}, ${PROCESSES} processes on ${PATHS} paths`);
      const seen = { events: 0, completed: 0, types: new Set<string>(), pairs: new Set<string>() };

      fc.assert(
        fc.property(shapes, fc.array(moves, { minLength: PATHS, maxLength: PATHS }), (shape, paths) => {
          for (const pair of pairsOf(shape.root)) seen.pairs.add(pair);
          for (const path of paths) {
            const runner = walk(shape, path);
            expectNothingLeft(runner);
            seen.events += runner.log.length;
            seen.completed += runner.status === 'completed' ? 1 : 0;
            for (const event of runner.log) seen.types.add(event.type);
          }
        }),
        { seed, numRuns: PROCESSES },
      );

      console.log(
        `${seen.events} events of ${seen.types.size} types, ${seen.completed} completed, ${seen.pairs.size} of ${ALL_PAIRS.length} pairs of constructs`,
      );
      if (PROCESSES >= 600) expect([...seen.types].sort()).toEqual([...EVENT_TYPES].sort());
    },
    600_000,
  );
});
