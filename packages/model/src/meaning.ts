import type { Graph } from './graph.ts';

/**
 * What a graph means as canonical JSON text: equal texts run alike and read alike, so the hash of it tells whether a version is new.
 * Where things stand is left out, and so is every order that says nothing. The order of the flows out of one element stays:
 * an exclusive gateway asks them in that order.
 */
export function meaningOf(graph: Graph): string {
  const { layout: _layout, elements, flows, artifacts = [], variables = [], pools, lanes, messageFlows, ...head } = graph;
  return canonicalJson({
    ...head,
    elements: byId(elements),
    flows: flows.toSorted((left, right) => compare(left.from, right.from)),
    artifacts: byId(artifacts),
    pools: pools && byId(pools),
    lanes: lanes && byId(lanes),
    messageFlows: messageFlows && byId(messageFlows),
    variables,
  });
}

/** JSON with sorted keys and without `undefined`. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${entries
    .toSorted(([left], [right]) => compare(left, right))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`)
    .join(',')}}`;
}

const byId = <T extends { readonly id: string }>(list: readonly T[]) => list.toSorted((left, right) => compare(left.id, right.id));
const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
