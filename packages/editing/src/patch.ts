import type { Artifact, EdgeLayout, Element, Flow, Graph, Lane, MessageFlow, Pool, ShapeLayout, VariableDeclaration } from '@baton/model';
import { isSame } from './is-same.ts';

/** By id: what is there now, or `null` for what is gone. What is not named did not change. */
export type Changes<T> = { readonly [id: string]: T | null };

export interface GraphProperties {
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
  readonly variables: readonly VariableDeclaration[] | null;
}

/** Ids in drawn order, for a list whose new order is not "those that stayed, then the new ones". */
export interface Order {
  readonly elements?: readonly string[];
  readonly flows?: readonly string[];
  readonly artifacts?: readonly string[];
  readonly pools?: readonly string[];
  readonly lanes?: readonly string[];
  readonly messageFlows?: readonly string[];
}

/** The real differences between two graphs, fit to be written into a document of maps. */
export interface Patch {
  readonly elements: Changes<Element>;
  readonly flows: Changes<Flow>;
  readonly artifacts: Changes<Artifact>;
  readonly pools?: Changes<Pool>;
  readonly lanes?: Changes<Lane>;
  readonly messageFlows?: Changes<MessageFlow>;
  readonly layout: Changes<ShapeLayout | EdgeLayout>;
  readonly properties?: Partial<GraphProperties>;
  readonly order?: Order;
}

export const isEmptyPatch = (patch: Patch) =>
  [patch.elements, patch.flows, patch.artifacts, patch.layout, patch.properties ?? {}, patch.order ?? {}, ...SIDE_LISTS.map((list) => patch[list] ?? {})].every(
    (part) => Object.keys(part).length === 0,
  );

/** Lists that most processes lack; a patch names them only if they changed. */
const SIDE_LISTS = ['pools', 'lanes', 'messageFlows'] as const;
type SideLists = { readonly pools?: Changes<Pool>; readonly lanes?: Changes<Lane>; readonly messageFlows?: Changes<MessageFlow> };

function sideChanges(before: Graph, after: Graph): SideLists {
  const changes = {
    pools: changesOf(byId(before.pools ?? []), byId(after.pools ?? [])),
    lanes: changesOf(byId(before.lanes ?? []), byId(after.lanes ?? [])),
    messageFlows: changesOf(byId(before.messageFlows ?? []), byId(after.messageFlows ?? [])),
  };
  return Object.fromEntries(Object.entries(changes).filter(([, list]) => Object.keys(list).length > 0));
}

function changedSideLists(graph: Graph, patch: Patch): Pick<Graph, keyof SideLists> {
  const { order = {} } = patch;
  const lists = {
    pools: changedList(graph.pools ?? [], patch.pools ?? {}, order.pools),
    lanes: changedList(graph.lanes ?? [], patch.lanes ?? {}, order.lanes),
    messageFlows: changedList(graph.messageFlows ?? [], patch.messageFlows ?? {}, order.messageFlows),
  };
  return Object.fromEntries(Object.entries(lists).filter(([list, entries]) => entries.length > 0 || Reflect.has(graph, list)));
}

/** What must be written to make `before` into `after`. Swapped, it is the way back: undo. */
export function diffGraphs(before: Graph, after: Graph): Patch {
  const order = orderOf(before, after);
  const properties = changedProperties(before, after);
  return {
    elements: changesOf(byId(before.elements), byId(after.elements)),
    flows: changesOf(byId(before.flows), byId(after.flows)),
    artifacts: changesOf(byId(before.artifacts ?? []), byId(after.artifacts ?? [])),
    ...sideChanges(before, after),
    layout: changesOf(new Map(Object.entries(before.layout)), new Map(Object.entries(after.layout))),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(Object.keys(order).length > 0 && { order }),
  };
}

export function applyPatch(graph: Graph, patch: Patch): Graph {
  const { key, name, description, variables } = { ...propertiesOf(graph), ...patch.properties };
  const artifacts = changedList(graph.artifacts ?? [], patch.artifacts, patch.order?.artifacts);
  return {
    format: graph.format,
    formatVersion: graph.formatVersion,
    key,
    name,
    ...(description !== null && { description }),
    elements: changedList(graph.elements, patch.elements, patch.order?.elements),
    flows: changedList(graph.flows, patch.flows, patch.order?.flows),
    ...((artifacts.length > 0 || graph.artifacts) && { artifacts }),
    ...changedSideLists(graph, patch),
    ...(graph.versionTag !== undefined && { versionTag: graph.versionTag }),
    ...(graph.extensions !== undefined && { extensions: graph.extensions }),
    ...(variables !== null && { variables: [...variables] }),
    layout: Object.fromEntries(changedMap(new Map(Object.entries(graph.layout)), patch.layout)),
  };
}

const propertiesOf = ({ key, name, description, variables }: Graph): GraphProperties => ({
  key,
  name,
  description: description ?? null,
  variables: variables ?? null,
});

function changedProperties(before: Graph, after: Graph): Partial<GraphProperties> {
  const old = propertiesOf(before);
  return Object.fromEntries(Object.entries(propertiesOf(after)).filter(([name, value]) => !isSame(value, Reflect.get(old, name))));
}

const byId = <T extends { readonly id: string }>(list: readonly T[]) => new Map(list.map((entry) => [entry.id, entry]));

function changesOf<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): Changes<T> {
  const changes: Record<string, T | null> = {};
  for (const id of before.keys()) if (!after.has(id)) changes[id] = null;
  for (const [id, value] of after) if (!isSame(before.get(id), value)) changes[id] = value;
  return changes;
}

function changedMap<T>(before: ReadonlyMap<string, T>, changes: Changes<T>): Map<string, T> {
  const after = new Map(before);
  for (const [id, value] of Object.entries(changes)) {
    if (value === null) after.delete(id);
    else after.set(id, value);
  }
  return after;
}

function changedList<T extends { readonly id: string }>(before: readonly T[], changes: Changes<T>, order: readonly string[] | undefined): T[] {
  const after = changedMap(byId(before), changes);
  if (!order) return [...after.values()];
  return order.flatMap((id) => after.get(id) ?? []);
}

function orderOf(before: Graph, after: Graph): Order {
  const lists = (['elements', 'flows', 'artifacts', ...SIDE_LISTS] as const).map((list) => [list, orderOfList(before[list] ?? [], after[list] ?? [])] as const);
  return Object.fromEntries(lists.filter(([, order]) => order));
}

function orderOfList(before: readonly { readonly id: string }[], after: readonly { readonly id: string }[]): readonly string[] | undefined {
  const old = new Set(before.map((entry) => entry.id));
  const ids = after.map((entry) => entry.id);
  const now = new Set(ids);
  const usual = [...[...old].filter((id) => now.has(id)), ...ids.filter((id) => !old.has(id))];
  return ids.every((id, i) => usual[i] === id) ? undefined : ids;
}
