import { emptyGraph, type Graph, type MessageFlow, type Pool } from '@baton/model';
import { isGlobalTask } from '../bpmn-words.ts';
import { writeXml } from '../xml/write-xml.ts';
import { attribute, childrenNamed, flag, localName, textsNamed, type XmlNode } from '../xml/xml-node.ts';
import { artifactOf } from './artifacts.ts';
import type { Conversion } from './context.ts';
import { elementOfGlobalTask } from './elements.ts';
import { messageFlowOf } from './flows.ts';
import { layoutOf } from './layout.ts';
import { leftoversOf } from './leftovers.ts';
import { documentationOf } from './own-properties.ts';
import { type ProcessParts, partsOf } from './process-parts.ts';
import { given } from './triggers.ts';

export interface ConvertedGraph {
  readonly graph: Graph;
  readonly isExecutable: boolean;
}

/** One graph for a collaboration with all its pools, one for each process outside, one for each global task. */
export function graphsOf(conversion: Conversion): ConvertedGraph[] {
  const { document } = conversion;
  const collaborations = document.named('collaboration').filter((node) => node.parent === document.root && childrenNamed(node, 'participant').length > 0);
  const inPools = new Set(collaborations.flatMap((node) => childrenNamed(node, 'participant').flatMap((each) => document.referred(each, 'processRef') ?? [])));
  const alone = document.named('process').filter((node) => !inPools.has(node));
  return [
    ...collaborations.map((node) => collaborationGraph(node, conversion)),
    ...alone.map((node) => processGraph(node, conversion)),
    ...document.nodes.filter((node) => node.parent === document.root && isGlobalTask(localName(node))).map((node) => globalTaskGraph(node, conversion)),
  ];
}

const runs = (process: XmlNode | undefined) => process !== undefined && flag(process, 'isExecutable') === true;

function processGraph(process: XmlNode, conversion: Conversion): ConvertedGraph {
  const parts = partsOf(process, undefined, conversion);
  const own = { extensions: { ...rootLeftovers(conversion), process: JSON.stringify(processLeftovers(process)) } };
  const graph = assemble(process, parts, {}, conversion);
  return { graph: { ...graph, ...own }, isExecutable: runs(process) };
}

/** Named after the first process that runs, else the first there is, else the collaboration. */
function collaborationGraph(node: XmlNode, conversion: Conversion): ConvertedGraph {
  const { document } = conversion;
  const participants = childrenNamed(node, 'participant');
  const processes = participants.flatMap((each) => document.referred(each, 'processRef') ?? []);
  const main = processes.find(runs) ?? processes[0] ?? node;
  const seen = new Set<XmlNode>();
  const parts: ProcessParts = { elements: [], flows: [], artifacts: [], lanes: [], variables: [] };
  for (const participant of participants) {
    const process = document.referred(participant, 'processRef');
    if (!process || seen.has(process)) continue;
    seen.add(process);
    const own = partsOf(process, conversion.idOf(participant), conversion);
    for (const part of ['elements', 'flows', 'artifacts', 'lanes', 'variables'] as const) (parts[part] as unknown[]).push(...own[part]);
  }
  parts.artifacts.push(...node.children.flatMap((child) => artifactOf(child, {}, conversion) ?? []));
  const pools = participants.map((each) => poolOf(each, conversion));
  const messageFlows = childrenNamed(node, 'messageFlow').map((each) => messageFlowOf(each, conversion));
  const graph = assemble(main, { ...parts, variables: oncePerName(parts.variables) }, { pools, messageFlows }, conversion);
  return {
    graph: { ...graph, extensions: { ...rootLeftovers(conversion), collaboration: JSON.stringify(processLeftovers(node)) } },
    isExecutable: processes.some(runs),
  };
}

const oncePerName = (variables: ProcessParts['variables']) => [...new Map(variables.map((each) => [each.name, each])).values()];

function poolOf(participant: XmlNode, conversion: Conversion): Pool {
  const { document } = conversion;
  const process = document.referred(participant, 'processRef');
  const id = conversion.idOf(participant);
  conversion.report.keep(id);
  return {
    id,
    ...given({ name: attribute(participant, 'name')?.slice(0, 1000) || undefined, process: process && conversion.idOf(process) }),
    isExecutable: runs(process),
    ...documentationOf(participant),
    ...leftoversOf(participant, ['processRef', 'documentation']),
  };
}

function globalTaskGraph(node: XmlNode, conversion: Conversion): ConvertedGraph {
  const key = conversion.idOf(node);
  const [start, task, end] = [`${key}_start`, `${key}_task`, `${key}_end`];
  const graph = emptyGraph(key, nameOf(node, key));
  graph.elements = [{ id: start, type: 'startEvent' }, elementOfGlobalTask(node, task, conversion), { id: end, type: 'endEvent' }];
  graph.flows = [
    { id: `${key}_in`, from: start, to: task },
    { id: `${key}_out`, from: task, to: end },
  ];
  graph.layout = {
    [start]: { x: 160, y: 182, width: 36, height: 36 },
    [task]: { x: 260, y: 160, width: 100, height: 80 },
    [end]: { x: 424, y: 182, width: 36, height: 36 },
  };
  conversion.report.change(key, 'A global task is a process of its own now: start, the task, end. Call activities call it by its id.');
  return { graph, isExecutable: true };
}

const nameOf = (node: XmlNode, key: string) => (attribute(node, 'name')?.trim() || key).slice(0, 255);

type Collaborative = { readonly pools?: Pool[]; readonly messageFlows?: MessageFlow[] };

function assemble(node: XmlNode, parts: ProcessParts, { pools = [], messageFlows = [] }: Collaborative, conversion: Conversion): Graph {
  const key = conversion.idOf(node);
  const { elements, flows, artifacts, lanes, variables } = parts;
  const ids = new Set([...elements, ...flows, ...artifacts, ...lanes, ...pools, ...messageFlows].map(({ id }) => id));
  const description = textsNamed(node, 'documentation').join('\n\n').slice(0, 5000);
  return {
    ...emptyGraph(key, nameOf(node, key)),
    ...(description === '' ? {} : { description }),
    elements,
    flows,
    ...(artifacts.length > 0 ? { artifacts } : {}),
    ...(pools.length > 0 ? { pools } : {}),
    ...(lanes.length > 0 ? { lanes } : {}),
    ...(messageFlows.length > 0 ? { messageFlows } : {}),
    ...(variables.length > 0 ? { variables } : {}),
    layout: layoutOf(ids, conversion),
  };
}

/** Attributes of the process or collaboration and what in it is not drawn. */
const processLeftovers = (node: XmlNode) => ({
  attributes: [...node.attributes],
  xml: node.children
    .filter((child) =>
      [
        'extensionElements',
        'ioSpecification',
        'property',
        'correlationSubscription',
        'correlationKey',
        'ioBinding',
        'supportedInterfaceRef',
        'auditing',
        'monitoring',
        'conversation',
        'callConversation',
        'subConversation',
        'conversationLink',
        'performer',
        'humanPerformer',
        'potentialOwner',
        'resourceRole',
      ].includes(localName(child)),
    )
    .map(writeXml),
});

/** Attributes of the file (its namespaces among them) and its root elements that are no drawing: messages, items, errors ... */
function rootLeftovers({ document }: Conversion) {
  const said = ['process', 'collaboration'];
  return {
    attributes: [...document.root.attributes],
    xml: document.root.children
      .filter((child) => !said.includes(localName(child)) && child.name !== 'bpmndi:BPMNDiagram' && !isGlobalTask(localName(child)))
      .map(writeXml),
  };
}
