import type { Element, Process } from '@baton/model';

type Path = { readonly source: Element; readonly join: Element; readonly has: ReadonlySet<string> };

/**
 * BPMN 2.0.2, 13.3.3: a token at `source` can still come to an inclusive join over a flow that has none, if a path leads there
 * without crossing the join, and none leads from it to a flow that has one.
 */
export function reachesOnlyEmpty(process: Process, { source, join, has }: Path): boolean {
  const ahead = flowsAhead(process, source, join);
  const into = process.incoming(join.id).filter(({ id }) => ahead.has(id));
  return into.length > 0 && !into.some(({ id }) => has.has(id));
}

/** Ids of all flows a token at that element may still take without crossing `join`: border events and links lead on too. */
function flowsAhead(process: Process, source: Element, join: Element): ReadonlySet<string> {
  const flows = new Set<string>();
  const seen = new Set<string>([join.id]);
  const todo = [source];
  for (let at = todo.pop(); at; at = todo.pop()) {
    if (seen.has(at.id)) continue;
    seen.add(at.id);
    for (const flow of process.outgoing(at.id)) {
      flows.add(flow.id);
      todo.push(elementAt(process, flow.to));
    }
    todo.push(...process.boundaryEventsOf(at.id), ...linkedFrom(process, at));
  }
  return flows;
}

export function elementAt(process: Process, id: string): Element {
  const node = process.node(id);
  if (node.type === 'process') throw new Error(`Expected ${id} to be an element, but it is the process.`);
  return node;
}

export function linkedFrom(process: Process, element: Element): Element[] {
  if (element.type !== 'intermediateThrowEvent' || element.trigger?.type !== 'link') return [];
  const target = process.linkTarget(element.parent ?? process.key, element.trigger.name ?? '');
  return target ? [target] : [];
}
