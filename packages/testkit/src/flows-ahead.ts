import type { Element, Process } from '@baton/model';

/** Ids of all flows a token at that element may still take without crossing `join`: border events and links lead on too. */
export function flowsAhead(process: Process, source: Element, join: Element): ReadonlySet<string> {
  const flows = new Set<string>();
  const seen = new Set<string>([join.id]);
  const todo = [source];
  for (let at = todo.pop(); at; at = todo.pop()) {
    if (seen.has(at.id)) continue;
    seen.add(at.id);
    for (const flow of process.outgoing(at.id)) {
      flows.add(flow.id);
      todo.push(...elementsAt(process, flow.to));
    }
    todo.push(...process.boundaryEventsOf(at.id), ...linkedFrom(process, at));
  }
  return flows;
}

function elementsAt(process: Process, id: string): Element[] {
  const node = process.node(id);
  return node.type === 'process' ? [] : [node];
}

function linkedFrom(process: Process, element: Element): Element[] {
  if (element.type !== 'intermediateThrowEvent' || element.trigger?.type !== 'link') return [];
  const target = process.linkTarget(element.parent ?? process.key, element.trigger.name ?? '');
  return target ? [target] : [];
}
