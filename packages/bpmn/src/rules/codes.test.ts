import { XML_PROBLEM_CODES } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { importBpmn } from '../import-bpmn.ts';

const file = (inside: string, roots = '') =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">${roots}<process id="p" isExecutable="true">${inside}</process></definitions>`;
const withRoots = (roots: string) => file('<task id="x"/>', roots);

/** A file for each code that only the XML can show. */
const BROKEN: Readonly<Record<string, string>> = {
  'xml-invalid': '<a',
  'xml-doctype': `<!DOCTYPE a>${file('')}`,
  'not-bpmn': '<a/>',
  'duplicate-id': file('<task id="a"/><task id="a"/>'),
  'schema-violated': withRoots('<property id="a"/>'),
  'reference-unknown': file('<boundaryEvent id="b" attachedToRef="nobody"/>'),
  'reference-wrong': file('<textAnnotation id="n"/><task id="a"/><sequenceFlow id="f" sourceRef="n" targetRef="a"/>'),
  'flow-list-wrong': file('<task id="a"><incoming>a</incoming></task>'),
  'gateway-direction': file('<parallelGateway id="g" gatewayDirection="Mixed"/>'),
  'link-mismatch': file(
    '<intermediateThrowEvent id="e"><linkEventDefinition id="l" name="l"><target>gone</target></linkEventDefinition></intermediateThrowEvent>',
  ),
  'choreography-not-allowed': file('<choreographyTask id="c"/>'),
  'multiplicity-invalid': withRoots(
    '<collaboration id="c"><participant id="a"><participantMultiplicity minimum="2" maximum="1"/></participant></collaboration>',
  ),
  'message-flow-not-allowed': withRoots('<collaboration id="c"><participant id="a"/><messageFlow id="m" sourceRef="a" targetRef="a"/></collaboration>'),
  'io-binding-missing': withRoots('<globalTask id="g"><supportedInterfaceRef>i</supportedInterfaceRef></globalTask>'),
  'io-sets-invalid': file('<task id="a"><ioSpecification><dataInput id="d"/><inputSet/><outputSet/></ioSpecification></task>'),
  'data-association-invalid': file('<task id="a"><dataInputAssociation id="d"><sourceRef>x</sourceRef><sourceRef>y</sourceRef></dataInputAssociation></task>'),
  'item-mismatch': file(
    '<endEvent id="e"><dataInput id="d" itemSubjectRef="i1"/><signalEventDefinition signalRef="s"/></endEvent>',
    '<itemDefinition id="i1" structureRef="a"/><itemDefinition id="i2" structureRef="b"/><signal id="s" structureRef="i2"/>',
  ),
  'operation-missing': file('<endEvent id="e"><messageEventDefinition messageRef="m"/></endEvent>', '<message id="m" itemRef="i"/>'),
  'mime-type-invalid': file('<documentation textFormat="INVALID"/>'),
  'uri-invalid': file('<transaction id="t" method="%"/>'),
  'expression-missing': file('<intermediateCatchEvent id="e"><timerEventDefinition><timeDate/></timerEventDefinition></intermediateCatchEvent>'),
  'expression-not-boolean': file('<adHocSubProcess id="a"><completionCondition>3</completionCondition></adHocSubProcess>'),
  'loop-duplicate': file(
    '<task id="a"><standardLoopCharacteristics/><multiInstanceLoopCharacteristics><loopCardinality>1</loopCardinality></multiInstanceLoopCharacteristics></task>',
  ),
  'loop-incomplete': file('<task id="a"><multiInstanceLoopCharacteristics/></task>'),
  'quantity-invalid': file('<task id="a" startQuantity="0"/>'),
  'resource-ambiguous': file('<task id="a"><performer id="r"><resourceRef>x</resourceRef><resourceAssignmentExpression/></performer></task>'),
  'code-missing': file('<endEvent id="e"><escalationEventDefinition/></endEvent>'),
  'data-name-wrong': file(
    '<dataObject id="o" name="Order"/><dataObjectReference id="r" dataObjectRef="o" name="Other"><dataState name="new"/></dataObjectReference>',
  ),
};

describe('the rules of the file', () => {
  it('have a case below for every code', () => {
    expect(XML_PROBLEM_CODES.filter((code) => !Object.hasOwn(BROKEN, code))).toEqual([]);
  });

  it.each(Object.entries(BROKEN))('reports %s', (code, xml) => {
    expect(importBpmn(xml).report.problems.map((problem) => problem.code)).toContain(code);
  });
});
