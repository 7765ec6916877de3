import { type Box, type EdgeLayout, type Flow, isBoundaryEvent, type Point } from '@baton/model';
import { type Draft, edgeOf, flowsAt, shapeOf } from '../draft.ts';
import { nearestPlace, placeOf } from '../geometry/border-place.ts';
import { centreOf, movedBox, overlaps, pointsBox } from '../geometry/box.ts';
import { outlineOf } from '../geometry/outline.ts';
import { ALL_FREE, type BusySides, crosses } from '../geometry/port.ts';
import { routeFlow } from '../geometry/route-flow.ts';
import type { Side } from '../geometry/side.ts';
import { redockPinned } from './re-dock-pinned-flow.ts';

/** Flows that have no way yet, begin or end at something that moved, or run under it, find a new one. Bends placed by hand stay. */
export function rerouteAutoFlows(draft: Draft) {
  const visible = visibleShapes(draft);
  const touched = [...draft.touched].flatMap((id) => visible.get(id) ?? []);
  const lost = [...draft.flows.values()].filter((flow) => {
    const edge = edgeOf(draft, flow.id);
    const isAtTouched = draft.touched.has(flow.from) || draft.touched.has(flow.to);
    if (edge?.isPinned && isAtTouched && redockPinned(draft, flow, edge)) return false;
    return !edge || isAtTouched || (!edge.isPinned && touched.some((box) => runsUnder(edge, box)));
  });
  const waiting = new Set(lost.map((flow) => flow.id));
  for (const flow of lost) {
    reroute(draft, flow, { visible, waiting });
    waiting.delete(flow.id);
  }
}

function runsUnder({ waypoints }: EdgeLayout, box: Box): boolean {
  const around = pointsBox(waypoints);
  if (!around || !overlaps({ ...around, width: around.width + 1, height: around.height + 1 }, box)) return false;
  return waypoints.some((point, i) => i > 0 && crosses(waypoints[i - 1] ?? point, point, box));
}

interface Surroundings {
  readonly visible: ReadonlyMap<string, Box>;
  /** Flows whose way is out of date: they take up no side. */
  readonly waiting: ReadonlySet<string>;
}

function reroute(draft: Draft, flow: Flow, surroundings: Surroundings) {
  const waypoints = wayOf(draft, flow, surroundings);
  if (!waypoints) return;
  const before = edgeOf(draft, flow.id);
  draft.layout.set(flow.id, { waypoints, ...(before?.label && { label: labelBeside(waypoints, before.waypoints, before.label) }) });
}

/** A name placed by hand keeps its distance to the middle of its flow. */
function labelBeside(now: readonly Point[], before: readonly Point[], label: Box): Box {
  const [from, to] = [middleOf(before), middleOf(now)];
  return movedBox(label, { x: to.x - from.x, y: to.y - from.y });
}

const middleOf = (points: readonly Point[]) => centreOf(pointsBox(points) ?? { x: 0, y: 0, width: 0, height: 0 });

function wayOf(draft: Draft, flow: Flow, { visible, waiting }: Surroundings): Point[] | undefined {
  const from = draft.elements.get(flow.from);
  const to = draft.elements.get(flow.to);
  const fromBox = shapeOf(draft, flow.from);
  const toBox = shapeOf(draft, flow.to);
  if (!from || !to || !fromBox || !toBox) return undefined;
  const aside = new Set([flow.from, flow.to, ...ancestorsOf(draft, flow.from), ...ancestorsOf(draft, flow.to)]);
  const obstacles = [...visible].flatMap(([id, box]) => (aside.has(id) || isInsideOneOf(draft, id, flow) ? [] : box));
  const fromSide = sideOf(draft, flow.from);
  const target = flow.from === flow.to ? fromBox : toBox;
  return routeFlow({
    from: outlineOf(from.type, fromBox),
    to: outlineOf(to.type, target),
    obstacles,
    fromBusy: busySides(draft, flow.from, waiting),
    toBusy: busySides(draft, flow.to, waiting),
    ...(fromSide && { fromSide }),
  });
}

/** Sides of an element where flows that have their way leave and come in. */
function busySides(draft: Draft, id: string, waiting: ReadonlySet<string>): BusySides {
  const box = shapeOf(draft, id);
  if (!box) return ALL_FREE;
  const sidesOf = (flows: readonly Flow[], end: 0 | -1) =>
    flows.flatMap((flow) => {
      const point = waiting.has(flow.id) ? undefined : edgeOf(draft, flow.id)?.waypoints.at(end);
      return point ? [nearestPlace(box, point).side] : [];
    });
  const flows = flowsAt(draft, id);
  return {
    out: sidesOf(
      flows.filter(({ from }) => from === id),
      0,
    ),
    in: sidesOf(
      flows.filter(({ to }) => to === id),
      -1,
    ),
  };
}

/** What lies in one of its two ends is no obstacle: the flow stops at the border. */
const isInsideOneOf = (draft: Draft, id: string, flow: Flow) => ancestorsOf(draft, id).some((ancestor) => ancestor === flow.from || ancestor === flow.to);

function ancestorsOf(draft: Draft, id: string): string[] {
  const ancestors: string[] = [];
  for (let parent = draft.elements.get(id)?.parent; parent !== undefined && !ancestors.includes(parent); parent = draft.elements.get(parent)?.parent)
    ancestors.push(parent);
  return ancestors;
}

/** A border event is left away from its host. */
function sideOf(draft: Draft, id: string): Side | undefined {
  const event = draft.elements.get(id);
  const shape = shapeOf(draft, id);
  if (!event || !shape || !isBoundaryEvent(event)) return undefined;
  const host = shapeOf(draft, event.attachedTo);
  return host && placeOf(host, shape).side;
}

/** Everything drawn that is not hidden in a closed sub-process. */
function visibleShapes(draft: Draft): ReadonlyMap<string, Box> {
  const isHidden = (id: string) => ancestorsOf(draft, id).some((ancestor) => shapeOf(draft, ancestor)?.isCollapsed);
  return new Map(
    [...draft.elements.keys()].flatMap((id) => {
      const shape = shapeOf(draft, id);
      return shape && !isHidden(id) ? [[id, shape] as const] : [];
    }),
  );
}
