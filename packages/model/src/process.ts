import type { ElementType } from './elements/registry.ts';
import type { Element, Flow, Graph, VariableDeclaration } from './graph.ts';

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
  /** None start events of the process (its key) or of a sub-process. */
  startsOf(scopeId: string): readonly Element[];
  boundaryEventsOf(hostId: string): readonly Element[];
  childrenOf(scopeId: string): readonly Element[];
  readonly graph: Graph;
}
