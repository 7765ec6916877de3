import type { Graph } from '@baton/model';
import * as Y from 'yjs';
import { orderKeys } from './drawn-order.ts';
import { type Entry, mapsOf, ORDER, type Value } from './layout-of-document.ts';

const META = ['format', 'formatVersion', 'key', 'name', 'description', 'variables', 'versionTag', 'extensions'] as const;

/**
 * Makes the document say `graph`, in one transaction, writing only what differs.
 * `origin` tells an undo manager whose change it is. Writing the same graph again writes nothing.
 */
export function writeDraft(doc: Y.Doc, graph: Graph, origin: unknown = null): void {
  const maps = mapsOf(doc);
  doc.transact(() => {
    writeProperties(maps.meta, pick(graph, META));
    writeEntries(maps.elements, graph.elements);
    writeEntries(maps.flows, graph.flows);
    writeEntries(maps.artifacts, graph.artifacts ?? []);
    writeEntries(maps.pools, graph.pools ?? []);
    writeEntries(maps.lanes, graph.lanes ?? []);
    writeEntries(maps.messageFlows, graph.messageFlows ?? []);
    writeProperties(maps.layout, graph.layout);
  }, origin);
}

/** A new document that says `graph`, as an update to store or send. */
export function draftUpdateOf(graph: Graph): Uint8Array {
  const doc = new Y.Doc();
  writeDraft(doc, graph);
  return Y.encodeStateAsUpdate(doc);
}

const pick = (graph: Graph, names: readonly (keyof Graph)[]): Record<string, Value> => Object.fromEntries(names.map((name) => [name, graph[name]]));

type Drawn = { readonly id: string };

function writeEntries(map: Y.Map<Entry>, drawn: readonly Drawn[]): void {
  const ids = new Set(drawn.map(({ id }) => id));
  for (const id of [...map.keys()]) if (!ids.has(id)) map.delete(id);
  const orders = orderKeys([...ids], currentOrders(map));
  for (const entry of drawn) writeProperties(entryOf(map, entry.id), { ...entry, [ORDER]: orders.get(entry.id) });
}

function currentOrders(map: Y.Map<Entry>): Map<string, number> {
  const orders = new Map<string, number>();
  for (const [id, entry] of map) {
    const order = entry.get(ORDER);
    if (typeof order === 'number') orders.set(id, order);
  }
  return orders;
}

function entryOf(map: Y.Map<Entry>, id: string): Entry {
  const existing = map.get(id);
  if (existing) return existing;
  return map.set(id, new Y.Map<Value>());
}

function writeProperties(map: Y.Map<Value>, properties: Readonly<Record<string, Value>>): void {
  for (const name of [...map.keys()]) if (properties[name] === undefined) map.delete(name);
  for (const [name, value] of Object.entries(properties)) {
    if (value !== undefined && !isSame(map.get(name), value)) map.set(name, plain(value));
  }
}

/** Yjs refuses `undefined` inside a value, and would share the caller's object. */
const plain = (value: Value): Value => (typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value);

function isSame(left: Value, right: Value): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  return Array.isArray(left) === Array.isArray(right) && haveSameProperties(left as Record<string, Value>, right as Record<string, Value>);
}

function haveSameProperties(left: Readonly<Record<string, Value>>, right: Readonly<Record<string, Value>>): boolean {
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].every((name) => isSame(left[name], right[name]));
}
