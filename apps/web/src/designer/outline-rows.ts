import type { Element, GraphIndex } from '@baton/model';
import { kindWord, shownName } from '../canvas/element-words.ts';
import { FIGURE_WORDS, type Figure, figuresOf, type Line, linesOf, shownFigure } from '../canvas/figures.ts';

export interface OutlineRow {
  readonly id: string;
  readonly name: string;
  /** What it is, where the name doesn't say so. */
  readonly kind?: string | undefined;
  readonly level: number;
  readonly element?: Element;
  /** What comes after it, for the ear. */
  readonly next: readonly string[];
}

/** Everything drawn in the order a reader meets it: pool by pool along the flows, border events behind their step, what is inside below it. */
export function outlineRows(index: GraphIndex): OutlineRow[] {
  const { graph } = index;
  const figures = figuresOf(graph);
  const pools = figures.filter(({ kind }) => kind === 'pool');
  const steps = stepRows(index);
  const rows: OutlineRow[] = pools.flatMap((pool) => [
    figureRow(pool, 1),
    ...figures.filter(({ kind, id }) => kind === 'lane' && poolOfLane(index, id) === pool.id).map((lane) => figureRow(lane, 2)),
    ...steps.filter(({ element }) => poolOf(index, element) === pool.id).map((row) => ({ ...row, level: row.level + 1 })),
  ]);
  const listed = new Set(rows.map(({ id }) => id));
  return [
    ...rows,
    ...[...steps, ...figures.filter(({ kind }) => kind !== 'pool').map((figure) => figureRow(figure, 1))].filter(({ id }) => !listed.has(id)),
    ...linesOf(graph).flatMap((line) => (isOwnLine(index, line) ? [lineRow(index, figures, line)] : [])),
  ];
}

const figureRow = (figure: Figure, level: number): OutlineRow => ({
  id: figure.id,
  name: shownFigure(figure),
  ...(figure.text && { kind: FIGURE_WORDS[figure.kind] }),
  level,
  next: [],
});

/** What a note points at by itself is no line that could be deleted. */
const isOwnLine = ({ graph }: GraphIndex, { id }: Line) => [...(graph.messageFlows ?? []), ...(graph.artifacts ?? [])].some((line) => line.id === id);

function lineRow(index: GraphIndex, figures: readonly Figure[], line: Line): OutlineRow {
  const nameOf = (id: string) => {
    const [element, figure] = [index.element(id), figures.find((each) => each.id === id)];
    return element ? shownName(element) : figure ? shownFigure(figure) : 'a flow';
  };
  const words = `${FIGURE_WORDS[line.kind]} from ${nameOf(line.from)} to ${nameOf(line.to)}`;
  return { id: line.id, name: line.text || words, ...(line.text && { kind: words }), level: 1, next: [] };
}

const ownPool = ({ graph: { key, pools = [] } }: GraphIndex): string | undefined =>
  (pools.find(({ process }) => process === key) ?? pools.find(({ process, isExecutable }) => process === undefined && isExecutable !== false))?.id;

function poolOf(index: GraphIndex, element: Element | undefined): string | undefined {
  if (!element) return undefined;
  return index.element(index.ancestorsOf(element.id).at(-1) ?? element.id)?.pool ?? ownPool(index);
}

const poolOfLane = (index: GraphIndex, lane: string): string | undefined => index.graph.lanes?.find(({ id }) => id === lane)?.pool ?? ownPool(index);

type StepRow = OutlineRow & { readonly element: Element };

function stepRows(index: GraphIndex): StepRow[] {
  const rows: StepRow[] = [];
  const seen = new Set<string>();
  const visit = (element: Element, level: number) => {
    if (seen.has(element.id)) return;
    seen.add(element.id);
    rows.push(stepRow(index, element, level));
    scope(element.id, level + 1);
    for (const event of index.boundaryEventsOf(element.id)) visit(event, level + 1);
    for (const flow of index.outgoing(element.id)) {
      const next = index.element(flow.to);
      if (next && next.parent === element.parent) visit(next, level);
    }
  };
  const scope = (parent: string | undefined, level: number) => {
    const children = index.childrenOf(parent).filter((child) => !('attachedTo' in child));
    const begins = children.filter(({ id }) => index.incoming(id).length === 0);
    for (const child of [...begins, ...children]) visit(child, level);
  };
  scope(undefined, 1);
  return rows;
}

const stepRow = (index: GraphIndex, element: Element, level: number): StepRow => ({
  id: element.id,
  name: shownName(element),
  ...(element.name?.trim() && { kind: kindWord(element) }),
  level,
  element,
  next: index.outgoing(element.id).flatMap(({ to }) => index.element(to)?.name ?? []),
});
