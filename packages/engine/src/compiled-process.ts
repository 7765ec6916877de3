import {
  ELEMENTS,
  type Element,
  type Flow,
  type Loop,
  type Mapping,
  type Node,
  type NodeType,
  type Process,
  type Trigger,
  type VariableDeclaration,
} from '@baton/model';
import { defaultVerbs, type Verbs } from './behaviour.ts';
import { bindBehaviour } from './behaviours/index.ts';
import { processVerbs } from './behaviours/process.ts';
import { bug } from './draft.ts';
import { type Data, dataOf } from './mechanics/data.ts';
import { type Formula, formula } from './mechanics/expressions.ts';
import { type CompiledLoop, compileLoop } from './mechanics/loops.ts';
import { type CompiledMapping, compileMappings } from './mechanics/mappings.ts';
import type { TriggerVerbs } from './trigger.ts';
import { compileTriggers } from './triggers/index.ts';

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
  /** Into data objects, beside what becomes of the result. */
  readonly dataOutputs: readonly CompiledMapping[];
  /** Scopes: the data objects drawn in it. */
  readonly dataObjects: readonly string[];
  readonly incoming: readonly string[];
  readonly outgoing: readonly CompiledFlow[];
  /** Some outgoing flow has a condition or is the default. */
  readonly isChoosing: boolean;
  readonly starts: readonly CompiledNode[];
  /** Scopes: starts with a trigger, instantiating gateways and tasks. */
  readonly triggered: readonly CompiledNode[];
  readonly boundaryEvents: readonly CompiledNode[];
  /** Scopes: the start events of its event sub-processes. */
  readonly eventStarts: readonly CompiledNode[];
  /** The start of its event sub-process that undoes it. */
  readonly undoStart: CompiledNode | null;
  /** What undoes it, drawn beside it. */
  readonly handler: CompiledNode | null;
  /** The element it is drawn in; null: the process itself has none. */
  readonly parent: CompiledNode | null;
  /** Events and receive tasks: what they catch or throw. */
  readonly triggers: readonly TriggerVerbs[];
  /** All of its triggers must come, not the first. */
  readonly needsAll: boolean;
  /** Border events and starts of event sub-processes: what they stand at is broken off. */
  readonly isInterrupting: boolean;
  readonly isActivity: boolean;
  readonly isEventSubProcess: boolean;
  readonly isTransaction: boolean;
  readonly isAdHoc: boolean;
  readonly loop: CompiledLoop | null;
  readonly startQuantity: number;
  readonly completionQuantity: number;
  /** Where a token comes from without a flow: a border event's host, the links that lead to it. */
  readonly comesFrom: readonly string[];
  /** The link of that name beside it. */
  linkTarget(name: string): CompiledNode | null;
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
  const data = dataOf(process.graph);
  for (const element of process.graph.elements) nodes.set(element.id, bareNode(process, element, data(element)));
  const nodeOf = (id: string) => nodes.get(id) ?? bug(`process ${process.key} has no element ${id}`);
  const root = bareNode(process, process.root, data(process.root));
  for (const node of [root, ...nodes.values()]) {
    node.outgoing = node === root ? [] : process.outgoing(node.id).map((flow) => compileFlow(flow, nodeOf(flow.to)));
    node.isChoosing = node.outgoing.some((flow) => flow.condition !== null || flow.isDefault);
    node.starts = process.startsOf(node.id).map((start) => nodeOf(start.id));
    node.triggered = process.triggeredStartsOf(node.id).map((start) => nodeOf(start.id));
    node.boundaryEvents = node === root ? [] : process.boundaryEventsOf(node.id).map((event) => nodeOf(event.id));
    const handler = process.compensationHandlerOf(node.id);
    node.handler = handler ? nodeOf(handler.id) : null;
    const eventStarts = process.eventSubProcessesOf(node.id).flatMap((each) => process.triggeredStartsOf(each.id).map((start) => nodeOf(start.id)));
    node.undoStart = eventStarts.find((start) => start.triggers.some((trigger) => trigger.type === 'compensation')) ?? null;
    node.eventStarts = eventStarts;
  }
  const scopeOf = (element: Element) => (element.parent === undefined ? root : nodeOf(element.parent));
  for (const element of process.graph.elements) {
    const node = nodeOf(element.id);
    node.parent = scopeOf(element);
    node.comesFrom = comesFrom(process, element);
    node.linkTarget = (name) => {
      const target = process.linkTarget(scopeOf(element).id, name);
      return target ? nodeOf(target.id) : null;
    };
  }
  for (const element of process.graph.elements) bind(nodeOf(element.id), element);
  root.verbs = { ...root.verbs, ...processVerbs };
  return { process, root, node: nodeOf, variables: new Map(process.variables.map((variable) => [variable.name, variable])) };
}

