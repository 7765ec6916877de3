import type { Point } from '@baton/model';
import type { EditCommandOf } from '../command.ts';
import { type Draft, edgeOf, shapeOf } from '../draft.ts';
import { dock, outlineOf } from '../geometry/outline.ts';
import { simplify } from '../geometry/port.ts';
import { linesOf } from '../lines.ts';
import { done, type Outcome, refusal, unknownFlow } from '../outcome.ts';

const MAX_WAYPOINTS = 500;

export function setWaypoints(draft: Draft, { flow: id, waypoints }: EditCommandOf<'setWaypoints'>): Outcome {
  const flow = draft.flows.get(id) ?? linesOf(draft).find((line) => line.id === id);
  if (!flow) return unknownFlow(id);
  const bends = simplify(waypoints);
  if (bends.length < 2 || bends.length > MAX_WAYPOINTS || bends.some((point) => !Number.isFinite(point.x) || !Number.isFinite(point.y))) {
    return refusal('property-invalid', `Expected 2 to ${MAX_WAYPOINTS} points, but found ${bends.length}.`);
  }
  const edge = edgeOf(draft, id);
  const docked = [endOn(draft, flow.from, bends[1]) ?? bends[0], ...bends.slice(1, -1), endOn(draft, flow.to, bends.at(-2)) ?? bends.at(-1)];
  draft.layout.set(id, { ...edge, waypoints: docked.filter((point) => point !== undefined), isPinned: true });
  return done();
}

function endOn(draft: Draft, id: string, toward: Point | undefined): Point | undefined {
  const element = draft.elements.get(id);
  const shape = shapeOf(draft, id);
  return element && shape && toward && dock(outlineOf(element.type, shape), toward);
}
