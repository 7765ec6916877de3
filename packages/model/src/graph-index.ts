import type { Element, ElementOf, Flow, Graph } from './graph.ts';

/** A graph with its questions answered by map: built once, asked often. Of duplicate ids the first one counts. */
export interface GraphIndex {
  readonly graph: Graph;
  element(id: string): Element | undefined;
  flow(id: string): Flow | undefined;
  /** In drawn order. */
  outgoing(id: string): readonly Flow[];
  incoming(id: string): readonly Flow[];
  /** Elements drawn directly in a sub-process; `undefined`: in the process itself. */
  childrenOf(parent: string | undefined): readonly Element[];
  boundaryEventsOf(hostId: string): readonly ElementOf<'boundaryEvent'>[];
  /** Its sub-processes from the inside out. Stops where a chain of parents bites its tail. */
  ancestorsOf(id: string): readonly string[];
  isInside(id: string, containerId: string): boolean;
}

export const isBoundaryEvent = (element: Element): element is ElementOf<'boundaryEvent'> => element.type === 'boundaryEvent';

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function firstById<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  const byId = new Map<string, T>();
  for (const item of items) if (!byId.has(item.id)) byId.set(item.id, item);
  return byId;
}

export function indexGraph(graph: Graph): GraphIndex {
  const elements = firstById(graph.elements);
  const flows = firstById(graph.flows);
  const outgoing = groupBy(graph.flows, (flow) => flow.from);
  const incoming = groupBy(graph.flows, (flow) => flow.to);
  const children = groupBy(graph.elements, (element) => element.parent);
  const boundaryEvents = groupBy(graph.elements.filter(isBoundaryEvent), (event) => event.attachedTo);

  const ancestorsOf = (id: string) => {
    const ancestors: string[] = [];
    let parent = elements.get(id)?.parent;
    while (parent !== undefined && !ancestors.includes(parent)) {
      ancestors.push(parent);
      parent = elements.get(parent)?.parent;
    }
    return ancestors;
  };
  return {
    graph,
    element: (id) => elements.get(id),
    flow: (id) => flows.get(id),
    outgoing: (id) => outgoing.get(id) ?? [],
    incoming: (id) => incoming.get(id) ?? [],
    childrenOf: (parent) => children.get(parent) ?? [],
    boundaryEventsOf: (hostId) => boundaryEvents.get(hostId) ?? [],
    ancestorsOf,
    isInside: (id, containerId) => ancestorsOf(id).includes(containerId),
  };
}
