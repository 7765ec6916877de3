import { type Box, capital, ELEMENTS, nameOf } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { contentBox, growContainerToContent, PADDING } from '../consequences/grow-container-to-content.ts';
import { contentOf, growPool } from '../consequences/grow-pool-to-content.ts';
import { moveBoundaryEventsWithHost } from '../consequences/move-boundary-events-with-host.ts';
import { settleIn } from '../consequences/settle-in-pools-and-lanes.ts';
import { type Draft, place, shapeOf } from '../draft.ts';
import { bottom, boxAroundAll, inflate } from '../geometry/box.ts';
import { done, type Outcome, refusal, unknownElement } from '../outcome.ts';
import { poolOfLane, rowsOf } from '../pools.ts';

const LEAST = { width: 60, height: 40 } as const;
const LEAST_POOL = { width: 200, height: 60 } as const;

/** Tasks, sub-processes, pools, lanes and notes; what holds something stays large enough for it. */
export function resize(draft: Draft, { id, box }: EditCommandOf<'resize'>): Outcome {
  const element = draft.elements.get(id);
  const shape = shapeOf(draft, id);
  if (!shape) return unknownElement(id);
  if (draft.pools.has(id)) return resizePool(draft, id, box);
  if (draft.lanes.has(id)) return resizeLane(draft, id, box);
  if (!element && !draft.artifacts.has(id)) return unknownElement(id);
  if (element && !ELEMENTS[element.type].isActivity) {
    return refusal('setting-not-allowed', `${capital(nameOf(element))} has a fixed size: expected a task or sub-process, but it is neither.`);
  }
  const wanted = { ...box, width: Math.max(LEAST.width, box.width), height: Math.max(LEAST.height, box.height) };
  const content = shape.isCollapsed ? undefined : contentBox(draft, id);
  const resized = { ...shape, ...(content ? boxAroundAll([wanted, inflate(content, PADDING)]) : wanted) };
  place(draft, id, resized);
  moveBoundaryEventsWithHost(draft, id, shape, resized);
  growContainerToContent(draft, element?.parent);
  return done();
}

function resizePool(draft: Draft, id: string, box: Box): Outcome {
  const rows = rowsOf(draft, id);
  const last = rows.at(-1);
  const rest = rows.slice(0, -1).reduce((sum, lane) => sum + (shapeOf(draft, lane.id)?.height ?? 0), 0);
  const height = Math.max(box.height, LEAST_POOL.height, last ? rest + LEAST.height : 0);
  const wanted = { ...box, width: Math.max(LEAST_POOL.width, box.width), height };
  const content = contentOf(draft, id);
  growPool(draft, id, content ? (boxAroundAll([wanted, content]) ?? wanted) : wanted);
  settleIn(draft, id);
  return done();
}

/** A row gets another height; the rows under it move, and the pool ends with the last. */
function resizeLane(draft: Draft, id: string, box: Box): Outcome {
  const [lane, shape] = [draft.lanes.get(id), shapeOf(draft, id)];
  const pool = lane && poolOfLane(draft, lane);
  const poolShape = pool === undefined ? undefined : shapeOf(draft, pool);
  if (!lane || !shape || pool === undefined || !poolShape) return unknownElement(id);
  const by = Math.max(LEAST.height, box.height) - shape.height;
  const below = rowsOf(draft, pool).filter((row) => (shapeOf(draft, row.id)?.y ?? 0) >= bottom(shape));
  const moved = [...draft.elements.values()].filter((element) => below.some((row) => row.id === element.lane) && element.parent === undefined);
  growPool(draft, pool, { ...poolShape, height: poolShape.height + by }, { stretchesLanes: false });
  place(draft, id, { ...shape, height: shape.height + by });
  for (const each of [...below, ...moved]) {
    const at = shapeOf(draft, each.id);
    if (at) place(draft, each.id, { ...at, y: at.y + by });
  }
  settleIn(draft, pool);
  return done();
}
