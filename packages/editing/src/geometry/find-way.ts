import type { Box, Point } from '@baton/model';
import { bottom, inflate, right } from './box.ts';
import { createHeap } from './heap.ts';
import { BEND_COST, type Port, STUB, simplify } from './port.ts';
import type { Side } from './side.ts';
import type { WayTask } from './simple-way.ts';

/** Clearance a way keeps from what it passes. */
const CLEARANCE = 4;
/** Lines nearer to each other than this are one: it makes no difference which is taken. */
const LEAST_STEP = 4;

const DIRECTIONS: readonly Side[] = ['right', 'bottom', 'left', 'top'];
const STEP_X = [1, 0, -1, 0] as const;
const STEP_Y = [0, 1, 0, -1] as const;

interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  /** [y * xs.length + x] = 1: the step from there to the right (or downwards) is blocked. */
  readonly blockedRight: Uint8Array;
  readonly blockedDown: Uint8Array;
}

/** A* over the lines along the borders of `around`, through no block: length + 80 a bend. `undefined`: there is no such way. */
export function findWay(task: WayTask, around: readonly Box[]): Point[] | undefined {
  const grid = gridOf(task, around);
  const { xs, ys } = grid;
  const count = xs.length * ys.length * 4;
  const costs = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(count).fill(-1);
  const goals = goalsOf(task.ends, grid);
  const heap = createHeap();
  const estimate = estimateTo(task.ends);
  for (const start of task.starts) {
    const state = stateOf(start, grid, DIRECTIONS.indexOf(start.side));
    if (state === undefined || start.cost >= (costs[state] ?? 0)) continue;
    costs[state] = start.cost;
    heap.push(state, start.cost + estimate(start.stub.x, start.stub.y, DIRECTIONS.indexOf(start.side)));
  }

  const closed = new Uint8Array(count);
  for (let state = heap.pop(); state !== undefined; state = heap.pop()) {
    if (state >= count) return trace(state - count, cameFrom, { task, grid, goals });
    if (closed[state]) continue;
    closed[state] = 1;
    const cost = costs[state] ?? 0;
    const goal = goals.get(state);
    if (goal) heap.push(state + count, cost + goal.cost);
    const direction = state & 3;
    const node = state >> 2;
    const [i, j] = [node % xs.length, Math.floor(node / xs.length)];
    for (let turn = 0; turn < 4; turn++) {
      if (turn === (direction ^ 2)) continue;
      const next = stepFrom(grid, i, j, turn);
      if (next === undefined || closed[next]) continue;
      const [x, y] = [xs[i + (STEP_X[turn] ?? 0)] ?? 0, ys[j + (STEP_Y[turn] ?? 0)] ?? 0];
      const length = Math.abs(x - (xs[i] ?? 0)) + Math.abs(y - (ys[j] ?? 0));
      const total = cost + length + (turn === direction ? 0 : BEND_COST);
      if (total >= (costs[next] ?? 0)) continue;
      costs[next] = total;
      cameFrom[next] = state;
      heap.push(next, total + estimate(x, y, turn));
    }
  }
  return undefined;
}

/** What is still to pay at least: the way to the nearest end, and the bends that cannot be avoided to arrive in its direction. */
function estimateTo(ends: readonly Port[]): (x: number, y: number, direction: number) => number {
  const goals = ends.map(({ stub, side, cost }) => ({ x: stub.x, y: stub.y, cost, inward: DIRECTIONS.indexOf(side) ^ 2 }));
  return (x, y, direction) => {
    let least = Number.POSITIVE_INFINITY;
    for (const goal of goals) {
      const dx = goal.x - x;
      const dy = goal.y - y;
      const isAhead = direction & 1 ? dx === 0 && dy * (STEP_Y[direction] ?? 0) >= 0 : dy === 0 && dx * (STEP_X[direction] ?? 0) >= 0;
      const bends = (direction ^ goal.inward) & 1 ? 1 : direction === goal.inward && isAhead ? 0 : 2;
      least = Math.min(least, Math.abs(dx) + Math.abs(dy) + goal.cost + BEND_COST * bends);
    }
    return least;
  };
}

function stepFrom({ xs, ys, blockedRight, blockedDown }: Grid, i: number, j: number, direction: number): number | undefined {
  const ni = i + (STEP_X[direction] ?? 0);
  const nj = j + (STEP_Y[direction] ?? 0);
  if (ni < 0 || nj < 0 || ni >= xs.length || nj >= ys.length) return undefined;
  const blocked = direction & 1 ? blockedDown : blockedRight;
  return blocked[Math.min(j, nj) * xs.length + Math.min(i, ni)] ? undefined : ((nj * xs.length + ni) << 2) | direction;
}

