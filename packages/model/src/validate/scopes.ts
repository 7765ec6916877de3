import { isContainer, isStart, needsNoIncoming } from '../elements/roles.ts';
import type { Element } from '../graph.ts';
import type { GraphIndex } from '../graph-index.ts';
import { nameOf } from '../naming.ts';

/** What begins and ends as one: the process of a pool, or a sub-process. */
export interface Scope {
  /** Absent: a process. */
  readonly container?: Element;
  readonly elements: readonly Element[];
  /** "the process", or the name of the sub-process. */
  readonly place: string;
}

/** The processes drawn, and every sub-process. */
export const scopesOf = (index: GraphIndex): Scope[] => [
  ...processesOf(index),
  ...index.graph.elements.filter(isContainer).map((container) => scopeIn(index, container)),
];

export const scopeIn = (index: GraphIndex, container: Element): Scope => ({
  container,
  elements: index.childrenOf(container.id),
  place: nameOf(container),
});

/** One for each pool something is drawn in; at least one, if it is empty. */
export function processesOf(index: GraphIndex): Scope[] {
  const byPool = new Map<string | undefined, Element[]>();
  for (const element of index.childrenOf(undefined)) {
    const pool = index.poolOf(element);
    const elements = byPool.get(pool);
    if (elements) elements.push(element);
    else byPool.set(pool, [element]);
  }
  if (byPool.size === 0) return [{ elements: [], place: 'the process' }];
  return [...byPool].map(([pool, elements]) => ({ elements, place: byPool.size > 1 ? `the process of ${poolName(index, pool)}` : 'the process' }));
}

const poolName = (index: GraphIndex, id: string | undefined) =>
  `“${(id === undefined ? undefined : index.pool(id)?.name?.trim()) || (id ?? index.graph.name)}”`;

/** Where a scope begins: at its starts, or, if it has none, with whatever no flow leads to (BPMN 2.0.2, 10.5.2). */
export function beginningsOf(index: GraphIndex, { container, elements }: Scope): readonly Element[] {
  const withoutIncoming = () => elements.filter((element) => !needsNoIncoming(element) && !hasIncoming(index, element));
  if (container?.type === 'adHocSubProcess') return withoutIncoming();
  const starts = elements.filter(isStart);
  return starts.length > 0 ? starts : withoutIncoming();
}

/** A flow from itself doesn't lead to it. */
export const hasIncoming = (index: GraphIndex, { id }: Element) => index.incoming(id).some((flow) => flow.from !== id && index.element(flow.from));
