import type { Element, Flow, Mapping, Node, NodeType, Process, VariableDeclaration } from '@baton/model';
import { defaultVerbs, type Verbs } from './behaviour.ts';
import { bindBehaviour } from './behaviours/index.ts';
import { processVerbs } from './behaviours/process.ts';
import { bug } from './draft.ts';
import { type Formula, formula } from './mechanics/expressions.ts';
import { type CompiledMapping, compileMappings } from './mechanics/mappings.ts';

/** A flow with its condition parsed and its target at hand. */
export type CompiledFlow = { readonly id: string; readonly condition: Formula | null; readonly isDefault: boolean; readonly target: CompiledNode };

/** An element with everything the engine needs at hand: one look-up by id a macrostep, pointers from there on. */
export type CompiledNode = {
  readonly id: string;
  readonly type: NodeType;
  /** For messages: its name, else its id. */
  readonly label: string;
  readonly inputs: readonly CompiledMapping[];
  readonly outputs: readonly CompiledMapping[];
  readonly incoming: readonly string[];
  readonly outgoing: readonly CompiledFlow[];
  /** Some outgoing flow has a condition or is the default. */
  readonly isChoosing: boolean;
  readonly starts: readonly CompiledNode[];
  readonly boundaryEvents: readonly CompiledNode[];
  readonly verbs: Verbs;
};

export type CompiledProcess = {
  readonly process: Process;
  readonly root: CompiledNode;
  readonly variables: ReadonlyMap<string, VariableDeclaration>;
  node(id: string): CompiledNode;
};

type Mapped = { readonly inputs?: readonly Mapping[] | undefined; readonly outputs?: readonly Mapping[] | undefined };
type Unfinished<T> = { -readonly [K in keyof T]: T[K] };

const compiledProcesses = new WeakMap<Process, CompiledProcess>();

/** The engine's own view of a process, made once a version. */
export function compiledProcess(process: Process): CompiledProcess {
  const known = compiledProcesses.get(process);
  if (known) return known;
  const made = compileProcess(process);
  compiledProcesses.set(process, made);
  return made;
}

function compileProcess(process: Process): CompiledProcess {
  const nodes = new Map<string, Unfinished<CompiledNode>>();
  for (const element of process.graph.elements) nodes.set(element.id, bareNode(process, element));
  const nodeOf = (id: string) => nodes.get(id) ?? bug(`process ${process.key} has no element ${id}`);
  const root = bareNode(process, process.root);
  for (const node of [root, ...nodes.values()]) {
    node.outgoing = node === root ? [] : process.outgoing(node.id).map((flow) => compileFlow(flow, nodeOf(flow.to)));
    node.isChoosing = node.outgoing.some((flow) => flow.condition !== null || flow.isDefault);
    node.starts = process.startsOf(node.id).map((start) => nodeOf(start.id));
    node.boundaryEvents = node === root ? [] : process.boundaryEventsOf(node.id).map((event) => nodeOf(event.id));
  }
  for (const element of process.graph.elements) bind(nodeOf(element.id), element);
  root.verbs = { ...root.verbs, ...processVerbs };
  return { process, root, node: nodeOf, variables: new Map(process.variables.map((variable) => [variable.name, variable])) };
}

function bareNode(process: Process, element: Node): Unfinished<CompiledNode> {
  const { inputs, outputs }: Mapped = element.type === 'process' ? {} : element;
  const node: Unfinished<CompiledNode> = {
    id: element.id,
    type: element.type,
    label: element.name || element.id,
    inputs: compileMappings(inputs),
    outputs: compileMappings(outputs),
    incoming: element.type === 'process' ? [] : process.incoming(element.id).map((flow) => flow.id),
    outgoing: [],
    isChoosing: false,
    starts: [],
    boundaryEvents: [],
    verbs: NO_VERBS,
  };
  node.verbs = defaultVerbs(node);
  return node;
}

const unbound = (): never => bug('a node was used before it was bound');
const NO_VERBS: Verbs = { arrive: unbound, listen: unbound, enter: unbound, resume: unbound, idle: unbound, leave: unbound, cancel: unbound };

function bind(node: Unfinished<CompiledNode>, element: Element): void {
  node.verbs = { ...node.verbs, ...bindBehaviour(node, element) };
}

function compileFlow(flow: Flow, target: CompiledNode): CompiledFlow {
  const condition = flow.condition?.trim() ? formula(flow.condition) : null;
  return { id: flow.id, condition, isDefault: flow.isDefault ?? false, target };
}