function bareNode(process: Process, element: Node, data: Data): Unfinished<CompiledNode> {
  const { inputs, outputs }: Mapped = element.type === 'process' ? {} : element;
  const node: Unfinished<CompiledNode> = {
    id: element.id,
    type: element.type,
    label: element.name || element.id,
    inputs: compileMappings([...data.inputs, ...(inputs ?? [])]),
    outputs: compileMappings(outputs),
    dataOutputs: compileMappings(data.outputs),
    dataObjects: data.objects,
    incoming: element.type === 'process' ? [] : process.incoming(element.id).map((flow) => flow.id),
    outgoing: [],
    isChoosing: false,
    starts: [],
    triggered: [],
    boundaryEvents: [],
    eventStarts: [],
    undoStart: null,
    handler: null,
    parent: null,
    ...factsOf(element),
    comesFrom: [],
    linkTarget: () => null,
    verbs: NO_VERBS,
  };
  node.verbs = defaultVerbs(node);
  return node;
}

type Activity = { readonly loop?: Loop | undefined; readonly startQuantity?: number | undefined; readonly completionQuantity?: number | undefined };

/** What follows from the element's own properties alone. */
function factsOf(element: Node) {
  const isActivity = element.type !== 'process' && ELEMENTS[element.type].isActivity;
  const {
    loop,
    startQuantity = 1,
    completionQuantity = 1,
  }: Activity = 'startQuantity' in element || 'loop' in element || 'completionQuantity' in element ? element : {};
  const trigger = triggerOf(element);
  return {
    triggers: compileTriggers(trigger),
    needsAll: trigger?.type === 'parallelMultiple',
    isInterrupting: ('cancelActivity' in element ? element.cancelActivity : 'isInterrupting' in element ? element.isInterrupting : true) ?? true,
    isActivity,
    isEventSubProcess: 'triggeredByEvent' in element && element.triggeredByEvent === true,
    isTransaction: element.type === 'transaction',
    isAdHoc: element.type === 'adHocSubProcess',
    loop: isActivity ? compileLoop(loop) : null,
    startQuantity,
    completionQuantity,
  };
}

function triggerOf(element: Node): Trigger | undefined {
  if ('trigger' in element) return element.trigger;
  return element.type === 'receiveTask' && element.message ? { type: 'message', ...element.message } : undefined;
}

function comesFrom(process: Process, element: Element): readonly string[] {
  if (element.type === 'boundaryEvent') return [element.attachedTo];
  const trigger = triggerOf(element);
  if (element.type !== 'intermediateCatchEvent' || trigger?.type !== 'link') return [];
  return process
    .childrenOf(element.parent ?? process.key)
    .filter((each) => throwsLink(each, trigger.name))
    .map((each) => each.id);
}

const throwsLink = (element: Element, name: string | undefined) =>
  element.type === 'intermediateThrowEvent' && element.trigger?.type === 'link' && element.trigger.name === name;

const unbound = (): never => bug('a node was used before it was bound');
const NO_VERBS: Verbs = {
  arrive: unbound,
  enter: unbound,
  resume: unbound,
  chosen: unbound,
  idle: unbound,
  childEnded: unbound,
  settle: unbound,
  undone: unbound,
  leave: unbound,
  cancel: unbound,
};

function bind(node: Unfinished<CompiledNode>, element: Element): void {
  node.verbs = { ...node.verbs, ...bindBehaviour(node, element) };
}

function compileFlow(flow: Flow, target: CompiledNode): CompiledFlow {
  const condition = flow.condition?.trim() ? formula(flow.condition) : null;
  return { id: flow.id, condition, isDefault: flow.isDefault ?? false, target };
}
