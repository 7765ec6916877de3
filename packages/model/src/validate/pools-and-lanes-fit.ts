import type { Element, Lane, Pool } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { capital, nameOf } from '../naming.ts';
import { error, type Fix, type Problem, warning } from '../problem.ts';
import type { Rule } from './rule.ts';

/** Each executable pool has a process of its own, lanes lie in their pool, and elements in a lane of theirs (BPMN 2.0.2, 9.3 and 10.8). */
export const poolsAndLanesFit: Rule = ({ graph, index }) => [
  ...checkPools(index),
  ...(graph.lanes ?? []).flatMap((lane) => checkLane(lane, index)),
  ...graph.elements.flatMap((element) => [...checkPoolOf(element, index), ...checkLaneOf(element, index)]),
];

const called = ({ id, name }: Pool | Lane) => `“${name?.trim() || id}”`;

function checkPools(index: GraphIndex): Problem[] {
  const { pools = [], elements, key } = index.graph;
  if (pools.length === 0) return [];
  const drawn = new Set(elements.map((element) => index.poolOf(element)));
  const executable = pools.filter((pool) => drawn.has(pool.id) && pool.isExecutable !== false);
  const processOf = (pool: Pool) => pool.process ?? key;
  const nothing = executable.length === 0 && !drawn.has(undefined);
  return [
    ...(nothing ? [error('nothing-executable', 'Expected a pool with a process that can be run, but all pools are only drawn.', { path: 'pools' })] : []),
    ...executable.flatMap((pool, i) => {
      const first = executable.findIndex((each) => processOf(each) === processOf(pool));
      if (first === i) return [];
      const message = `Expected each pool to have a process of its own, but ${called(pool)} has the one of another pool: “${processOf(pool)}”.`;
      return [error('pool-duplicate', message, { elementId: pool.id, path: 'process' })];
    }),
  ];
}

function checkLane(lane: Lane, index: GraphIndex): Problem[] {
  const where = (path: string) => ({ elementId: lane.id, path });
  const { pool, parent } = lane;
  if (pool !== undefined && !index.pool(pool))
    return [error('reference-unknown', `Expected the lane ${called(lane)} to lie in a pool, but there is no pool “${pool}”.`, where('pool'))];
  if (parent === undefined) return [];
  const outer = index.lane(parent);
  if (!outer) return [error('reference-unknown', `Expected the lane ${called(lane)} to be part of a lane, but there is no lane “${parent}”.`, where('parent'))];
  if (isInItself(lane, index))
    return [error('contains-itself', `Expected lanes inside each other like boxes, but ${called(lane)} lies in itself.`, where('parent'))];
  if (outer.pool === pool) return [];
  return [error('lane-elsewhere', `Expected the lane ${called(lane)} in the pool of ${called(outer)}, but it lies in another one.`, where('pool'))];
}

function isInItself(lane: Lane, index: GraphIndex): boolean {
  const seen = new Set<string>();
  for (let id = lane.parent; id !== undefined && !seen.has(id); id = index.lane(id)?.parent) {
    if (id === lane.id) return true;
    seen.add(id);
  }
  return false;
}

function checkPoolOf(element: Element, index: GraphIndex): Problem[] {
  const { id, pool } = element;
  if (pool === undefined || index.pool(pool)) return [];
  const message = `${capital(nameOf(element))} is put in the pool “${pool}”: expected a pool that is drawn, but there is none.`;
  return [error('reference-unknown', message, { elementId: id, path: 'pool', fix: takeOut(id, 'pool') })];
}

function checkLaneOf(element: Element, index: GraphIndex): Problem[] {
  const { id, lane: laneId } = element;
  if (laneId === undefined) return [];
  const lane = index.lane(laneId);
  const where = { elementId: id, path: 'lane', fix: takeOut(id, 'lane') };
  if (!lane)
    return [
      warning('reference-unknown', `${capital(nameOf(element))} is put in the lane “${laneId}”: expected a lane that is drawn, but there is none.`, where),
    ];
  const pool = lane.pool ?? index.ownPool;
  if (pool === index.poolOf(element)) return [];
  return [error('lane-elsewhere', `Expected ${nameOf(element)} in a lane of its own pool, but ${called(lane)} lies in another one.`, where)];
}

const takeOut = (id: string, property: 'lane' | 'pool'): Fix => ({ type: 'set', id, property, value: null, label: `Take it out of the ${property}` });
