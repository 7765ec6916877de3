import { ELEMENTS, type Element, type Graph, type Layout } from '@baton/model';

const COLUMN = 160;
const ROW = 140;
const ORIGIN = { x: 100, y: 120 };

/** Gives elements without a place one: in columns along the flows, each scope for itself. What has a place stays. */
export function placeMissing(graph: Graph): Graph {
  const homeless = graph.elements.filter(({ id }) => graph.layout[id] === undefined);
  if (homeless.length === 0) return graph;
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
  return { ...graph, layout: { ...placed, ...graph.layout } };
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
