import type { ElementType, Mapping } from '@baton/model';
import { attribute, childNamed, everyNode, flag, localName, textOf, textsNamed, unprefixed, type XmlNode } from '../xml/xml-node.ts';
import type { Conversion } from './context.ts';
import { loopOf } from './loops.ts';
import { expressionText } from './text-of-expression.ts';
import { given, messageOf, triggerOf } from './triggers.ts';

type Properties = Record<string, unknown>;
type Reading = (node: XmlNode, conversion: Conversion) => Properties;

const extension = (node: XmlNode, name: string): XmlNode | undefined => {
  const home = childNamed(node, 'extensionElements');
  return home && [...everyNode(home)].find((each) => each.name === name);
};
const extensions = (node: XmlNode, name: string): XmlNode[] => {
  const home = childNamed(node, 'extensionElements');
  return home ? [...everyNode(home)].filter((each) => each.name === name) : [];
};
const of = (node: XmlNode | undefined, name: string): string | undefined => (node && attribute(node, name)) || undefined;
/** Camunda 7's `${...}` is no FEEL: it stays under extensions. */
const plain = (value: string | undefined) => (value?.includes('${') ? undefined : value);
const list = (value: string | undefined) => (value === undefined || value.startsWith('=') ? value : value.split(',').map((name) => name.trim()));

const quantity = (node: XmlNode, name: string): number | undefined => {
  const value = Number(attribute(node, name) ?? 1);
  return Number.isInteger(value) && value > 1 ? value : undefined;
};

const activity: Reading = (node, conversion) => ({
  ...loopOf(node, conversion),
  ...given({
    startQuantity: quantity(node, 'startQuantity'),
    completionQuantity: quantity(node, 'completionQuantity'),
    isForCompensation: flag(node, 'isForCompensation') || undefined,
    inputs: mappings(node, 'zeebe:input'),
    outputs: mappings(node, 'zeebe:output'),
  }),
});

function mappings(node: XmlNode, name: string): Mapping[] | undefined {
  const found = extensions(node, name).flatMap((each) => {
    const [target, value] = [of(each, 'target'), of(each, 'source')];
    return target === undefined || value === undefined ? [] : [{ target, value }];
  });
  return found.length > 0 ? found : undefined;
}

function job(node: XmlNode): Properties {
  const definition = extension(node, 'zeebe:taskDefinition');
  const type = of(definition, 'type') ?? of(node, 'camunda:topic');
  if (type === undefined) return {};
  const headers = extensions(node, 'zeebe:header').flatMap((each): [string, string][] => {
    const [key, value] = [of(each, 'key'), of(each, 'value')];
    return key === undefined || value === undefined || ['__proto__', 'constructor', 'prototype'].includes(key) ? [] : [[key, value]];
  });
  const retries = of(definition, 'retries');
  const tries = retries !== undefined && /^\d{1,2}$/.test(retries) ? Number(retries) : retries;
  return { job: { type, ...given({ retries: tries, headers: headers.length > 0 ? Object.fromEntries(headers) : undefined }) } };
}

const message: Reading = (node, { document }) => {
  const found = messageOf(document.referred(node, 'messageRef'));
  return Object.keys(found).length > 0 ? { message: found } : {};
};

const event: Reading = (node, conversion) => triggerOf(node, conversion);

function people(node: XmlNode, { document }: Conversion): Properties {
  const assignment = extension(node, 'zeebe:assignmentDefinition');
  const schedule = extension(node, 'zeebe:taskSchedule');
  const owners = node.children
    .filter((child) => localName(child) === 'potentialOwner')
    .flatMap((owner) => {
      const resource = document.referred(owner, 'resourceRef');
      return (resource && of(resource, 'name')) || [];
    });
  return given({
    assignee: of(assignment, 'assignee') ?? plain(of(node, 'camunda:assignee')),
    candidateUsers: list(of(assignment, 'candidateUsers') ?? plain(of(node, 'camunda:candidateUsers'))),
    candidateGroups: list(of(assignment, 'candidateGroups') ?? plain(of(node, 'camunda:candidateGroups'))) ?? (owners.length > 0 ? owners : undefined),
    dueDate: of(schedule, 'dueDate') ?? plain(of(node, 'camunda:dueDate')),
    followUpDate: of(schedule, 'followUpDate') ?? plain(of(node, 'camunda:followUpDate')),
  });
}

