import { type Box, ELEMENTS, type Element, type ElementCategory, type Flow, type Graph, isEdgeLayout, type Point, type Trigger } from '@baton/model';
import { elementBand, figureBand, flowBand } from './bands.ts';
import { Crowd } from './crowd.ts';
import { flowText } from './element-words.ts';
import { type Figure, figureBox, figuresOf, type Line, linesOf } from './figures.ts';
import { pointAlong } from './flow-path.ts';
import { type OutlineKind, outlineKindOf } from './geometry.ts';
import { type LineEnd, lineWay } from './line-way.ts';
import { captionPlace, flowNamePlace, shortened } from './name-places.ts';
import { boxOf, depthOf, elementIndex, isCollapsed, isHidden, labelBoxOf, waypointsOf } from './placed.ts';
import { boxOfText, movedText, textInBox, type WrittenText } from './written-text.ts';

/** An element as it is drawn. Keeps its identity while nothing about it changes, so that it isn't drawn anew. */
export interface DrawnElement {
  readonly id: string;
  readonly outline: OutlineKind;
  readonly element: Element;
  readonly box: Box;
  readonly band: number;
  readonly isCollapsed: boolean;
  /** Its name, where that stands outside; relative to the upper left corner. */
  readonly caption: WrittenText | null;
  readonly next: readonly Element[];
  /** What begins it, if it is an event sub-process. */
  readonly begins: Pick<Trigger, 'type'> | undefined;
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

/** A pool, a lane, a note, a group or data. */
export interface DrawnFigure {
  readonly id: string;
  readonly outline: OutlineKind;
  readonly figure: Figure;
  readonly box: Box;
  readonly band: number;
  /** Its name, where that stands outside; relative to the upper left corner. */
  readonly caption: WrittenText | null;
}

/** Anything with a place of its own. */
export type DrawnShape = DrawnElement | DrawnFigure;

/** A message flow or an association. */
export interface DrawnLine {
  readonly line: Line;
  readonly waypoints: readonly Point[];
  readonly band: number;
  readonly label: WrittenText | null;
}

export interface Scene {
  readonly elements: readonly DrawnElement[];
  readonly flows: readonly DrawnFlow[];
  readonly figures: readonly DrawnFigure[];
  readonly lines: readonly DrawnLine[];
}

export const shapesOf = ({ elements, figures }: Scene): readonly DrawnShape[] => [...elements, ...figures];
export const shapeOf = (scene: Scene, id: string | undefined): DrawnShape | undefined =>
  scene.elements.find((drawn) => drawn.id === id) ?? scene.figures.find((drawn) => drawn.id === id);

/** A flow or another line, as far as the hand is concerned. */
export interface Way {
  readonly id: string;
  readonly waypoints: readonly Point[];
  readonly band: number;
  readonly label: WrittenText | null;
}
export const waysOf = ({ flows, lines }: Scene): readonly Way[] => [
  ...flows.map(({ flow, waypoints, band, label }) => ({ id: flow.id, waypoints, band, label })),
  ...lines.map(({ line, waypoints, band, label }) => ({ id: line.id, waypoints, band, label })),
];
export const wayOf = (scene: Scene, id: string | undefined): Way | undefined => waysOf(scene).find((way) => way.id === id);

/** Makes scenes one after another; what did not change between two of them stays the same object. */
export function createSceneMaker(): (graph: Graph) => Scene {
  let elements = new Map<string, DrawnElement>();
  let flows = new Map<string, DrawnFlow>();
  let figures = new Map<string, DrawnFigure>();
  let lines = new Map<string, DrawnLine>();
  return (graph) => {
    const drawn = drawScene(graph);
    const kept = {
      elements: drawn.elements.map((item) => same(elements.get(item.id), item)),
      flows: drawn.flows.map((item) => same(flows.get(item.flow.id), item)),
      figures: drawn.figures.map((item) => sameFigure(figures.get(item.id), item)),
      lines: drawn.lines.map((item) => sameLine(lines.get(item.line.id), item)),
    };
    elements = new Map(kept.elements.map((item) => [item.id, item]));
    figures = new Map(kept.figures.map((item) => [item.id, item]));
    lines = new Map(kept.lines.map((item) => [item.line.id, item]));
    flows = new Map(kept.flows.map((item) => [item.flow.id, item]));
    return kept;
  };
}

/** The old object if every property is the same; small lists and boxes are compared by content. */
function same<T extends object>(before: T | undefined, after: T): T {
  if (!before) return after;
  return (Object.keys(after) as (keyof T)[]).every((key) => isAlike(before[key], after[key])) ? before : after;
}

/** Figures and lines are made anew from the graph each time: what they say is compared. */
const sameFigure = (before: DrawnFigure | undefined, after: DrawnFigure): DrawnFigure =>
  same(before, before && isSameRecord(before.figure, after.figure) ? { ...after, figure: before.figure } : after);
const sameLine = (before: DrawnLine | undefined, after: DrawnLine): DrawnLine =>
  same(before, before && isSameRecord(before.line, after.line) ? { ...after, line: before.line } : after);
const isSameRecord = (a: object, b: object): boolean => Object.entries({ ...a, ...b }).every(([key]) => Reflect.get(a, key) === Reflect.get(b, key));

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
      id: element.id,
      outline: outlineKindOf(element),
      element,
      box: boxOf(graph, element),
      band: elementBand(element, depthOf(element, index)),
      isCollapsed: isCollapsed(graph, element.id),
      caption: null,
      begins: beginsWith(graph, element),
      next: (outgoing.get(element.id) ?? []).map((flow) => index.get(flow.to)).filter((next) => next !== undefined),
    }),
  );
  const figures = drawFigures(graph, index);
  const lines = drawLines(graph, { elements, figures, flows });
  return withNames(graph, { elements, flows, figures, lines });
}

