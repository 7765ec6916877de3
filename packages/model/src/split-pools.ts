import type { Element, Graph, MessageFlow, Pool } from './graph.ts';

/**
 * The processes of a drawing: one graph for each executable pool, with only what is drawn in it, under the key of its process.
 * A message flow between two of them gives its message's name to both ends that have none. Without pools: the graph itself.
 */
export function splitPools(graph: Graph): Graph[] {
  const pools = graph.pools ?? [];
  if (pools.length === 0) return [graph];
  const owner = ownerOf(graph);
  const running = pools.filter((pool) => isExecutable(pool, owner));
  const named = nameMessages(graph, running, owner);
  return running.map((pool) => processOf(named, pool, owner));
}

type Owner = (id: string) => string | undefined;

/** A pool without a word about it runs if anything is drawn in it. */
const isExecutable = (pool: Pool, owner: Owner) => pool.isExecutable !== false && owner(pool.id) === pool.id;

/** The pool of the process the graph is named after: of what names no pool. */
const mainPool = ({ key, pools = [] }: Graph) => (pools.find(({ process }) => process === undefined || process === key) ?? pools[0])?.id;

/** Element or artifact -> the pool it is drawn in; a pool in which something is drawn -> itself. */
function ownerOf(graph: Graph): Owner {
  const main = mainPool(graph);
  const elements = new Map(graph.elements.map((element) => [element.id, element]));
  const outermost = (element: Element): Element => {
    const seen = new Set<string>();
    let at = element;
    while (at.parent !== undefined && !seen.has(at.id)) {
      seen.add(at.id);
      at = elements.get(at.parent) ?? { ...at, parent: undefined };
    }
    return at;
  };
  const owners = new Map<string, string>();
  for (const element of graph.elements) {
    const pool = outermost(element).pool ?? element.pool ?? main;
    if (pool !== undefined) owners.set(element.id, pool).set(pool, pool);
  }
  for (const { id, parent, pool } of graph.artifacts ?? []) {
    const own = (parent === undefined ? undefined : owners.get(parent)) ?? pool ?? main;
    if (own !== undefined) owners.set(id, own);
  }
  return (id) => owners.get(id);
}

function processOf(graph: Graph, pool: Pool, owner: Owner): Graph {
  const { pools: _pools, messageFlows: _messageFlows, artifacts = [], lanes = [], elements, flows, layout, ...rest } = graph;
  const isOwn = ({ id }: { readonly id: string }) => owner(id) === pool.id;
  const ownFlows = flows.filter(({ from }) => owner(from) === pool.id);
  const ownLanes = lanes.filter((lane) => (lane.pool ?? mainPool(graph)) === pool.id);
  const drawn = new Set([...elements.filter(isOwn), ...ownFlows, ...ownLanes, pool].map(({ id }) => id));
  const ownArtifacts = artifacts.filter(({ id, from, to }) =>
    from === undefined && to === undefined ? owner(id) === pool.id : touches(drawn, owner, pool.id, from, to),
  );
  for (const { id } of ownArtifacts) drawn.add(id);
  const key = pool.process ?? graph.key;
  return {
    ...rest,
    key,
    name: key === graph.key ? graph.name : pool.name?.trim().slice(0, 255) || key,
    elements: elements.filter(isOwn),
    flows: ownFlows,
    ...(ownArtifacts.length > 0 ? { artifacts: ownArtifacts } : {}),
    pools: [pool],
    ...(ownLanes.length > 0 ? { lanes: ownLanes } : {}),
    layout: Object.fromEntries(Object.entries(layout).filter(([id]) => drawn.has(id))),
  };
}

/** A line belongs where both its ends are. */
const touches = (drawn: ReadonlySet<string>, owner: Owner, pool: string, ...ends: readonly (string | undefined)[]) =>
  ends.every((end) => end === undefined || drawn.has(end) || owner(end) === pool);

function nameMessages(graph: Graph, running: readonly Pool[], owner: Owner): Graph {
  const isRunning = (id: string) => running.some((pool) => pool.id === (owner(id) ?? id));
  const names = new Map<string, string>();
  for (const flow of graph.messageFlows ?? []) {
    if (!isRunning(flow.from) || !isRunning(flow.to)) continue;
    const name = nameOf(flow, graph);
    for (const end of [flow.from, flow.to]) if (!names.has(end)) names.set(end, name);
  }
  return names.size === 0 ? graph : { ...graph, elements: graph.elements.map((element) => withMessage(element, names.get(element.id))) };
}

/** What the flow says, else what one of its ends already says, else its id. */
function nameOf(flow: MessageFlow, { elements }: Graph): string {
  const said = elements.filter(({ id }) => id === flow.from || id === flow.to).map(messageNameOf);
  return flow.message ?? said.find((name) => name !== undefined) ?? (flow.name?.trim() || flow.id);
}

function messageNameOf(element: Element): string | undefined {
  if ('trigger' in element && element.trigger?.type === 'message') return element.trigger.name;
  return 'message' in element ? element.message?.name : undefined;
}

function withMessage(element: Element, name: string | undefined): Element {
  if (name === undefined || messageNameOf(element) !== undefined) return element;
  if (element.type === 'sendTask') return element.job ? element : { ...element, message: { ...element.message, name } };
  if (element.type === 'receiveTask') return { ...element, message: { ...element.message, name } };
  return 'trigger' in element && element.trigger?.type === 'message' ? { ...element, trigger: { ...element.trigger, name } } : element;
}
