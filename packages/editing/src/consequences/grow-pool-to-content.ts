import { type Box, isEdgeLayout } from '@baton/model';
import { type Draft, place, shapeOf } from '../draft.ts';
import { bottom, boxAroundAll, inflate, overlaps, right } from '../geometry/box.ts';
import { LANE_HEADER, lanesOf, POOL_HEADER, placedPools, rootsIn } from '../pools.ts';
import { shiftAll } from '../shift.ts';

/** Room a pool leaves around what is in it. */
const PADDING = 20;
const BEHIND_HEADER = 10;
const APART = 40;

/** A pool grows until all that was put into it, or moved in it, lies inside. What an import drew outside stays where it is. */
export function growPoolsToContent(draft: Draft) {
  for (const { pool, box } of placedPools(draft)) {
    if (wasMoved(draft, pool.id, box)) continue;
    const needed = contentOf(draft, pool.id, (id) => draft.touched.has(id));
    const grown = needed && boxAroundAll([box, needed]);
    if (grown && !isSameBox(grown, box)) growPool(draft, pool.id, grown);
  }
}

/** With all that belongs to it: nothing lies otherwise in it than before. */
function wasMoved({ before }: Draft, pool: string, box: Box): boolean {
  const was = before.layout[pool];
  return was !== undefined && !isEdgeLayout(was) && (was.x !== box.x || was.y !== box.y) && was.width === box.width && was.height === box.height;
}

/** The room that what is in a pool takes, with its header. */
export function contentOf(draft: Draft, pool: string, counts: (id: string) => boolean = () => true): Box | undefined {
  const content = boxAroundAll(rootsIn(draft, pool).flatMap(({ id }) => (counts(id) ? (shapeOf(draft, id) ?? []) : [])));
  if (!content) return undefined;
  const around = inflate(content, PADDING);
  const hasLanes = lanesOf(draft, pool).length > 0;
  const left = POOL_HEADER + (hasLanes ? LANE_HEADER + BEHIND_HEADER - PADDING : 0);
  return { ...around, x: around.x - left, width: around.width + left };
}

const isSameBox = (a: Box, b: Box) => a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** Gives a pool another box: its lanes follow its edges, pools it would cover make room. */
export function growPool(draft: Draft, pool: string, after: Box, { stretchesLanes = true } = {}) {
  const before = shapeOf(draft, pool);
  if (!before) return;
  place(draft, pool, { ...before, ...after });
  for (const lane of lanesOf(draft, pool)) {
    const shape = shapeOf(draft, lane.id);
    if (shape) place(draft, lane.id, { ...shape, ...followed(shape, before, after, stretchesLanes) });
  }
  makeRoomBelow(draft, pool, after);
}

function followed(lane: Box, before: Box, after: Box, isStretched: boolean): Box {
  const x = lane.x + after.x - before.x;
  const y = isStretched && lane.y === before.y ? after.y : lane.y;
  const end = isStretched && bottom(lane) === bottom(before) ? bottom(after) : bottom(lane);
  return { x, y, width: right(lane) + right(after) - right(before) - x, height: end - y };
}

/** Pools under a grown one move down when it would cover them. */
function makeRoomBelow(draft: Draft, grown: string, box: Box) {
  const others = placedPools(draft).filter(({ pool }) => pool.id !== grown);
  const covered = others.filter((other) => overlaps(other.box, box) && other.box.y > box.y);
  if (covered.length === 0) return;
  const top = Math.min(...covered.map((other) => other.box.y));
  const below = others.filter((other) => other.box.y >= top).map(({ pool }) => pool.id);
  shiftAll(draft, below, { x: 0, y: bottom(box) + APART - top });
}
