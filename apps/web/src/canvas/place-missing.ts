import { type Box, ELEMENTS, type Element, type Graph, type Layout, type Pool } from '@baton/model';
import { figureBox, figuresOf } from './figures.ts';
import { boundsOf } from './geometry.ts';
import { boxOf } from './placed.ts';

const COLUMN = 160;
const ROW = 140;
const ORIGIN = { x: 100, y: 120 };

/** Gives elements without a place one: in columns along the flows, each scope for itself. What has a place stays. */
export function placeMissing(graph: Graph): Graph {
  const homeless = graph.elements.filter(({ id }) => graph.layout[id] === undefined);
  if (homeless.length === 0) return placeFigures(graph);
  const rows = new Map<string, number>();
  const column = columnsOf(graph);
  const placed: Layout = Object.fromEntries(
    homeless.map((element) => {
      const at = column.get(element.id) ?? 0;
      const slot = `${element.parent ?? ''} ${at}`;
      const row = rows.get(slot) ?? 0;
      rows.set(slot, row + 1);
      const { width, height } = ELEMENTS[element.type].size;
      return [element.id, { x: ORIGIN.x + at * COLUMN - width / 2, y: ORIGIN.y + row * ROW - height / 2, width, height }];
    }),
  );
  return placeFigures({ ...graph, layout: { ...placed, ...graph.layout } });
}

const HEADERS = { pool: 30, lane: 26 } as const;
const AROUND = 40;
const APART = 20;

/** Notes and data without a place stand in a row below everything, pools around what is in them, lanes as even rows. */
function placeFigures(graph: Graph): Graph {
  const homeless = figuresOf(graph).filter(({ id }) => graph.layout[id] === undefined);
  const layout: Layout = { ...graph.layout };
  let x = ORIGIN.x;
  const bottom = bottomOf(layout);
  for (const figure of homeless.filter(({ kind }) => kind !== 'pool' && kind !== 'lane')) {
    const { width, height } = figureBox({ layout: {} }, figure);
    layout[figure.id] = { x, y: bottom + AROUND, width, height };
    x += width + AROUND;
  }
  for (const pool of graph.pools ?? []) layout[pool.id] ??= poolBox({ ...graph, layout }, pool);
  for (const pool of graph.pools ?? []) Object.assign(layout, lanesWithout({ ...graph, layout }, pool));
  return { ...graph, layout };
}

const bottomOf = (layout: Layout) => Math.max(0, ...Object.values(layout).flatMap((place) => ('width' in place ? [place.y + place.height] : [])));
const isOwn = ({ process, isExecutable }: Pool, key: string) => process === key || (process === undefined && isExecutable !== false);

function poolBox(graph: Graph, pool: Pool): Box {
  const inside = graph.elements.filter(
    (element) => element.parent === undefined && (element.pool === pool.id || (element.pool === undefined && isOwn(pool, graph.key))),
  );
  const box = boundsOf(inside.map((element) => boxOf(graph, element)));
  if (!box) return { x: ORIGIN.x, y: bottomOf(graph.layout) + AROUND, width: 600, height: 100 };
  const left = HEADERS.pool + HEADERS.lane + APART;
  return { x: box.x - left, y: box.y - AROUND, width: box.width + left + AROUND, height: box.height + 2 * AROUND };
}

function lanesWithout(graph: Graph, pool: Pool): Layout {
  const rows = (graph.lanes ?? []).filter(
    (lane) => lane.parent === undefined && (lane.pool === pool.id || (lane.pool === undefined && isOwn(pool, graph.key))),
  );
  const place = graph.layout[pool.id];
  if (!place || !('width' in place) || rows.every(({ id }) => graph.layout[id] !== undefined)) return {};
  const height = place.height / rows.length;
  const row = (at: number) => ({ x: place.x + HEADERS.pool, y: place.y + at * height, width: place.width - HEADERS.pool, height });
  return Object.fromEntries(rows.map(({ id }, at) => [id, row(at)]));
}

/** How many flows lead to an element from a beginning; loops count once. */
function columnsOf(graph: Graph): Map<string, number> {
  const columns = new Map<string, number>();
  const hasIncoming = new Set(graph.flows.map(({ to }) => to));
  const queue: Element[] = graph.elements.filter(({ id }) => !hasIncoming.has(id));
  for (const { id } of queue) columns.set(id, 0);
  for (let next = queue.shift(); next; next = queue.shift()) {
    const after = (columns.get(next.id) ?? 0) + 1;
    for (const flow of graph.flows) {
      const target = flow.from === next.id && !columns.has(flow.to) ? graph.elements.find(({ id }) => id === flow.to) : undefined;
      if (!target) continue;
      columns.set(target.id, after);
      queue.push(target);
    }
  }
  return columns;
}
