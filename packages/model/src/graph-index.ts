import { isBoundaryEvent } from './elements/roles.ts';
import type { Artifact, Element, ElementOf, Flow, Graph, Lane, MessageFlow, Pool } from './graph.ts';

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
  artifact(id: string): Artifact | undefined;
  /** Associations and data associations that end at an element or artifact. */
  associationsAt(id: string): readonly Artifact[];
  pool(id: string): Pool | undefined;
  lane(id: string): Lane | undefined;
  messageFlow(id: string): MessageFlow | undefined;
  /** Message flows that end at an element or pool. */
  messageFlowsAt(id: string): readonly MessageFlow[];
  /** The pool of the process that the graph is named after, if it has one. */
  readonly ownPool: string | undefined;
  /** The pool something lies in; `undefined`: there are no pools, or none for the process the graph is named after. */
  poolOf(part: Element | Artifact): string | undefined;
  /** Elements of the same sub-process, or of the same pool outside of any, itself included. */
  scopeOf(element: Element): readonly Element[];
}

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

const byBothEnds = <T extends { from?: string | undefined; to?: string | undefined }>(items: readonly T[]): Map<string, T[]> => {
  const ends = items.flatMap((item) => [...new Set([item.from, item.to])].flatMap((end) => (end === undefined ? [] : [{ end, item }])));
  return new Map([...groupBy(ends, ({ end }) => end)].map(([end, found]) => [end, found.map(({ item }) => item)]));
};

/** What only some questions need is prepared when the first of them comes. */
function once<T>(prepare: () => T): () => T {
  let prepared: { readonly value: T } | undefined;
  return () => {
    prepared ??= { value: prepare() };
    return prepared.value;
  };
}

/** The pool of the process that the graph is named after. */
const ownPool = ({ key, pools = [] }: Graph): string | undefined =>
  (pools.find((pool) => pool.process === key) ?? pools.find((pool) => pool.process === undefined && pool.isExecutable !== false))?.id;

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
  const artifacts = once(() => firstById(graph.artifacts ?? []));
  const associations = once(() => byBothEnds((graph.artifacts ?? []).filter(({ type }) => type === 'association' || type === 'dataAssociation')));
  const pools = once(() => firstById(graph.pools ?? []));
  const lanes = once(() => firstById(graph.lanes ?? []));
  const messageFlows = once(() => firstById(graph.messageFlows ?? []));
  const messageFlowEnds = once(() => byBothEnds(graph.messageFlows ?? []));
  const own = ownPool(graph);
  const poolOf = (part: Element | Artifact) => {
    const outermost = part.parent === undefined ? part : (elements.get(ancestorsOf(part.parent).at(-1) ?? part.parent) ?? part);
    return outermost.pool ?? own;
  };
  const scopes = once(() => groupBy(graph.elements, (element) => element.parent ?? `in pool ${poolOf(element) ?? ''}`));
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
    artifact: (id) => artifacts().get(id),
    associationsAt: (id) => associations().get(id) ?? [],
    pool: (id) => pools().get(id),
    lane: (id) => lanes().get(id),
    messageFlow: (id) => messageFlows().get(id),
    messageFlowsAt: (id) => messageFlowEnds().get(id) ?? [],
    ownPool: own,
    poolOf,
    scopeOf: (element) => scopes().get(element.parent ?? `in pool ${poolOf(element) ?? ''}`) ?? [],
  };
}
