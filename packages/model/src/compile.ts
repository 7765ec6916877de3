import type { Element, ElementOf, Graph } from './graph.ts';
import type { Node, Process, RootElement } from './process.ts';

/** Indexes a graph for execution. It must be valid (validate.ts): an id that isn't there is a bug and throws. */
export function compile(graph: Graph): Process {
  const root: RootElement = { id: graph.key, type: 'process', name: graph.name };
  const nodes = new Map<string, Node>([[root.id, root], ...graph.elements.map((element) => [element.id, element] as const)]);
  const scopeOf = (element: Element) => element.parent ?? root.id;
  const outgoing = group(graph.flows, (flow) => flow.from);
  const incoming = group(graph.flows, (flow) => flow.to);
  const children = group(graph.elements, scopeOf);
  const starts = group(graph.elements.filter(isNoneStart), scopeOf);
  const boundary = group(graph.elements.filter(isBoundary), (element) => element.attachedTo);

  return {
    key: graph.key,
    name: graph.name,
    graph,
    root,
    variables: graph.variables ?? [],
    has: (id) => nodes.has(id),
    node: (id) => nodes.get(id) ?? missing(graph, id),
    incoming: (id) => incoming.get(id) ?? [],
    outgoing: (id) => outgoing.get(id) ?? [],
    startsOf: (id) => starts.get(id) ?? [],
    boundaryEventsOf: (id) => boundary.get(id) ?? [],
    childrenOf: (id) => children.get(id) ?? [],
  };
}

const isNoneStart = (element: Element) => element.type === 'startEvent' && element.trigger === undefined;
const isBoundary = (element: Element): element is ElementOf<'boundaryEvent'> => element.type === 'boundaryEvent';

function missing(graph: Graph, id: string): never {
  throw new Error(`Expected an element ${id} in process ${graph.key}, but there is none.`);
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const existing = groups.get(key);
    if (existing) existing.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
