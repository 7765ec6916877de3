import { type Box, ELEMENTS, type Element, type ElementCategory, type Flow, type Graph, type Point } from '@baton/model';
import { elementBand, flowBand } from './bands.ts';
import { Crowd } from './crowd.ts';
import { flowText } from './element-words.ts';
import { captionPlace, flowNamePlace, shortened } from './name-places.ts';
import { boxOf, depthOf, elementIndex, isCollapsed, isHidden, labelBoxOf, waypointsOf } from './placed.ts';
import { boxOfText, movedText, textInBox, type WrittenText } from './written-text.ts';

/** An element as it is drawn. Keeps its identity while nothing about it changes, so that it isn't drawn anew. */
export interface DrawnElement {
  readonly element: Element;
  readonly box: Box;
  readonly band: number;
  readonly isCollapsed: boolean;
  /** Its name, where that stands outside; relative to the upper left corner. */
  readonly caption: WrittenText | null;
  readonly next: readonly Element[];
}

export interface DrawnFlow {
  readonly flow: Flow;
  readonly waypoints: readonly Point[];
  readonly band: number;
  readonly text: string;
  /** What is written at it: its text, or the question for one. */
  readonly label: WrittenText | null;
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
  return (
    isPlace(before) && isPlace(after) && Object.entries({ ...before, ...after }).every(([key]) => isAlike(Reflect.get(before, key), Reflect.get(after, key)))
  );
}
/** A point, a box or a text somewhere; never an element, which is the same or another. */
const isPlace = (value: unknown): value is { x: number; y: number } => typeof value === 'object' && value !== null && 'x' in value && !('id' in value);

function drawScene(graph: Graph): Scene {
  const index = elementIndex(graph);
  const visible = graph.elements.filter((element) => !isHidden(graph, element, index));
  const shown = new Set(visible.map(({ id }) => id));
  const outgoing = flowsBySource(graph.flows);
  const flows = graph.flows
    .filter((flow) => shown.has(flow.from) && shown.has(flow.to))
    .map((flow) => drawFlow({ graph, flow, source: index.get(flow.from)!, siblings: outgoing.get(flow.from) ?? [], index }));
  const elements = visible.map(
    (element): DrawnElement => ({
      element,
      box: boxOf(graph, element),
      band: elementBand(element, depthOf(element, index)),
      isCollapsed: isCollapsed(graph, element.id),
      caption: null,
      next: (outgoing.get(element.id) ?? []).map((flow) => index.get(flow.to)).filter((next) => next !== undefined),
    }),
  );
  return withNames(graph, { elements, flows });
}

/** Writes the names that stand outside: first where a hand put them, then each where it covers least. */
function withNames(graph: Graph, { elements, flows }: Scene): Scene {
  const crowd = new Crowd();
  const hosts = new Set(elements.flatMap(({ element }) => ('attachedTo' in element ? [element.attachedTo] : [])));
  for (const { element, box, isCollapsed } of elements)
    if (ELEMENTS[element.type].category !== 'container' || isCollapsed || hosts.has(element.id)) crowd.addShape(element.id, box);
  for (const { flow, waypoints } of flows) crowd.addLine(flow.id, waypoints);
  const placed = new Map<string, WrittenText>();
  const write = (id: string, text: string, find: () => WrittenText) => {
    const given = labelBoxOf(graph, id);
    const written = given ? textInBox(text, given) : find();
    crowd.addText(id, boxOfText(written));
    placed.set(id, written);
  };
  const captioned = elements.filter(({ element }) => element.name?.trim() && HAS_CAPTION[ELEMENTS[element.type].category]);
  const named = flows.filter(({ waypoints, text, lacksCondition }) => waypoints.length > 1 && (text || lacksCondition));
  for (const { element, box } of givenFirst(graph, captioned, ({ element }) => element.id))
    write(element.id, element.name ?? '', () => captionPlace(element, box, crowd));
  for (const { flow, text, lacksCondition, waypoints } of givenFirst(graph, named, ({ flow }) => flow.id)) {
    const words = [...(text ? [text] : []), ...(lacksCondition ? ['?'] : [])].join(' ');
    write(flow.id, words, () => flowNamePlace(flow.id, shortened(words), waypoints, crowd));
  }
  return {
    elements: elements.map((drawn) => {
      const caption = placed.get(drawn.element.id);
      return caption ? { ...drawn, caption: movedText(caption, -drawn.box.x, -drawn.box.y) } : drawn;
    }),
    flows: flows.map((drawn) => ({ ...drawn, label: placed.get(drawn.flow.id) ?? null })),
  };
}

const HAS_CAPTION: { readonly [C in ElementCategory]: boolean } = { event: true, gateway: true, task: false, container: false };

const givenFirst = <T>(graph: Graph, list: readonly T[], idOf: (item: T) => string): readonly T[] =>
  list.toSorted((a, b) => Number(labelBoxOf(graph, idOf(b)) !== undefined) - Number(labelBoxOf(graph, idOf(a)) !== undefined));

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
    label: null,
    lacksCondition: isDecided && !flow.condition?.trim() && !flow.isDefault,
    hasDiamond: Boolean(flow.condition?.trim()) && ELEMENTS[source.type].category !== 'gateway',
  };
}
