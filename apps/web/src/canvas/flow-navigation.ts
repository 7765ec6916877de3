import { ELEMENTS, type Graph, type Point } from '@baton/model';
import { type FigureKind, figureBox, figuresOf } from './figures.ts';
import { centreOf } from './geometry.ts';
import { boxOf } from './placed.ts';

export type Direction = 'right' | 'left' | 'up' | 'down';

export const ARROW_DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowRight: 'right', ArrowLeft: 'left', ArrowUp: 'up', ArrowDown: 'down' };

/** Where the reader begins: the first start event, else the element furthest left. */
export function firstElement(graph: Graph): string | undefined {
  const roots = graph.elements.filter((element) => element.parent === undefined);
  const start = roots.find((element) => ELEMENTS[element.type].incoming.max === 0 && !('attachedTo' in element));
  return start?.id ?? leftmost(graph, roots.length ? roots : graph.elements);
}

const leftmost = (graph: Graph, elements: Graph['elements']) => elements.toSorted((a, b) => boxOf(graph, a).x - boxOf(graph, b).x)[0]?.id;

/** Elements that follow, in drawn order; several mean a branch and the reader chooses. */
export const following = (graph: Graph, id: string): string[] => graph.flows.filter((flow) => flow.from === id).map((flow) => flow.to);
const preceding = (graph: Graph, id: string): string[] => graph.flows.filter((flow) => flow.to === id).map((flow) => flow.from);

/**
 * The element an arrow key leads to: right and left follow the flows (a border event comes from the step it sits on),
 * up and down go to what is drawn nearest there; without a flow, so do right and left.
 */
export function neighbour(graph: Graph, id: string, direction: Direction): string | undefined {
  if (direction === 'right') return following(graph, id)[0] ?? nearest(graph, id, direction);
  if (direction === 'left') return preceding(graph, id)[0] ?? hostOf(graph, id) ?? nearest(graph, id, direction);
  return nearest(graph, id, direction);
}

function hostOf(graph: Graph, id: string): string | undefined {
  const element = graph.elements.find((candidate) => candidate.id === id);
  return element && 'attachedTo' in element ? element.attachedTo : undefined;
}

const UNIT: { readonly [D in Direction]: Point } = { right: { x: 1, y: 0 }, left: { x: -1, y: 0 }, up: { x: 0, y: -1 }, down: { x: 0, y: 1 } };

/** Pools, lanes and groups lie under everything: arrows lead out of them, the outline leads to them. */
const FRAMES: readonly FigureKind[] = ['pool', 'lane', 'group'];

const placesOf = (graph: Graph) => [
  ...graph.elements.map((element) => ({ id: element.id, box: boxOf(graph, element), isFrame: false })),
  ...figuresOf(graph).map((figure) => ({ id: figure.id, box: figureBox(graph, figure), isFrame: FRAMES.includes(figure.kind) })),
];

function nearest(graph: Graph, id: string, direction: Direction): string | undefined {
  const places = placesOf(graph);
  const here = places.find((place) => place.id === id);
  if (!here) return undefined;
  const from = centreOf(here.box);
  const unit = UNIT[direction];
  const candidates = places.flatMap((place) => {
    const to = centreOf(place.box);
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const ahead = dx * unit.x + dy * unit.y;
    const aside = Math.abs(dx * unit.y) + Math.abs(dy * unit.x);
    return place.id !== id && !place.isFrame && ahead > 4 ? [{ id: place.id, cost: ahead + 2 * aside }] : [];
  });
  return candidates.toSorted((a, b) => a.cost - b.cost)[0]?.id;
}
