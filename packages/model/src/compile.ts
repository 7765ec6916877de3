import { isBoundaryEvent, isCompensationBoundary, isEventSubProcess, isInstantiating, isLinkCatch, isStart, needsNoIncoming } from './elements/roles.ts';
import type { Element, Flow, Graph } from './graph.ts';
import type { Node, Process, RootElement } from './process.ts';

/** Indexes a graph for execution. It must be valid (validate.ts): an id that isn't there is a bug and throws. */
export function compile(graph: Graph): Process {
  const root: RootElement = { id: graph.key, type: 'process', name: graph.name };
  const nodes = new Map<string, Node>([[root.id, root], ...graph.elements.map((element) => [element.id, element] as const)]);
  const scopeOf = (element: Element) => element.parent ?? root.id;
  const outgoing = group(graph.flows, (flow) => flow.from);
  const incoming = group(graph.flows, (flow) => flow.to);
  const children = group(graph.elements, scopeOf);
  const starts = group(
    graph.elements.filter((element) => isPlainStart(element) || (isImplicitStart(element, incoming) && !hasStart(children.get(scopeOf(element)) ?? []))),
    scopeOf,
  );
  const triggeredStarts = group(graph.elements.filter(isTriggeredStart), scopeOf);
  const eventSubProcesses = group(graph.elements.filter(isEventSubProcess), scopeOf);
  const handlers = compensationHandlers(graph, nodes);
  const boundary = group(graph.elements.filter(isBoundaryEvent), (element) => element.attachedTo);

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
    triggeredStartsOf: (id) => triggeredStarts.get(id) ?? [],
    eventSubProcessesOf: (id) => eventSubProcesses.get(id) ?? [],
    linkTarget: (id, name) => (children.get(id) ?? []).find((element) => isLinkCatch(element) && element.trigger.name === name),
    compensationHandlerOf: (id) => handlers.get(id),
    boundaryEventsOf: (id) => boundary.get(id) ?? [],
    childrenOf: (id) => children.get(id) ?? [],
  };
}

const isPlainStart = (element: Element) => element.type === 'startEvent' && element.trigger === undefined;
const isTriggeredStart = (element: Element) => (element.type === 'startEvent' && element.trigger !== undefined) || isInstantiating(element);
const hasStart = (elements: readonly Element[]) => elements.some(isStart);

/** BPMN 2.0.2, 10.4.2: in a scope without a start event, whatever no flow leads to begins with it. */
const isImplicitStart = (element: Element, incoming: ReadonlyMap<string, readonly Flow[]>) => !incoming.has(element.id) && !needsNoIncoming(element);

function compensationHandlers(graph: Graph, nodes: ReadonlyMap<string, Node>): ReadonlyMap<string, Element> {
  const handlers = new Map<string, Element>();
  for (const event of graph.elements) {
    if (!isCompensationBoundary(event)) continue;
    const ends = (graph.artifacts ?? []).flatMap(({ type, from, to }) =>
      type !== 'association' ? [] : from === event.id ? [to] : to === event.id ? [from] : [],
    );
    const handler = ends.flatMap((id) => nodes.get(id ?? '') ?? []).find(isDrawn);
    if (handler) handlers.set(event.attachedTo, handler);
  }
  return handlers;
}

/** Notes may be associated with the event too. */
const isDrawn = (node: Node): node is Element => node.type !== 'process';

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
