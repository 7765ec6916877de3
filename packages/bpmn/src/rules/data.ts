import type { Problem } from '@baton/model';
import type { BpmnDocument } from '../bpmn-document.ts';
import { ACTIVITIES } from '../bpmn-words.ts';
import { attribute, childNamed, childrenNamed, flag, localName, referenceOf, textsNamed, unprefixed, type XmlNode } from '../xml/xml-node.ts';
import { broken, forEachNamed, whereExecutable, type XmlRule } from './rule.ts';

const IO_SETS = [
  { data: 'dataInput', set: 'inputSet', refs: 'dataInputRefs', extra: ['optionalInputRefs', 'whileExecutingInputRefs'] },
  { data: 'dataOutput', set: 'outputSet', refs: 'dataOutputRefs', extra: ['optionalOutputRefs', 'whileExecutingOutputRefs'] },
] as const;

/** BPMN 2.0.2, 10.4.2: every input and output is in a set, and what a set says more about one is about one of its own. */
export const setsAreWhole: XmlRule = forEachNamed(['ioSpecification'], (io) =>
  IO_SETS.flatMap(({ data, set, refs, extra }) => {
    const sets = childrenNamed(io, set);
    const listed = new Set(sets.flatMap((each) => textsNamed(each, refs)).map(unprefixed));
    const loose = childrenNamed(io, data).filter((node) => !listed.has(attribute(node, 'id') ?? ''));
    const strangers = sets.filter((each) => {
      const own = textsNamed(each, refs);
      return extra.some((name) => textsNamed(each, name).some((ref) => !own.includes(ref)));
    });
    return [
      ...(sets.length === 0 ? [broken('io-sets-invalid', io, `Expected at least one ${set}, but there is none`)] : []),
      ...loose.map((node) => broken('io-sets-invalid', node, `Expected every ${data} in an ${set}, but this one is in none`)),
      ...strangers.map((node) => broken('io-sets-invalid', node, `Expected ${extra.join(' and ')} to name members of the same ${set}, but they name others`)),
    ];
  }),
);

/** BPMN 2.0.2, 10.4.2: data of a process comes in by its inputs and goes out by its outputs. */
export const associationsPointTheRightWay: XmlRule = forEachNamed(['dataInputAssociation', 'dataOutputAssociation'], (node, document) => {
  const sources = textsNamed(node, 'sourceRef').map((id) => document.byId(id));
  const target = document.referred(node, 'targetRef');
  const isInput = localName(node) === 'dataInputAssociation';
  const problems: Problem[] = [];
  if (isInput && sources.some((source) => source && localName(source) === 'dataOutput')) {
    problems.push(broken('data-association-invalid', node, 'Expected a step to read from data objects, stores and inputs, but it reads from a data output'));
  }
  if (!isInput && target && localName(target) === 'dataInput') {
    problems.push(broken('data-association-invalid', node, 'Expected a step to write to data objects, stores and outputs, but it writes to a data input'));
  }
  if (sources.length > 1 && !childNamed(node, 'transformation')) {
    problems.push(broken('data-association-invalid', node, 'Expected one source, or a transformation of several, but there are several without one'));
  }
  return problems;
});

/** Two item definitions that mean the same: one and the same, or with the same structure. */
function isSameItem(a: string | undefined, b: string | undefined, document: BpmnDocument): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (unprefixed(a) === unprefixed(b)) return true;
  const structure = structureOf(a, document);
  return structure !== undefined && structure === structureOf(b, document);
}

function structureOf(item: string, document: BpmnDocument): string | undefined {
  const node = document.byId(item);
  return node && attribute(node, 'structureRef');
}

const itemOf = (node: XmlNode) => attribute(node, 'itemSubjectRef');
const messageItem = (node: XmlNode | undefined) => (node ? attribute(node, 'itemRef') : undefined);

interface Traffic {
  readonly set: 'inputSet' | 'outputSet';
  readonly data: 'dataInput' | 'dataOutput';
  /** The message whose item the data must be; `undefined`: none. */
  readonly message: XmlNode | undefined;
}

function trafficOf(task: XmlNode, document: BpmnDocument): Traffic[] {
  const operation = document.referred(task, 'operationRef');
  const message = document.referred(task, 'messageRef');
  const into: Traffic = { set: 'inputSet', data: 'dataInput', message: message ?? (operation && document.referred(operation, 'inMessageRef')) };
  const out: Traffic = { set: 'outputSet', data: 'dataOutput', message: message ?? (operation && document.referred(operation, 'outMessageRef')) };
  if (localName(task) === 'sendTask') return [into];
  return localName(task) === 'receiveTask' ? [out] : [into, out].filter((each) => each.message !== undefined);
}

