import type { Problem } from '@baton/model';
import type { BpmnDocument } from '../bpmn-document.ts';
import { ACTIVITIES, CHOREOGRAPHY_NODES, EVENTS } from '../bpmn-words.ts';
import { ancestorNamed, attribute, childNamed, childrenNamed, localName, referenceOf, textsNamed, type XmlNode } from '../xml/xml-node.ts';
import { broken, forEachNamed, type XmlRule } from './rule.ts';

/** BPMN 2.0.2, 11: steps of a choreography stand in choreographies only. */
export const choreographyStaysOutside: XmlRule = forEachNamed(CHOREOGRAPHY_NODES, (node) =>
  ancestorNamed(node, ['process'])
    ? [broken('choreography-not-allowed', node, 'Expected steps of a choreography in a choreography, but one stands in a process')]
    : [],
);

/** BPMN 2.0.2, 9.6 and 11.2: only a collaboration says which choreographies it keeps to. */
export const choreographyRefsStayInCollaborations: XmlRule = forEachNamed(['choreography', 'globalChoreographyTask', 'globalConversation'], (node) =>
  childNamed(node, 'choreographyRef')
    ? [broken('choreography-not-allowed', node, `Expected choreographyRef in a collaboration only, but ${localName(node)} has one`)]
    : [],
);

export const multiplicitiesAreRanges: XmlRule = forEachNamed(['participantMultiplicity'], (node) => {
  const minimum = Number(attribute(node, 'minimum') ?? 0);
  const maximum = Number(attribute(node, 'maximum') ?? Math.max(1, minimum));
  if (minimum >= 0 && maximum >= 1 && minimum <= maximum) return [];
  return [broken('multiplicity-invalid', node, `Expected a maximum of at least 1 and not below the minimum, but they are ${minimum} and ${maximum}`)];
});

const SENDERS = ['participant', ...ACTIVITIES, 'endEvent', 'intermediateThrowEvent'];
const RECEIVERS = ['participant', ...ACTIVITIES, 'startEvent', 'intermediateCatchEvent', 'boundaryEvent'];

/** BPMN 2.0.2, 7.6.2 and 9.4: between two pools, from what can send to what can receive. */
export const messageFlowsJoinPools: XmlRule = forEachNamed(['messageFlow'], (flow, document) => {
  if (ancestorNamed(flow, ['choreography', 'subChoreography'])) return [];
  const ends = [...brokenEnd(flow, 'sourceRef', SENDERS, document), ...brokenEnd(flow, 'targetRef', RECEIVERS, document)];
  if (ends.length > 0) return ends;
  const [from, to] = ['sourceRef', 'targetRef'].map((end) => poolOf(document.referred(flow, end), document));
  if (from === undefined || from !== to) return [];
  return [broken('message-flow-not-allowed', flow, 'Expected a message flow between two pools, but both ends lie in the same one')];
});

function brokenEnd(flow: XmlNode, end: string, allowed: readonly string[], document: BpmnDocument): Problem[] {
  const value = referenceOf(flow, end);
  if (value === undefined) return [broken('schema-violated', flow, `Expected every message flow to have a ${end}, but it is missing`)];
  const target = document.byId(value);
  if (!target)
    return document.isElsewhere(attribute(flow, end) ?? '')
      ? []
      : [broken('reference-unknown', flow, `Expected ${end} to name a pool, step or event, but there is no “${value}”`)];
  if (isChoreographyStep(target) || !allowed.includes(localName(target))) {
    const words = EVENTS.includes(localName(target)) ? `${localName(target)} can't be there` : `it is ${localName(target)}`;
    return [broken('message-flow-not-allowed', flow, `Expected ${end} of a message flow to be ${allowed.join(', ')}, but ${words}`)];
  }
  return [];
}

const isChoreographyStep = (node: XmlNode) => CHOREOGRAPHY_NODES.includes(localName(node));

function poolOf(node: XmlNode | undefined, document: BpmnDocument): XmlNode | undefined {
  if (!node || localName(node) === 'participant') return node;
  const process = ancestorNamed(node, ['process']);
  return process && document.participantOf(process);
}

/** A callable that supports an interface says how its operations meet its data (BPMN 2.0.2, 8.4.3 and 10.3.1). */
export const interfacesAreBound: XmlRule = forEachNamed(
  ['process', 'globalTask', 'globalUserTask', 'globalScriptTask', 'globalManualTask', 'globalBusinessRuleTask'],
  (node) => {
    if (textsNamed(node, 'supportedInterfaceRef').length === 0 || childrenNamed(node, 'ioBinding').length > 0) return [];
    return [broken('io-binding-missing', node, 'Expected an ioBinding for each operation of the supported interface, but there is none')];
  },
);
