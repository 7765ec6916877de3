import { ancestorNamed, attribute, everyNode, flag, idOf, isBpmn, localName, referenceOf, unprefixed, type XmlNode } from './xml/xml-node.ts';

/** The read XML with its questions answered by map. */
export interface BpmnDocument {
  readonly root: XmlNode;
  /** Every BPMN element in document order. */
  readonly nodes: readonly XmlNode[];
  readonly shapes: readonly XmlNode[];
  named(...names: readonly string[]): readonly XmlNode[];
  byId(id: string | undefined): XmlNode | undefined;
  /** What `node` refers to by an attribute or child of that name. */
  referred(node: XmlNode, name: string): XmlNode | undefined;
  /** Sequence flows that begin (`sourceRef`) or end (`targetRef`) at a node. */
  flowsAt(node: XmlNode, end: 'sourceRef' | 'targetRef'): readonly XmlNode[];
  /** The participant whose process this is. */
  participantOf(process: XmlNode): XmlNode | undefined;
  /** The first reference that draws a data object. */
  drawnReferenceOf(dataObject: XmlNode): XmlNode | undefined;
  /** Not into this file: it may lie in an imported one. */
  isElsewhere(reference: string): boolean;
  /** Stands in a process that is meant to run, or in no process at all while some process is. */
  isExecutable(node: XmlNode): boolean;
}

export function indexDocument(root: XmlNode): BpmnDocument {
  const all = [...everyNode(root)];
  const nodes = all.filter((node) => isBpmn(node) && ancestorNamed(node, ['extensionElements']) === undefined);
  const ids = new Map<string, XmlNode>();
  const names = new Map<string, XmlNode[]>();
  for (const node of nodes) {
    const id = idOf(node);
    if (id !== undefined && !ids.has(id)) ids.set(id, node);
    const group = names.get(localName(node));
    if (group) group.push(node);
    else names.set(localName(node), [node]);
  }
  const someProcessRuns = (names.get('process') ?? []).some((process) => flag(process, 'isExecutable') === true);
  const own = ownPrefixes(root);
  const flows = { sourceRef: flowsByEnd(names, 'sourceRef'), targetRef: flowsByEnd(names, 'targetRef') };
  const drawn = new Map((names.get('dataObjectReference') ?? []).toReversed().map((node) => [referenceOf(node, 'dataObjectRef'), node] as const));
  const participants = new Map((names.get('participant') ?? []).toReversed().map((node) => [referenceOf(node, 'processRef'), node] as const));
  const byId = (id: string | undefined) => (id === undefined ? undefined : ids.get(unprefixed(id)));
  return {
    root,
    nodes,
    shapes: all.filter((node) => node.name === 'bpmndi:BPMNShape' || node.name === 'bpmndi:BPMNEdge'),
    named: (...wanted) => (wanted.length === 1 ? (names.get(wanted[0]!) ?? []) : nodes.filter((node) => wanted.includes(localName(node)))),
    byId,
    referred: (node, name) => byId(referenceOf(node, name)),
    flowsAt: (node, end) => flows[end].get(idOf(node) ?? '') ?? [],
    participantOf: (process) => participants.get(idOf(process) ?? ''),
    drawnReferenceOf: (object) => drawn.get(idOf(object) ?? ''),
    isElsewhere: (reference) => reference.includes(':') && !own.has(reference.trim().slice(0, reference.trim().indexOf(':'))),
    isExecutable: (node) => {
      const process = localName(node) === 'process' ? node : ancestorNamed(node, ['process']);
      return process ? flag(process, 'isExecutable') === true : someProcessRuns;
    },
  };
}

/** Prefixes that mean this file's own target namespace. */
function ownPrefixes(root: XmlNode): ReadonlySet<string> {
  const target = attribute(root, 'targetNamespace');
  return new Set([...root.attributes].flatMap(([name, value]) => (name.startsWith('xmlns:') && value === target ? [name.slice(6)] : [])));
}

function flowsByEnd(names: ReadonlyMap<string, readonly XmlNode[]>, end: string): ReadonlyMap<string, readonly XmlNode[]> {
  const byEnd = new Map<string, XmlNode[]>();
  for (const flow of names.get('sequenceFlow') ?? []) {
    const id = unprefixed(attribute(flow, end) ?? '');
    const group = byEnd.get(id);
    if (group) group.push(flow);
    else byEnd.set(id, [flow]);
  }
  return byEnd;
}