/** BPMN 2.0.2, 10.3.3: the data of a task that calls or tells is what its message carries. */
export const taskDataFitsMessages: XmlRule = whereExecutable(['serviceTask', 'sendTask', 'receiveTask'], (task, document) => {
  const io = childNamed(task, 'ioSpecification');
  if (!io) {
    const isNeeded = localName(task) === 'serviceTask' && document.referred(task, 'operationRef') !== undefined;
    return isNeeded ? [broken('io-sets-invalid', task, 'Expected a service task with an operation to have an ioSpecification, but it has none')] : [];
  }
  return trafficOf(task, document).flatMap((traffic) => unfitting(task, io, traffic, document));
});

function unfitting(task: XmlNode, io: XmlNode, { set, data, message }: Traffic, document: BpmnDocument): Problem[] {
  const sets = childrenNamed(io, set);
  if (sets.length > 1) return [broken('io-sets-invalid', task, `Expected ${localName(task)} to have one ${set} at most, but there are ${sets.length}`)];
  if (!message || messageItem(message) === undefined) return [];
  const [only, ...more] = childrenNamed(io, data);
  if (!only || more.length > 0) return [];
  return isSameItem(itemOf(only), messageItem(message), document)
    ? []
    : [broken('item-mismatch', only, `Expected the item of the ${data} to be that of the message “${attribute(message, 'name') ?? ''}”, but they differ`)];
}

/** BPMN 2.0.2, table 10.55: in a process that runs, a message with an item is sent and taken by an operation. */
export const messageEventsHaveOperations: XmlRule = whereExecutable(['messageEventDefinition'], (node, document) => {
  const message = document.referred(node, 'messageRef');
  if (messageItem(message) === undefined || referenceOf(node, 'operationRef') !== undefined) return [];
  return [broken('operation-missing', node, 'Expected a message event whose message carries an item to have an operationRef, but it has none')];
});

const CARRIERS: Readonly<Record<string, readonly [ref: string, item: string]>> = {
  messageEventDefinition: ['messageRef', 'itemRef'],
  signalEventDefinition: ['signalRef', 'structureRef'],
  errorEventDefinition: ['errorRef', 'structureRef'],
  escalationEventDefinition: ['escalationRef', 'structureRef'],
};

/** BPMN 2.0.2, 10.4.2 and table 10.36: the data of an event is what it carries, in the same order. */
export const eventDataFitsWhatIsCarried: XmlRule = whereExecutable(
  ['startEvent', 'intermediateCatchEvent', 'intermediateThrowEvent', 'boundaryEvent', 'endEvent'],
  (event, document) => {
    const data = [...childrenNamed(event, 'dataInput'), ...childrenNamed(event, 'dataOutput')];
    if (data.length === 0) return [];
    const carried = event.children.flatMap((child) => {
      const carrier = CARRIERS[localName(child)];
      return carrier ? [document.referred(child, carrier[0])?.attributes.get(carrier[1])] : [];
    });
    return data.flatMap((node, i) =>
      i >= carried.length || isSameItem(itemOf(node), carried[i], document)
        ? []
        : [broken('item-mismatch', node, `Expected the item of the ${localName(node)} to be what the event carries, but they differ`)],
    );
  },
);

/** BPMN 2.0.2, table 10.29: one item of the collection, of the same structure. */
export const loopItemsFitCollections: XmlRule = forEachNamed(['multiInstanceLoopCharacteristics'], (loop, document) =>
  [
    ['loopDataInputRef', 'inputDataItem'],
    ['loopDataOutputRef', 'outputDataItem'],
  ].flatMap(([collection, item]) => {
    const whole = document.referred(loop, collection!);
    const part = childNamed(loop, item!);
    const [wholeItem, partItem] = [whole && itemOf(whole), part && itemOf(part)];
    if (!part || wholeItem === undefined || partItem === undefined) return [];
    const definition = document.byId(partItem);
    const isList = flag(part, 'isCollection') || (definition && flag(definition, 'isCollection'));
    if (isList) return [broken('item-mismatch', part, `Expected ${item} to be one item, but it is a collection`)];
    return structureOf(wholeItem, document) === structureOf(partItem, document)
      ? []
      : [broken('item-mismatch', part, `Expected ${item} to have the structure of what ${collection} holds, but they differ`)];
  }),
);

/** A task that names what only some tasks have is no such task. */
export const activitiesOnlyNameOwnData: XmlRule = forEachNamed(ACTIVITIES, (node) =>
  childrenNamed(node, 'ioSpecification').length > 1 ? [broken('schema-violated', node, 'Expected one ioSpecification at most, but there are several')] : [],
);
