import type { Problem } from '@baton/model';
import type { BpmnDocument } from '../bpmn-document.ts';
import { ACTIVITIES, FLOW_NODES, GATEWAYS } from '../bpmn-words.ts';
import { attribute, childrenNamed, idOf, localName, textOf, type XmlNode } from '../xml/xml-node.ts';
import { broken, forEachNamed, type XmlRule } from './rule.ts';

export const idsAreUnique: XmlRule = ({ nodes }) => {
  const seen = new Set<string>();
  return nodes.flatMap((node) => {
    const id = idOf(node);
    if (id === undefined) return [];
    if (seen.has(id)) return [broken('duplicate-id', node, `Expected every element to have an id of its own, but “${id}” is used twice (BPMN 2.0.2, 8.3.1)`)];
    seen.add(id);
    return [];
  });
};

const DATA = ['dataObject', 'dataObjectReference', 'dataStoreReference', 'dataInput', 'dataOutput', 'property'];

/** Attribute or child -> what it must name; empty: anything that has an id. */
const REFERENCES: Readonly<Record<string, readonly string[]>> = {
  attachedToRef: ACTIVITIES,
  messageRef: ['message'],
  signalRef: ['signal'],
  errorRef: ['error'],
  escalationRef: ['escalation'],
  dataObjectRef: ['dataObject'],
  processRef: ['process'],
  operationRef: ['operation'],
  inMessageRef: ['message'],
  outMessageRef: ['message'],
  flowNodeRef: [],
  activityRef: ACTIVITIES,
  dataInputRefs: ['dataInput'],
  dataOutputRefs: ['dataOutput'],
  loopDataInputRef: DATA,
  loopDataOutputRef: DATA,
  correlationPropertyRef: ['correlationProperty'],
  correlationKeyRef: ['correlationKey'],
};

export const referencesAreThere: XmlRule = (document) =>
  document.nodes.flatMap((node) => [...brokenAttributes(node, document), ...brokenChildren(node, document)]);

const brokenAttributes = (node: XmlNode, document: BpmnDocument): Problem[] =>
  [...node.attributes].flatMap(([name, value]) => brokenReference(node, name, value, document));

function brokenChildren(node: XmlNode, document: BpmnDocument): Problem[] {
  const value = textOf(node);
  return value === undefined || node.children.length > 0 || !node.parent ? [] : brokenReference(node, localName(node), value, document);
}

function brokenReference(node: XmlNode, name: string, value: string, document: BpmnDocument): Problem[] {
  const expected = Object.hasOwn(REFERENCES, name) ? REFERENCES[name] : undefined;
  if (!expected || value.trim() === '' || document.isElsewhere(value)) return [];
  const target = document.byId(value);
  if (!target) return [broken('reference-unknown', node, `Expected ${name} to name an element of this file, but there is no “${value.trim()}”`)];
  if (expected.length === 0 || expected.includes(localName(target))) return [];
  return [broken('reference-wrong', node, `Expected ${name} to name ${expected.join(' or ')}, but “${value.trim()}” is ${localName(target)}`)];
}

/** BPMN 2.0.2, 7.6.1: flow nodes only, of the same process or sub-process (that one is seen in the graph). */
export const flowsJoinFlowNodes: XmlRule = forEachNamed(['sequenceFlow'], (flow, document) =>
  ['sourceRef', 'targetRef'].flatMap((end) => {
    const value = attribute(flow, end);
    if (value === undefined) return [broken('schema-violated', flow, `Expected every sequence flow to have a ${end}, but it is missing`)];
    const target = document.byId(value);
    if (!target) return [broken('reference-unknown', flow, `Expected ${end} to name a step, event or gateway, but there is no “${value}”`)];
    if (FLOW_NODES.has(localName(target))) return [];
    return [broken('reference-wrong', flow, `Expected a sequence flow to join steps, events and gateways, but its ${end} “${value}” is ${localName(target)}`)];
  }),
);

/** BPMN 2.0.2, table 8.44: what a node lists as its ways in and out are flows that end or begin there. */
export const listedFlowsAreTheNodes: XmlRule = forEachNamed(['incoming', 'outgoing'], (listed, document) => {
  const node = listed.parent;
  const value = textOf(listed);
  if (!node || value === undefined || !FLOW_NODES.has(localName(node))) return [];
  const flow = document.byId(value);
  const end = localName(listed) === 'incoming' ? 'targetRef' : 'sourceRef';
  if (flow && document.referred(flow, end) === node) return [];
  return [broken('flow-list-wrong', node, `Expected ${localName(listed)} “${value}” to be a sequence flow whose ${end} is this element, but it is not`)];
});

/** The default of a node is one of its own ways out. */
export const defaultsAreOwnFlows: XmlRule = forEachNamed([...ACTIVITIES, ...GATEWAYS], (node, document) => {
  const value = attribute(node, 'default');
  if (!value) return [];
  const flow = document.byId(value);
  if (flow && document.referred(flow, 'sourceRef') === node) return [];
  return [broken('reference-wrong', node, `Expected the default to be a flow that leaves this element, but “${value}” is not`)];
});

export const gatewayDirectionsHold: XmlRule = forEachNamed(GATEWAYS, (gateway, document) => {
  const direction = attribute(gateway, 'gatewayDirection');
  const incoming = document.flowsAt(gateway, 'targetRef').length;
  const outgoing = document.flowsAt(gateway, 'sourceRef').length;
  const holds: Readonly<Record<string, boolean>> = {
    Converging: incoming > 1 && outgoing <= 1,
    Diverging: incoming <= 1 && outgoing > 1,
    Mixed: incoming > 1 && outgoing > 1,
  };
  if (direction === undefined || holds[direction] !== false) return [];
  return [
    broken(
      'gateway-direction',
      gateway,
      `Expected the gateway's flows to fit gatewayDirection ${direction} (BPMN 2.0.2, table 8.46), but it has ${incoming} in and ${outgoing} out`,
    ),
  ];
});

/** Links name each other; both lie in the same process or sub-process (BPMN 2.0.2, 10.5.5). */
export const linksMatch: XmlRule = forEachNamed(['linkEventDefinition'], (definition, document) => {
  const problems = childrenNamed(definition, 'target').flatMap((child) => faultOf(definition, child, 'source', document));
  return [...problems, ...childrenNamed(definition, 'source').flatMap((child) => faultOf(definition, child, 'target', document))];
});

function faultOf(definition: XmlNode, child: XmlNode, back: 'source' | 'target', document: BpmnDocument): Problem[] {
  const other = document.byId(textOf(child));
  if (!other || localName(other) !== 'linkEventDefinition')
    return [broken('link-mismatch', definition, `Expected ${localName(child)} to name a link event, but there is no “${textOf(child) ?? ''}”`)];
  const namesBack = childrenNamed(other, back).some((each) => document.byId(textOf(each)) === definition);
  if (!namesBack) return [broken('link-mismatch', definition, 'Expected two links that name each other, but the other one does not name this one')];
  const isSameScope = definition.parent?.parent === other.parent?.parent;
  return isSameScope
    ? []
    : [broken('link-mismatch', definition, 'Expected both ends of a link in the same process or sub-process, but they lie in different ones')];
}
