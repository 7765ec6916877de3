import { type Box, ELEMENTS, type Element, type Flow, type Graph, type Point } from '@baton/model';
import { elementBand, flowBand } from './bands.ts';
import { flowText } from './element-words.ts';
import { boxOf, depthOf, elementIndex, isCollapsed, isHidden, waypointsOf } from './placed.ts';
import type { CaptionSide } from './shapes/caption.tsx';

/** An element as it is drawn. Keeps its identity while nothing about it changes, so that it isn't drawn anew. */
export interface DrawnElement {
  readonly element: Element;
  readonly box: Box;
  readonly band: number;
  readonly isCollapsed: boolean;
  readonly caption: CaptionSide;
  readonly next: readonly Element[];
}

export interface DrawnFlow {
  readonly flow: Flow;
  readonly waypoints: readonly Point[];
  readonly band: number;
  readonly text: string;
  /** A condition is expected here but there is none. */
  readonly lacksCondition: boolean;
  /** Conditional and not leaving a gateway: drawn with the small diamond. */
  readonly hasDiamond: boolean;
}

export interface Scene {
  readonly elements: readonly DrawnElement[];
  readonly flows: readonly DrawnFlow[];
}

/** Makes scenes one after another; what did not change between two of them stays the same object. */
export function createSceneMaker(): (graph: Graph) => Scene {
  let elements = new Map<string, DrawnElement>();
  let flows = new Map<string, DrawnFlow>();
  return (graph) => {
    const drawn = drawScene(graph);
    const kept = {
      elements: drawn.elements.map((item) => same(elements.get(item.element.id), item)),
      flows: drawn.flows.map((item) => same(flows.get(item.flow.id), item)),
    };
    elements = new Map(kept.elements.map((item) => [item.element.id, item]));
    flows = new Map(kept.flows.map((item) => [item.flow.id, item]));
    return kept;
  };
}

/** The old object if every property is the same; small lists and boxes are compared by content. */
function same<T extends object>(before: T | undefined, after: T): T {
  if (!before) return after;
  return (Object.keys(after) as (keyof T)[]).every((key) => isAlike(before[key], after[key])) ? before : after;
}

function isAlike(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (Array.isArray(before) && Array.isArray(after)) return before.length === after.length && before.every((item, index) => isAlike(item, after[index]));
  return isPlace(before) && isPlace(after) && before.x === after.x && before.y === after.y && before.width === after.width && before.height === after.height;
}
const isPlace = (value: unknown): value is { x: number; y: number; width?: number; height?: number } =>
  typeof value === 'object' && value !== null && 'x' in value && !('id' in value);

function drawScene(graph: Graph): Scene {
  const index = elementIndex(graph);
  const visible = graph.elements.filter((element) => !isHidden(graph, element, index));
  const shown = new Set(visible.map(({ id }) => id));
  const outgoing = flowsBySource(graph.flows);
  const flows = graph.flows
    .filter((flow) => shown.has(flow.from) && shown.has(flow.to))
    .map((flow) => drawFlow({ graph, flow, source: index.get(flow.from)!, siblings: outgoing.get(flow.from) ?? [], index }));
  const touching = touchesOf(flows);
  const elements = visible.map((element): DrawnElement => {
    const box = boxOf(graph, element);
    return {
      element,
      box,
      band: elementBand(element, depthOf(element, index)),
      isCollapsed: isCollapsed(graph, element.id),
      caption: captionSide(element, box, touching.get(element.id) ?? []),
      next: (outgoing.get(element.id) ?? []).map((flow) => index.get(flow.to)).filter((next) => next !== undefined),
    };
  });
  return { elements, flows };
}

function flowsBySource(flows: readonly Flow[]): Map<string, Flow[]> {
  const bySource = new Map<string, Flow[]>();
  for (const flow of flows) {
    const list = bySource.get(flow.from);
    if (list) list.push(flow);
    else bySource.set(flow.from, [flow]);
  }
  return bySource;
}

interface FlowToDraw {
  readonly graph: Graph;
  readonly flow: Flow;
  readonly source: Element;
  readonly siblings: readonly Flow[];
  readonly index: ReadonlyMap<string, Element>;
}

function drawFlow({ graph, flow, source, siblings, index }: FlowToDraw): DrawnFlow {
  const isDecided = ELEMENTS[source.type].category === 'gateway' && ELEMENTS[source.type].decides === true && siblings.length > 1;
  return {
    flow,
    waypoints: waypointsOf(graph, flow, (id) => index.get(id)),
    band: flowBand(depthOf(source, index)),
    text: flowText(flow),
    lacksCondition: isDecided && !flow.condition?.trim() && !flow.isDefault,
    hasDiamond: Boolean(flow.condition?.trim()) && ELEMENTS[source.type].category !== 'gateway',
  };
}

function touchesOf(flows: readonly DrawnFlow[]): Map<string, Point[]> {
  const touches = new Map<string, Point[]>();
  const add = (id: string, point: Point | undefined) => {
    if (point) touches.set(id, [...(touches.get(id) ?? []), point]);
  };
  for (const { flow, waypoints } of flows) {
    add(flow.from, waypoints[0]);
    add(flow.to, waypoints.at(-1));
  }
  return touches;
}

/** Names stand below; where a flow leaves downwards they move out of its way. */
function captionSide(element: Element, box: Box, touches: readonly Point[]): CaptionSide {
  const isTouched = (y: number) => touches.some((point) => Math.abs(point.y - y) < 2);
  if (!isTouched(box.y + box.height)) return 'below';
  if ('attachedTo' in element) return 'below-left';
  return isTouched(box.y) ? 'above-left' : 'above';
}