const script: Reading = (node) => {
  const zeebe = extension(node, 'zeebe:script');
  const format = of(node, 'scriptFormat');
  return given({
    scriptFormat: format !== undefined && /feel/i.test(format) ? 'feel' : (format ?? undefined),
    script: textOf(childNamed(node, 'script')) ?? of(zeebe, 'expression'),
    resultVariable: of(zeebe, 'resultVariable') ?? of(node, 'camunda:resultVariable'),
  });
};

const nothing: Reading = () => ({});

/** What each element has of its own. Total: a new element makes the compiler ask for its row. */
const READ: { readonly [T in ElementType]: Reading } = {
  startEvent: (node, conversion) => ({ ...event(node, conversion), ...given({ isInterrupting: flag(node, 'isInterrupting') === false ? false : undefined }) }),
  intermediateCatchEvent: event,
  intermediateThrowEvent: event,
  endEvent: event,
  boundaryEvent: (node, conversion) => ({
    attachedTo: conversion.idFor(attribute(node, 'attachedToRef') ?? ''),
    ...event(node, conversion),
    ...given({ cancelActivity: flag(node, 'cancelActivity') === false ? false : undefined }),
  }),
  task: activity,
  manualTask: activity,
  userTask: (node, conversion) => ({ ...activity(node, conversion), ...people(node, conversion) }),
  serviceTask: (node, conversion) => ({ ...activity(node, conversion), ...job(node) }),
  sendTask: (node, conversion) => ({ ...activity(node, conversion), ...message(node, conversion), ...job(node) }),
  receiveTask: (node, conversion) => ({
    ...activity(node, conversion),
    ...message(node, conversion),
    ...given({ instantiate: flag(node, 'instantiate') || undefined }),
  }),
  businessRuleTask: (node, conversion) => ({
    ...activity(node, conversion),
    ...job(node),
    ...given({ resultVariable: of(extension(node, 'zeebe:calledDecision'), 'resultVariable') ?? of(node, 'camunda:resultVariable') }),
  }),
  scriptTask: (node, conversion) => ({ ...activity(node, conversion), ...script(node, conversion) }),
  callActivity: (node, conversion) => {
    const called = attribute(node, 'calledElement');
    const process = (called ? unprefixed(called) : undefined) ?? of(extension(node, 'zeebe:calledElement'), 'processId');
    return { ...activity(node, conversion), ...given({ calledElement: process }) };
  },
  subProcess: (node, conversion) => ({ ...activity(node, conversion), ...given({ triggeredByEvent: flag(node, 'triggeredByEvent') || undefined }) }),
  transaction: activity,
  adHocSubProcess: (node, conversion) => ({
    ...activity(node, conversion),
    ...given({
      ordering: attribute(node, 'ordering') === 'Sequential' ? 'sequential' : undefined,
      completionCondition: expressionText(node, 'completionCondition', conversion),
      cancelRemaining: flag(node, 'cancelRemainingInstances') === false ? false : undefined,
    }),
  }),
  exclusiveGateway: nothing,
  parallelGateway: nothing,
  inclusiveGateway: nothing,
  complexGateway: (node, conversion) => given({ activationCondition: expressionText(node, 'activationCondition', conversion) }),
  eventBasedGateway: (node) => ({
    ...given({
      instantiate: flag(node, 'instantiate') || undefined,
      eventGatewayType: attribute(node, 'eventGatewayType') === 'Parallel' ? 'parallel' : undefined,
    }),
  }),
};

export const ownProperties = (type: ElementType, node: XmlNode, conversion: Conversion): Properties => READ[type](node, conversion);
export const documentationOf = (node: XmlNode) => given({ documentation: textsNamed(node, 'documentation').join('\n\n').slice(0, 20_000) || undefined });
