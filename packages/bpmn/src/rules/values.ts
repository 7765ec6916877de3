import { ACTIVITIES, SUB_PROCESSES } from '../bpmn-words.ts';
import { attribute, childNamed, childrenNamed, flag, localName, textOf } from '../xml/xml-node.ts';
import { broken, forEachNamed, whereExecutable, type XmlRule } from './rule.ts';

const MIME_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;.*)?$/;

export const textFormatsAreMimeTypes: XmlRule = forEachNamed(['documentation', 'textAnnotation'], (node) => {
  const format = attribute(node, 'textFormat');
  if (format === undefined || MIME_TYPE.test(format)) return [];
  return [broken('mime-type-invalid', node, `Expected textFormat to be a mime type such as text/plain (BPMN 2.0.2, table 8.5), but it is “${format}”`)];
});

const URI = /^(?:##\w+|(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+)$/;

/** BPMN 2.0.2, 13.3.4: `##Compensate`, `##Image`, `##Store` or a URI. */
export const methodsAreUris: XmlRule = forEachNamed(['transaction'], (node) => {
  const method = attribute(node, 'method');
  if (method === undefined || URI.test(method)) return [];
  return [broken('uri-invalid', node, `Expected the transaction's method to be ##Compensate, ##Image, ##Store or a URI, but it is “${method}”`)];
});

const EXPRESSIONS = [
  ...['condition', 'conditionExpression', 'messagePath', 'dataPath', 'timeDate', 'timeDuration', 'timeCycle', 'transformation'],
  ...['loopCardinality', 'loopCondition', 'completionCondition', 'activationCondition'],
];

/** BPMN 2.0.2, 8.4.7: an expression that runs says something. */
export const expressionsSaySomething: XmlRule = whereExecutable(EXPRESSIONS, (node) =>
  textOf(node) === undefined ? [broken('expression-missing', node, `Expected ${localName(node)} to hold an expression, but it is empty`)] : [],
);

/** BPMN 2.0.2, table 10.29: it is true or false. A number or a quoted text never is. */
export const completionConditionsAreBoolean: XmlRule = forEachNamed(['completionCondition'], (node) => {
  const text = textOf(node)?.replace(/^=/, '').trim() ?? '';
  return /^(?:-?\d+(?:\.\d+)?|"[^"]*")$/.test(text)
    ? [broken('expression-not-boolean', node, `Expected a completion condition to be true or false, but it is ${text}`)]
    : [];
});

export const oneLoopAtMost: XmlRule = forEachNamed(ACTIVITIES, (node) => {
  const loops = [...childrenNamed(node, 'standardLoopCharacteristics'), ...childrenNamed(node, 'multiInstanceLoopCharacteristics')];
  return loops.length > 1 ? [broken('loop-duplicate', node, `Expected one loop marker at most, but there are ${loops.length}`)] : [];
});

export const multiInstancesKnowHowMany: XmlRule = whereExecutable(['multiInstanceLoopCharacteristics'], (node) => {
  const isKnown = childNamed(node, 'loopCardinality') ?? childNamed(node, 'loopDataInputRef');
  const isExtended = childNamed(node, 'extensionElements') !== undefined || [...node.attributes.keys()].some((name) => name.startsWith('camunda:'));
  return isKnown || isExtended ? [] : [broken('loop-incomplete', node, 'Expected loopCardinality or loopDataInputRef, but there is neither')];
});

export const quantitiesAreWhole: XmlRule = forEachNamed(ACTIVITIES, (node) =>
  ['startQuantity', 'completionQuantity'].flatMap((name) => {
    const value = attribute(node, name);
    if (value === undefined || /^\s*\+?0*[1-9]\d{0,5}\s*$/.test(value)) return [];
    return [broken('quantity-invalid', node, `Expected ${name} to be a whole number from 1 (BPMN 2.0.2, table 10.3), but it is ${value}`)];
  }),
);

const PROPERTY_HOMES = ['process', 'startEvent', 'intermediateCatchEvent', 'intermediateThrowEvent', 'boundaryEvent', 'endEvent', ...ACTIVITIES];

/** What may only stand in certain places. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  property: PROPERTY_HOMES,
  sequenceFlow: ['process', 'choreography', 'subChoreography', ...SUB_PROCESSES],
  participant: ['collaboration', 'globalConversation', 'choreography', 'globalChoreographyTask'],
  messageFlow: ['collaboration', 'globalConversation', 'choreography', 'globalChoreographyTask'],
  laneSet: ['process', ...SUB_PROCESSES],
  lane: ['laneSet', 'childLaneSet'],
};

export const everythingStandsWhereItMay: XmlRule = forEachNamed(Object.keys(HOMES), (node) => {
  const home = node.parent ? localName(node.parent) : '';
  const allowed = HOMES[localName(node)];
  return !allowed || allowed.includes(home)
    ? []
    : [broken('schema-violated', node, `Expected ${localName(node)} in ${allowed.join(', ')}, but it stands in ${home}`)];
});

/** BPMN 2.0.2, table 10.24: either a resource with its parameters, or an expression. */
export const resourcesAreOneWay: XmlRule = forEachNamed(['performer', 'humanPerformer', 'potentialOwner', 'resourceRole'], (node) => {
  const hasResource = childNamed(node, 'resourceRef') !== undefined || childrenNamed(node, 'resourceParameterBinding').length > 0;
  if (!hasResource || !childNamed(node, 'resourceAssignmentExpression')) return [];
  return [broken('resource-ambiguous', node, 'Expected either a resource with its parameters or resourceAssignmentExpression, but there are both')];
});

/** BPMN 2.0.2, table 10.53. */
export const escalationsHaveCodes: XmlRule = whereExecutable(['escalationEventDefinition'], (node, document) => {
  const isThrown = node.parent && ['endEvent', 'intermediateThrowEvent'].includes(localName(node.parent));
  const escalation = document.referred(node, 'escalationRef');
  if (!isThrown || (escalation && attribute(escalation, 'escalationCode'))) return [];
  return [broken('code-missing', node, 'Expected a thrown escalation to have an escalationCode, but it has none')];
});

/** BPMN 2.0.2, 10.4.1: drawn as `name [state]`. */
export const dataStatesAreNamed: XmlRule = whereExecutable(['dataObjectReference'], (node, document) => {
  const state = childNamed(node, 'dataState');
  const name = attribute(node, 'name');
  const object = document.referred(node, 'dataObjectRef');
  const own = object ? attribute(object, 'name') : undefined;
  if (!state || !name || !own) return [];
  const full = `${own} [${attribute(state, 'name') ?? ''}]`;
  return flag(node, 'isCollection') === undefined && (name === full || name === own)
    ? []
    : [broken('data-name-wrong', node, `Expected the name “${full}” of a data object with a state, but it is “${name}”`)];
});
