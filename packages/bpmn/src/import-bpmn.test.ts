import { describe, expect, it } from 'vitest';
import { importBpmn } from './import-bpmn.ts';

const file = (inside: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="t">${inside}</definitions>`;
const inProcess = (inside: string, roots = '') => importBpmn(file(`${roots}<process id="p" isExecutable="true">${inside}</process>`));
const element = (inside: string, roots = '') => inProcess(inside, roots).graphs[0]?.elements[0];
const codes = (xml: string) => importBpmn(xml).report.problems.map(({ code }) => code);

describe('importBpmn', () => {
  it('keeps elements and flows in the order of the document', () => {
    const { graphs } = inProcess(
      '<exclusiveGateway id="g" default="f2"/><task id="b"/><task id="a"/><sequenceFlow id="f2" sourceRef="g" targetRef="b"/><sequenceFlow id="f1" sourceRef="g" targetRef="a"><conditionExpression>x &gt; 1</conditionExpression></sequenceFlow>',
    );

    expect(graphs[0]?.elements.map(({ id }) => id)).toEqual(['g', 'b', 'a']);
    expect(graphs[0]?.flows).toMatchObject([
      { id: 'f2', isDefault: true },
      { id: 'f1', condition: 'x > 1' },
    ]);
  });

  it('reads event definitions by reference, and several as one multiple trigger', () => {
    const roots = '<signal id="s1" name="Go"/><message id="m1" name="Hello"/><signalEventDefinition id="d1" signalRef="s1"/>';
    const inside = '<eventDefinitionRef>d1</eventDefinitionRef><messageEventDefinition messageRef="m1"/>';

    expect(element(`<intermediateCatchEvent id="e">${inside}</intermediateCatchEvent>`, roots)).toMatchObject({
      trigger: {
        type: 'multiple',
        triggers: [
          { type: 'message', name: 'Hello' },
          { type: 'signal', name: 'Go' },
        ],
      },
    });
    expect(element(`<intermediateCatchEvent id="e" parallelMultiple="true">${inside}</intermediateCatchEvent>`, roots)).toMatchObject({
      trigger: { type: 'parallelMultiple' },
    });
  });

  it('reads a multi-instance over the variable that is put into its input', () => {
    const task = `<userTask id="t"><ioSpecification><dataInput id="in"/><inputSet><dataInputRefs>in</dataInputRefs></inputSet><outputSet/></ioSpecification>
      <dataInputAssociation id="a"><sourceRef>ref</sourceRef><targetRef>in</targetRef></dataInputAssociation>
      <multiInstanceLoopCharacteristics isSequential="true"><loopDataInputRef>in</loopDataInputRef><inputDataItem id="i" name="line"/><completionCondition>done</completionCondition></multiInstanceLoopCharacteristics></userTask>
      <dataObject id="do" name="lines"/><dataObjectReference id="ref" dataObjectRef="do"/>`;

    expect(element(task)).toMatchObject({ loop: { kind: 'sequential', collection: '=lines', elementVariable: 'line', completionCondition: 'done' } });
    expect(inProcess(task).graphs[0]?.artifacts).toMatchObject([
      { id: 'a', type: 'dataAssociation', from: 'ref', to: 't' },
      { id: 'ref', variable: 'lines' },
    ]);
  });

  it('takes the type of a job from Zeebe’s extension and keeps what it does not understand', () => {
    const found = element(
      '<serviceTask id="t" zeebe:modelerTemplate="x"><extensionElements><zeebe:taskDefinition type="pay" retries="5"/><zeebe:other a="1"/></extensionElements></serviceTask>',
    );

    expect(found).toMatchObject({ job: { type: 'pay', retries: 5 } });
    expect(JSON.stringify(found?.extensions)).toContain('<zeebe:other a=\\"1\\"/>');
  });

  it('makes a process of a global task, to be called', () => {
    const { graphs, executable } = importBpmn(file('<globalScriptTask id="calc"><script>1 + 1</script></globalScriptTask>'));

    expect(executable).toEqual(['calc']);
    expect(graphs[0]).toMatchObject({ key: 'calc', elements: [{ type: 'startEvent' }, { type: 'scriptTask', script: '1 + 1' }, { type: 'endEvent' }] });
  });

  it('knows lanes within lanes, and the pool of everything', () => {
    const { graphs } = importBpmn(
      file(
        '<collaboration id="c"><participant id="pool" processRef="p"/></collaboration><process id="p"><laneSet><lane id="l1"><childLaneSet><lane id="l2"><flowNodeRef>t</flowNodeRef></lane></childLaneSet></lane></laneSet><task id="t"/></process>',
      ),
    );

    expect(graphs[0]?.lanes).toEqual([
      { id: 'l1', pool: 'pool' },
      { id: 'l2', pool: 'pool', parent: 'l1' },
    ]);
    expect(graphs[0]?.elements).toMatchObject([{ id: 't', lane: 'l2', pool: 'pool' }]);
  });

  it('refuses what is no BPMN, or could harm its reader', () => {
    expect(codes('<a>')).toEqual(['xml-invalid']);
    expect(codes('')).toEqual(['xml-invalid']);
    expect(codes('<a/>')).toEqual(['not-bpmn']);
    expect(codes(`<!DOCTYPE a>${file('')}`)).toEqual(['xml-doctype']);
    expect(codes(file('<a>'.repeat(70) + '</a>'.repeat(70)))).toEqual(['too-deep']);
    expect(codes(file(`<process id="p">${'<task/>'.repeat(20_001)}</process>`))).toEqual(['too-large']);
    expect(codes(file(`<process id="p" ${Array.from({ length: 65 }, (_, i) => `a${i}=""`).join(' ')}/>`))).toEqual(['too-large']);
    expect(codes(`<!--${'x'.repeat(6 * 1024 * 1024)}-->`)).toEqual(['too-large']);
  });

  it('gives an id to what has none or one that no graph can have', () => {
    const { graphs, report } = inProcess('<task id="constructor"/><task/><task id="größe"/>');

    expect(graphs[0]?.elements).toHaveLength(3);
    expect(report.problems).toEqual([]);
    expect(report.changed).toHaveLength(3);
  });

  it('reads twenty thousand elements in a few seconds', () => {
    const tasks = Array.from(
      { length: 9_000 },
      (_, i) => `<task id="t${i}"/><sequenceFlow id="f${i}" sourceRef="t${i}" targetRef="t${(i + 1) % 9_000}"/>`,
    ).join('');
    const started = performance.now();

    const { graphs, report } = inProcess(tasks);

    expect(report.problems).toEqual([]);
    expect(graphs[0]?.elements).toHaveLength(9_000);
    expect(performance.now() - started).toBeLessThan(10_000);
  }, 30_000);
});