type Goals = ReadonlyMap<number, Port>;

/** States from which only the last step into the shape is left. Arriving sideways costs the bend there. */
function goalsOf(ends: readonly Port[], grid: Grid): Goals {
  const goals = new Map<number, Port>();
  for (const end of ends) {
    const inward = DIRECTIONS.indexOf(end.side) ^ 2;
    for (let direction = 0; direction < 4; direction++) {
      if (direction === (inward ^ 2)) continue;
      const state = stateOf(end, grid, direction);
      if (state !== undefined) goals.set(state, direction === inward ? end : { ...end, cost: end.cost + BEND_COST });
    }
  }
  return goals;
}

function stateOf({ stub }: Port, { xs, ys }: Grid, direction: number): number | undefined {
  const [i, j] = [xs.indexOf(stub.x), ys.indexOf(stub.y)];
  return i < 0 || j < 0 ? undefined : ((j * xs.length + i) << 2) | direction;
}

function trace(last: number, cameFrom: Int32Array, { task, grid, goals }: { task: WayTask; grid: Grid; goals: Goals }): Point[] {
  const points: Point[] = [];
  let first = last;
  for (let state = last; state >= 0; state = cameFrom[state] ?? -1) {
    const node = state >> 2;
    points.push({ x: grid.xs[node % grid.xs.length] ?? 0, y: grid.ys[Math.floor(node / grid.xs.length)] ?? 0 });
    first = state;
  }
  const start = task.starts.find((port) => stateOf(port, grid, DIRECTIONS.indexOf(port.side)) === first);
  const end = goals.get(last);
  return simplify([...(start ? [start.point] : []), ...points.toReversed(), ...(end ? [end.point] : [])]);
}

function gridOf({ starts, ends, frame, blocks }: WayTask, around: readonly Box[]): Grid {
  const stubs = [...starts, ...ends].map((port) => port.stub);
  const xs = lines(
    stubs.map((stub) => stub.x),
    around.flatMap((box) => [box.x - STUB, right(box) + STUB]),
    [frame.x, right(frame)],
  );
  const ys = lines(
    stubs.map((stub) => stub.y),
    around.flatMap((box) => [box.y - STUB, bottom(box) + STUB]),
    [frame.y, bottom(frame)],
  );
  const grid = { xs, ys, blockedRight: new Uint8Array(xs.length * ys.length), blockedDown: new Uint8Array(xs.length * ys.length) };
  for (const box of blocks) block(grid, inflate(box, CLEARANCE));
  return grid;
}

/** The ends' own lines, the one half-way between the outermost of them (where a Z bends), and others inside the frame that add a choice. */
function lines(own: readonly number[], others: readonly number[], [least, most]: readonly [number, number]): readonly number[] {
  const kept = new Set([...own, (Math.min(...own) + Math.max(...own)) / 2]);
  const sorted = [...kept];
  let last = Number.NEGATIVE_INFINITY;
  for (const line of [...others].sort((a, b) => a - b)) {
    if (line < least || line > most || line - last < LEAST_STEP || sorted.some((each) => Math.abs(each - line) < LEAST_STEP)) continue;
    last = line;
    kept.add(line);
  }
  return [...kept].sort((a, b) => a - b);
}

function block({ xs, ys, blockedRight, blockedDown }: Grid, box: Box) {
  const [x1, x2] = insideRange(xs, box.x, right(box));
  const [y1, y2] = insideRange(ys, box.y, bottom(box));
  for (let j = y1; j <= y2; j++) for (let i = Math.max(0, x1 - 1); i <= x2; i++) blockedRight[j * xs.length + i] = 1;
  for (let j = Math.max(0, y1 - 1); j <= y2; j++) for (let i = x1; i <= x2; i++) blockedDown[j * xs.length + i] = 1;
}

/** First and last line strictly inside; where none is inside, the line after, so that steps across are caught. */
function insideRange(values: readonly number[], least: number, most: number): readonly [number, number] {
  const first = values.findIndex((value) => value > least);
  if (first < 0) return [values.length, values.length - 1];
  let last = first - 1;
  while (last + 1 < values.length && (values[last + 1] ?? 0) < most) last += 1;
  return [first, last];
}
