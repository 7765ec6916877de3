import type { ElementType } from './elements/registry.ts';
import type { Element, ElementOf, Flow, Graph, VariableDeclaration } from './graph.ts';

/** The process itself seen as the outermost scope; its id is the graph's key. */
export type RootElement = { readonly id: string; readonly type: 'process'; readonly name?: string };
export type Node = RootElement | Element;
export type NodeType = ElementType | 'process';

/** A published graph, indexed for execution. Immutable; never reads layout; built once per version and cached. */
export interface Process {
  readonly key: string;
  readonly name: string;
  /** The process itself; `node` gives it too, by its key. */
  readonly root: RootElement;
  readonly variables: readonly VariableDeclaration[];
  node(id: string): Node;
  has(id: string): boolean;
  /** In drawn order. */
  incoming(id: string): readonly Flow[];
  outgoing(id: string): readonly Flow[];
  /** Where the process (its key) or a sub-process begins: its plain start events; without any start event, what no flow leads to. */
  startsOf(scopeId: string): readonly Element[];
  /** Start events with a trigger, and instantiating gateways and tasks. */
  triggeredStartsOf(scopeId: string): readonly Element[];
  eventSubProcessesOf(scopeId: string): readonly ElementOf<'subProcess'>[];
  /** The link that catches that name in the scope. */
  linkTarget(scopeId: string, name: string): Element | undefined;
  /** What undoes that activity, by the association of its compensation border event. */
  compensationHandlerOf(activityId: string): Element | undefined;
  boundaryEventsOf(hostId: string): readonly Element[];
  childrenOf(scopeId: string): readonly Element[];
  readonly graph: Graph;
}
