import {
  type Artifact,
  type EdgeLayout,
  type Element,
  type Flow,
  type Graph,
  type GraphIndex,
  indexGraph,
  isEdgeLayout,
  type Lane,
  type MessageFlow,
  type Pool,
  type ShapeLayout,
  type VariableDeclaration,
} from '@baton/model';

export type NewId = (prefix: string, isTaken: (id: string) => boolean) => string;

/** The copy of a graph that one command works on. Its entries are replaced, never changed in place. */
export interface Draft {
  readonly before: Graph;
  readonly elements: Map<string, Element>;
  readonly flows: Map<string, Flow>;
  readonly artifacts: Map<string, Artifact>;
  readonly pools: Map<string, Pool>;
  readonly lanes: Map<string, Lane>;
  readonly messageFlows: Map<string, MessageFlow>;
  readonly layout: Map<string, ShapeLayout | EdgeLayout>;
  readonly properties: {
    name: string;
    description: string | undefined;
    variables: readonly VariableDeclaration[] | undefined;
    versionTag: string | undefined;
  };
  /** Elements that came or changed place or outline: flows at them, or under them, need a new way. */
  readonly touched: Set<string>;
  newId(prefix: string, wanted?: string): string;
}

export function draftOf(graph: Graph, newId: NewId = nextFreeNumber): Draft {
  const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((entry) => [entry.id, entry]));
  const draft: Draft = {
    before: graph,
    elements: byId(graph.elements),
    flows: byId(graph.flows),
    artifacts: byId(graph.artifacts ?? []),
    pools: byId(graph.pools ?? []),
    lanes: byId(graph.lanes ?? []),
    messageFlows: byId(graph.messageFlows ?? []),
    layout: new Map(Object.entries(graph.layout)),
    properties: { name: graph.name, description: graph.description, variables: graph.variables, versionTag: graph.versionTag },
    touched: new Set(),
    newId: (prefix, wanted) => wanted ?? newId(prefix, (id) => isTaken(draft, id)),
  };
  return draft;
}

/** Whether something is drawn under that id. */
export const isDrawn = (draft: Draft, id: string) =>
  [draft.elements, draft.flows, draft.artifacts, draft.pools, draft.lanes, draft.messageFlows].some((list) => list.has(id));

export const isTaken = (draft: Draft, id: string) => id === draft.before.key || isDrawn(draft, id);

/** Made from what exists, never from chance or time: `userTask_1`, `userTask_2`. */
export const nextFreeNumber: NewId = (prefix, taken) => {
  let n = 1;
  while (taken(`${prefix}_${n}`)) n += 1;
  return `${prefix}_${n}`;
};

export function graphOf(draft: Draft): Graph {
  const { before, properties } = draft;
  return {
    format: before.format,
    formatVersion: before.formatVersion,
    key: before.key,
    name: properties.name,
    ...(properties.description !== undefined && { description: properties.description }),
    elements: [...draft.elements.values()],
    flows: [...draft.flows.values()],
    ...(draft.artifacts.size > 0 && { artifacts: [...draft.artifacts.values()] }),
    ...(draft.pools.size > 0 && { pools: [...draft.pools.values()] }),
    ...(draft.lanes.size > 0 && { lanes: [...draft.lanes.values()] }),
    ...(draft.messageFlows.size > 0 && { messageFlows: [...draft.messageFlows.values()] }),
    ...(properties.versionTag !== undefined && { versionTag: properties.versionTag }),
    ...(before.extensions && { extensions: before.extensions }),
    ...(properties.variables !== undefined && { variables: [...properties.variables] }),
    layout: Object.fromEntries(draft.layout),
  };
}

/** The draft as the rules see it now. */
export const indexOf = (draft: Draft): GraphIndex => indexGraph(graphOf(draft));

export function shapeOf(draft: Draft, id: string): ShapeLayout | undefined {
  const layout = draft.layout.get(id);
  return layout && !isEdgeLayout(layout) ? layout : undefined;
}

export function edgeOf(draft: Draft, id: string): EdgeLayout | undefined {
  const layout = draft.layout.get(id);
  return layout && isEdgeLayout(layout) ? layout : undefined;
}

/** Puts an element somewhere else; its other settings (label, collapsed) stay. */
export function place(draft: Draft, id: string, box: ShapeLayout) {
  draft.layout.set(id, box);
  draft.touched.add(id);
}

export function setElement(draft: Draft, element: Element) {
  draft.elements.set(element.id, element);
}

export function flowsAt(draft: Draft, id: string): Flow[] {
  return [...draft.flows.values()].filter((flow) => flow.from === id || flow.to === id);
}

export function removeFlow(draft: Draft, id: string) {
  draft.flows.delete(id);
  draft.layout.delete(id);
}
