import type { Artifact, EdgeLayout, Element, Flow, Graph, Lane, MessageFlow, Pool, ShapeLayout, VariableDeclaration } from '@baton/model';
import { isSame } from './is-same.ts';

/** By id: what is there now, or `null` for what is gone. What is not named did not change. */
export type Changes<T> = { readonly [id: string]: T | null };

export interface GraphProperties {
  readonly key: string;
  readonly name: string;
  readonly description: string | null;
  readonly variables: readonly VariableDeclaration[] | null;
  readonly versionTag: string | null;
}

/** What a graph holds by id, in drawn order. */
const LISTS = ['elements', 'flows', 'artifacts', 'pools', 'lanes', 'messageFlows'] as const;
type List = (typeof LISTS)[number];

/** Ids in drawn order, for a list whose new order is not "those that stayed, then the new ones". */
export type Order = { readonly [L in List]?: readonly string[] };

/** The real differences between two graphs, fit to be written into a document of maps. */
export interface Patch {
  readonly elements: Changes<Element>;
  readonly flows: Changes<Flow>;
  readonly artifacts: Changes<Artifact>;
  readonly pools: Changes<Pool>;
  readonly lanes: Changes<Lane>;
  readonly messageFlows: Changes<MessageFlow>;
  readonly layout: Changes<ShapeLayout | EdgeLayout>;
  readonly properties?: Partial<GraphProperties>;
  readonly order?: Order;
}

export const isEmptyPatch = (patch: Patch) =>
  [...LISTS.map((list) => patch[list]), patch.layout, patch.properties ?? {}, patch.order ?? {}].every((part) => Object.keys(part).length === 0);

/** What must be written to make `before` into `after`. Swapped, it is the way back: undo. */
export function diffGraphs(before: Graph, after: Graph): Patch {
  const order = orderOf(before, after);
  const properties = changedProperties(before, after);
  return {
    elements: changesOf(byId(before.elements), byId(after.elements)),
    flows: changesOf(byId(before.flows), byId(after.flows)),
    artifacts: changesOf(byId(before.artifacts ?? []), byId(after.artifacts ?? [])),
    pools: changesOf(byId(before.pools ?? []), byId(after.pools ?? [])),
    lanes: changesOf(byId(before.lanes ?? []), byId(after.lanes ?? [])),
    messageFlows: changesOf(byId(before.messageFlows ?? []), byId(after.messageFlows ?? [])),
    layout: changesOf(new Map(Object.entries(before.layout)), new Map(Object.entries(after.layout))),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(Object.keys(order).length > 0 && { order }),
  };
}

export function applyPatch(graph: Graph, patch: Patch): Graph {
  const { key, name, description, variables, versionTag } = { ...propertiesOf(graph), ...patch.properties };
  return {
    format: graph.format,
    formatVersion: graph.formatVersion,
    key,
    name,
    ...(description !== null && { description }),
    elements: changedList(graph.elements, patch.elements, patch.order?.elements),
    flows: changedList(graph.flows, patch.flows, patch.order?.flows),
    ...listIfAny('artifacts', graph.artifacts, patch.artifacts, patch.order),
    ...listIfAny('pools', graph.pools, patch.pools, patch.order),
    ...listIfAny('lanes', graph.lanes, patch.lanes, patch.order),
    ...listIfAny('messageFlows', graph.messageFlows, patch.messageFlows, patch.order),
    ...(versionTag !== null && { versionTag }),
    ...(graph.extensions && { extensions: graph.extensions }),
    ...(variables !== null && { variables: [...variables] }),
    layout: Object.fromEntries(changedMap(new Map(Object.entries(graph.layout)), patch.layout)),
  };
}

/** A list that nothing is in is left out. */
function listIfAny<L extends List, T extends { readonly id: string }>(
  name: L,
  before: readonly T[] | undefined,
  changes: Changes<T>,
  order: Order | undefined,
) {
  const list = changedList(before ?? [], changes, order?.[name]);
  return list.length > 0 ? { [name]: list } : {};
}

const propertiesOf = ({ key, name, description, variables, versionTag }: Graph): GraphProperties => ({
  key,
  name,
  description: description ?? null,
  variables: variables ?? null,
  versionTag: versionTag ?? null,
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
  const lists = LISTS.map((list) => [list, orderOfList(before[list] ?? [], after[list] ?? [])] as const);
  return Object.fromEntries(lists.filter(([, order]) => order));
}

function orderOfList(before: readonly { readonly id: string }[], after: readonly { readonly id: string }[]): readonly string[] | undefined {
  const old = new Set(before.map((entry) => entry.id));
  const ids = after.map((entry) => entry.id);
  const now = new Set(ids);
  const usual = [...[...old].filter((id) => now.has(id)), ...ids.filter((id) => !old.has(id))];
  return ids.every((id, i) => usual[i] === id) ? undefined : ids;
}
