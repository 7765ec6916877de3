import type { Graph } from '../graph.ts';
import { error, type Problem } from '../problem.ts';

/** Everything drawn shares one space of ids, and the process's key is its outermost scope. */
export function idsAreUnique(graph: Graph): Problem[] {
  const seen = new Set([graph.key]);
  const problems: Problem[] = [];
  const { elements, flows, artifacts = [], pools = [], lanes = [], messageFlows = [] } = graph;
  for (const { id } of [...elements, ...flows, ...artifacts, ...pools, ...lanes, ...messageFlows]) {
    if (seen.has(id)) problems.push(error('duplicate-id', duplicate(id, graph.key), { elementId: id, path: 'id' }));
    seen.add(id);
  }
  return problems;
}

function duplicate(id: string, key: string): string {
  if (id === key) return `Expected an id of its own, but “${id}” is the key of the process.`;
  return `Expected everything drawn to have an id of its own, but “${id}” is used twice.`;
}
