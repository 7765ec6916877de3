import type { Element } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { nameOf } from '../naming.ts';
import { warning } from '../problem.ts';
import type { Rule } from './rule.ts';

/** Every element can be reached from a start; what can't will never run. */
export const everythingIsReached: Rule = ({ graph, index }) => {
  const starts = graph.elements.filter((element) => element.type === 'startEvent');
  if (starts.length === 0) return [];
  const reached = reachedFrom(starts, index);
  return graph.elements
    .filter((element) => !reached.has(element.id) && isFirstUnreached(element, reached, index))
    .map((element) =>
      warning('unreachable', `Expected a way from the start to ${nameOf(element)}, but no flow leads there: it will never run.`, { elementId: element.id }),
    );
};

/** Say it once: not again for what lies in, sits on or follows something unreached. */
function isFirstUnreached(element: Element, reached: ReadonlySet<string>, index: GraphIndex): boolean {
  if (element.type === 'boundaryEvent') return false;
  if (element.parent !== undefined && !reached.has(element.parent)) return false;
  return index.incoming(element.id).every((flow) => flow.from === element.id || !index.element(flow.from));
}

function reachedFrom(starts: readonly Element[], index: GraphIndex): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = starts.map((start) => start.id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...index.outgoing(id).map((flow) => flow.to), ...index.boundaryEventsOf(id).map((event) => event.id));
  }
  return reached;
}