/** Writes the names that stand outside: first where a hand put them, then each where it covers least. */
function beginsWith({ elements }: Graph, container: Element): Pick<Trigger, 'type'> | undefined {
  if (container.type !== 'subProcess' || !container.triggeredByEvent) return undefined;
  const start = elements.find(({ type, parent }) => type === 'startEvent' && parent === container.id);
  return start && 'trigger' in start ? start.trigger : undefined;
}

function drawFigures(graph: Graph, index: ReadonlyMap<string, Element>): DrawnFigure[] {
  return figuresOf(graph).flatMap((figure): DrawnFigure[] => {
    const parent = figure.parent === undefined ? undefined : index.get(figure.parent);
    if (parent && (isCollapsed(graph, parent.id) || isHidden(graph, parent, index))) return [];
    const depth = parent ? depthOf(parent, index) + 1 : 0;
    return [{ id: figure.id, outline: 'box', figure, box: figureBox(graph, figure), band: figureBand(figure.kind, depth), caption: null }];
  });
}

/** Lines whose ends are both to be seen; one may end on a flow. */
function drawLines(graph: Graph, { elements, figures, flows }: Omit<Scene, 'lines'>): DrawnLine[] {
  const ends = new Map<string, LineEnd & { readonly band: number }>();
  for (const { id, box, outline, band, element } of elements) ends.set(id, { box, outline, band, isPool: false, isBorderEvent: 'attachedTo' in element });
  for (const { id, box, outline, band, figure } of figures) ends.set(id, { box, outline, band, isPool: figure.kind === 'pool', isBorderEvent: false });
  for (const { flow, waypoints, band } of flows) {
    const at = pointAlong(waypoints, 0.5);
    ends.set(flow.id, { box: { ...at, width: 0, height: 0 }, outline: 'box', band, isPool: false, isBorderEvent: false });
  }
  return linesOf(graph).flatMap((line): DrawnLine[] => {
    const [from, to] = [ends.get(line.from), ends.get(line.to)];
    if (!from || !to) return [];
    const layout = graph.layout[line.id];
    const waypoints = layout && isEdgeLayout(layout) ? layout.waypoints : lineWay(line.kind, from, to);
    return [{ line, waypoints, band: flowBand(Math.max(0, Math.floor(Math.max(from.band, to.band) / 10))), label: null }];
  });
}

function withNames(graph: Graph, { elements, flows, figures, lines }: Scene): Scene {
  const crowd = new Crowd();
  const hosts = new Set(elements.flatMap(({ element }) => ('attachedTo' in element ? [element.attachedTo] : [])));
  for (const { element, box, isCollapsed } of elements)
    if (ELEMENTS[element.type].category !== 'container' || isCollapsed || hosts.has(element.id)) crowd.addShape(element.id, box);
  for (const { flow, waypoints } of flows) crowd.addLine(flow.id, waypoints);
  for (const { line, waypoints } of lines) crowd.addLine(line.id, waypoints);
  for (const { id, figure, box } of figures) if (IS_SOLID[figure.kind]) crowd.addShape(id, box);
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
    write(element.id, element.name ?? '', () => captionPlace(element.id, element.name ?? '', box, crowd));
  for (const { id, figure, box } of figures.filter(({ figure }) => HAS_NAME_BELOW[figure.kind] && figure.text))
    write(id, figure.text, () => captionPlace(id, figure.text, box, crowd));
  for (const { flow, text, lacksCondition, waypoints } of givenFirst(graph, named, ({ flow }) => flow.id)) {
    const words = [...(text ? [text] : []), ...(lacksCondition ? ['?'] : [])].join(' ');
    write(flow.id, words, () => flowNamePlace(flow.id, shortened(words), waypoints, crowd));
  }
  for (const { line, waypoints } of lines.filter(({ line, waypoints }) => line.text && waypoints.length > 1))
    write(line.id, line.text, () => flowNamePlace(line.id, shortened(line.text), waypoints, crowd));
  return {
    elements: elements.map((drawn) => {
      const caption = placed.get(drawn.element.id);
      return caption ? { ...drawn, caption: movedText(caption, -drawn.box.x, -drawn.box.y) } : drawn;
    }),
    figures: figures.map((drawn) => {
      const caption = placed.get(drawn.id);
      return caption ? { ...drawn, caption: movedText(caption, -drawn.box.x, -drawn.box.y) } : drawn;
    }),
    lines: lines.map((drawn) => ({ ...drawn, label: placed.get(drawn.line.id) ?? null })),
    flows: flows.map((drawn) => ({ ...drawn, label: placed.get(drawn.flow.id) ?? null })),
  };
}

const HAS_NAME_BELOW: { readonly [K in Figure['kind']]: boolean } = {
  pool: false,
  lane: false,
  textAnnotation: false,
  group: false,
  dataObject: true,
  dataStore: true,
};
/** Names keep off it. */
const IS_SOLID: { readonly [K in Figure['kind']]: boolean } = { ...HAS_NAME_BELOW, textAnnotation: true };
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
