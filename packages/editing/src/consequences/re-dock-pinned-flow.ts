import type { EdgeLayout, Flow, Point } from '@baton/model';
import { type Draft, shapeOf } from '../draft.ts';
import { centreOf } from '../geometry/box.ts';
import { dock, outlineOf } from '../geometry/outline.ts';

/** Bends placed by hand stay when an end moves; only the last piece follows. `false`: there is no bend to keep. */
export function redockPinned(draft: Draft, flow: Flow, edge: EdgeLayout): boolean {
  if (edge.waypoints.length < 3) return false;
  const waypoints = [...edge.waypoints];
  if (draft.touched.has(flow.from)) followEnd(draft, flow.from, waypoints, { end: 0, bend: 1 });
  if (draft.touched.has(flow.to)) followEnd(draft, flow.to, waypoints, { end: waypoints.length - 1, bend: waypoints.length - 2 });
  draft.layout.set(flow.id, { ...edge, waypoints });
  return true;
}

/** A level piece stays level and an upright one upright, if there is another bend to take up the difference. */
function followEnd(draft: Draft, id: string, waypoints: Point[], { end, bend }: { readonly end: number; readonly bend: number }) {
  const element = draft.elements.get(id);
  const shape = shapeOf(draft, id);
  const [last, next] = [waypoints[end], waypoints[bend]];
  if (!element || !shape || !last || !next) return;
  const centre = centreOf(shape);
  const outline = outlineOf(element.type, shape);
  const isFree = waypoints.length > 3;
  const kept = isFree && last.y === next.y ? { x: next.x, y: centre.y } : isFree && last.x === next.x ? { x: centre.x, y: next.y } : next;
  waypoints[bend] = kept;
  waypoints[end] = dock(outline, kept);
}
