import { describe, expect, it } from 'vitest';
import type { Element, Flow, Graph } from './graph.ts';
import { emptyGraph } from './graph.ts';
import type { Problem } from './problem.ts';
import { PROBLEM_CODES, type ProblemCode, XML_PROBLEM_CODES } from './problem-codes.ts';
import { validate } from './validate.ts';

type Parts = { readonly elements?: readonly Element[]; readonly flows?: readonly Flow[] } & Partial<Omit<Graph, 'elements' | 'flows'>>;

/** start -> task -> end, to which each case adds what is wrong; an element or flow with the same id replaces that one. */
function graphWith({ elements = [], flows = [], ...rest }: Parts): Graph {
  const base: readonly Element[] = [
    { id: 'start', type: 'startEvent' },
    { id: 'task', type: 'userTask', name: 'Approve', assignee: '=initiator' },
    { id: 'end', type: 'endEvent' },
  ];
  const baseFlows: readonly Flow[] = [
    { id: 'f1', from: 'start', to: 'task' },
    { id: 'f2', from: 'task', to: 'end' },
  ];
  const isReplaced = (id: string) => [...elements, ...flows].some((part) => part.id === id);
  return {
    ...emptyGraph('p', 'P'),
    elements: [...base.filter((each) => !isReplaced(each.id)), ...elements],
    flows: [...baseFlows.filter((each) => !isReplaced(each.id)), ...flows],
    ...rest,
  };
}

/** task -> decide, with two ways to two ends. */
const decision = (one: Partial<Flow>, other: Partial<Flow>): Parts => ({
  elements: [
    { id: 'decide', type: 'exclusiveGateway', name: 'Large?' },
    { id: 'end2', type: 'endEvent' },
  ],
  flows: [
    { id: 'f2', from: 'task', to: 'decide' },
    { id: 'yes', from: 'decide', to: 'end', name: 'Yes', ...one },
    { id: 'no', from: 'decide', to: 'end2', name: 'No', ...other },
  ],
});
const task = (properties: Partial<Extract<Element, { type: 'userTask' }>>): Parts => ({
  elements: [{ id: 'task', type: 'userTask', name: 'Approve', assignee: 'anna', ...properties }],
});
const wait = (trigger: Extract<Element, { type: 'intermediateCatchEvent' }>['trigger']): Parts => ({
  elements: [{ id: 'task', type: 'intermediateCatchEvent', name: 'Pause', ...(trigger && { trigger }) }],
});
const field = (properties: object): Parts => task({ form: { fields: [{ key: 'a', type: 'text', label: 'A', ...properties }] } });

const CASES: readonly (readonly [what: string, parts: Parts, problem: Partial<Problem> & { code: ProblemCode }])[] = [
  ['an id used twice', { artifacts: [{ id: 'task', type: 'group' }] }, { code: 'duplicate-id', elementId: 'task' }],
  ['an id that is the key', { elements: [{ id: 'p', type: 'endEvent' }] }, { code: 'duplicate-id', elementId: 'p' }],
  [
    'a flow to nowhere',
    { flows: [{ id: 'f2', from: 'task', to: 'gone' }] },
    { code: 'flow-dangling', elementId: 'f2', path: 'to', fix: { type: 'remove', id: 'f2', label: 'Delete the flow' } },
  ],
  ['an unknown sub-process', task({ parent: 'gone' }), { code: 'reference-unknown', elementId: 'task', path: 'parent' }],
  [
    'a note on nothing',
    { artifacts: [{ id: 'note', type: 'textAnnotation', attachedTo: 'gone' }] },
    { code: 'reference-unknown', severity: 'warning', elementId: 'note' },
  ],
  ['a place for nothing', { layout: { gone: { x: 0, y: 0, width: 1, height: 1 } } }, { code: 'layout-unused', severity: 'warning', path: 'layout.gone' }],
  ['a flow placed like a box', { layout: { f1: { x: 0, y: 0, width: 1, height: 1 } } }, { code: 'layout-unused', severity: 'warning' }],
  ['a task in a task', { elements: [{ id: 'inner', type: 'userTask', parent: 'task', assignee: 'a' }] }, { code: 'parent-not-container', elementId: 'inner' }],
  ['a sub-process in itself', { elements: [{ id: 'sub', type: 'subProcess', parent: 'sub' }] }, { code: 'contains-itself', elementId: 'sub' }],
  [
    'sub-processes in each other',
    {
      elements: [
        { id: 's1', type: 'subProcess', parent: 's2' },
        { id: 's2', type: 'subProcess', parent: 's1' },
      ],
    },
    { code: 'contains-itself', elementId: 's2' },
  ],
  [
    'a border event on nothing',
    { elements: [{ id: 'late', type: 'boundaryEvent', attachedTo: 'gone' }] },
    { code: 'host-missing', elementId: 'late', path: 'attachedTo' },
  ],
  ['a border event on an event', { elements: [{ id: 'late', type: 'boundaryEvent', attachedTo: 'end' }] }, { code: 'host-not-activity', elementId: 'late' }],
  [
    'a border event away from its host',
    {
      elements: [
        { id: 'sub', type: 'subProcess' },
        { id: 'late', type: 'boundaryEvent', attachedTo: 'task', parent: 'sub' },
      ],
    },
    { code: 'host-elsewhere', elementId: 'late' },
  ],
  ['a flow out of an end', { flows: [{ id: 'f3', from: 'end', to: 'task' }] }, { code: 'outgoing-not-allowed', elementId: 'f3' }],
  ['a flow into a start', { flows: [{ id: 'f3', from: 'task', to: 'start' }] }, { code: 'incoming-not-allowed', elementId: 'f3' }],
  ['a gateway that leads to itself', { ...decision({ to: 'decide', condition: 'a' }, { isDefault: true }) }, { code: 'connects-itself', elementId: 'yes' }],
  [
    'a flow over a border',
    {
      elements: [
        { id: 'sub', type: 'subProcess' },
        { id: 'in', type: 'startEvent', parent: 'sub' },
      ],
      flows: [{ id: 'f3', from: 'in', to: 'end' }],
    },
    { code: 'crosses-border', elementId: 'f3' },
  ],
  ['the same flow twice', { flows: [{ id: 'f3', from: 'task', to: 'end' }] }, { code: 'flow-duplicate', severity: 'warning', elementId: 'f3' }],
  [
    'a start that leads nowhere',
    {
      elements: [{ id: 'task', type: 'startEvent' }],
      flows: [
        { id: 'f1', from: 'start', to: 'end' },
        { id: 'f2', from: 'start', to: 'end' },
      ],
    },
    { code: 'outgoing-missing', elementId: 'task' },
  ],
  [
    'a gateway that leads nowhere',
    { elements: [{ id: 'join', type: 'parallelGateway' }], flows: [{ id: 'f2', from: 'task', to: 'join' }] },
    { code: 'outgoing-missing', elementId: 'join' },
  ],
  [
    'no start',
    { elements: [{ id: 'start', type: 'userTask', assignee: 'a' }] },
    { code: 'start-missing', fix: { type: 'add', elementType: 'startEvent', label: 'Add a start' } },
  ],
  [
    'a sub-process without start',
    { elements: [{ id: 'task', type: 'subProcess' }] },
    { code: 'start-missing', elementId: 'task', fix: { type: 'add', elementType: 'startEvent', parent: 'task', label: 'Add a start' } },
  ],
  [
    'two starts',
    { elements: [{ id: 'start2', type: 'startEvent' }], flows: [{ id: 'f3', from: 'start2', to: 'task' }] },
    { code: 'start-duplicate', elementId: 'start2' },
  ],
  [
    'something nobody reaches',
    { elements: [{ id: 'lost', type: 'userTask', assignee: 'a' }] },
    { code: 'unreachable', severity: 'warning', elementId: 'lost' },
  ],
  ['a task after which nothing comes', { flows: [{ id: 'f2', from: 'start', to: 'end' }] }, { code: 'dead-end', severity: 'warning', elementId: 'task' }],
  ['a loop without a way out', { flows: [{ id: 'f2', from: 'task', to: 'task' }] }, { code: 'end-unreachable', severity: 'warning', elementId: 'start' }],
  [
    'a way out without condition',
    decision({ condition: 'amount > 1' }, {}),
    { code: 'condition-missing', elementId: 'no', fix: { type: 'set', id: 'no', property: 'isDefault', value: true, label: 'Make “No” the default' } },
  ],
  [
    'a condition where nobody decides',
    { flows: [{ id: 'f1', from: 'start', to: 'task', condition: 'a' }] },
    { code: 'condition-not-allowed', elementId: 'f1' },
  ],
  ['a default where nobody decides', { flows: [{ id: 'f1', from: 'start', to: 'task', isDefault: true }] }, { code: 'default-not-allowed', elementId: 'f1' }],
  [
    'a default out of an activity whose other ways have no condition',
    {
      elements: [{ id: 'end2', type: 'endEvent' }],
      flows: [
        { id: 'f2', from: 'task', to: 'end', isDefault: true },
        { id: 'f3', from: 'task', to: 'end2' },
      ],
    },
    {
      code: 'default-without-condition',
      elementId: 'f2',
      fix: { type: 'set', id: 'f2', property: 'isDefault', value: null, label: 'Make it an ordinary flow' },
    },
  ],
  [
    'an activity whose every way has a condition',
    { flows: [{ id: 'f2', from: 'task', to: 'end', condition: 'amount > 1' }] },
    { code: 'default-missing', severity: 'warning', elementId: 'task' },
  ],
  ['two defaults', decision({ isDefault: true }, { isDefault: true }), { code: 'default-duplicate', elementId: 'no' }],
  ['a default with a condition', decision({ condition: 'a' }, { isDefault: true, condition: 'b' }), { code: 'default-with-condition', elementId: 'no' }],
  ['a decision without default', decision({ condition: 'a' }, { condition: 'b' }), { code: 'default-missing', severity: 'warning', elementId: 'decide' }],
  ['an event that waits for nothing', wait(undefined), { code: 'trigger-missing', elementId: 'task' }],
  ['a wait that terminates', wait({ type: 'terminate' }), { code: 'trigger-not-allowed', elementId: 'task' }],
  [
    'a timer on a start',
    { elements: [{ id: 'start', type: 'startEvent', trigger: { type: 'timer', duration: 'P1D' } }] },
    { code: 'trigger-not-allowed', elementId: 'start' },
  ],
  ['a timer without time', wait({ type: 'timer' }), { code: 'timer-incomplete', elementId: 'task' }],
  ['a timer with two times', wait({ type: 'timer', date: '2026-01-01', duration: 'P1D' }), { code: 'timer-ambiguous', elementId: 'task' }],
  [
    'a duration in words',
    wait({ type: 'timer', duration: 'two days' }),
    { code: 'timer-invalid', path: 'trigger.duration', message: 'Expected a duration such as P2D or PT4H at “Pause”, but found “two days”.' },
  ],
  ['a wait that repeats', wait({ type: 'timer', cycle: 'R/P1D' }), { code: 'cycle-not-allowed', path: 'trigger.cycle' }],
  ['an automatic step without job', { elements: [{ id: 'task', type: 'serviceTask', name: 'Book' }] }, { code: 'job-type-missing', path: 'job.type' }],
  ['a calculation without formula', { elements: [{ id: 'task', type: 'scriptTask', resultVariable: 'a' }] }, { code: 'script-missing', path: 'script' }],
  ['a result nobody keeps', { elements: [{ id: 'task', type: 'scriptTask', script: '1+1' }] }, { code: 'result-variable-missing', severity: 'warning' }],
  [
    'a task for nobody',
    task({ assignee: ' ', candidateGroups: [] }),
    {
      code: 'nobody-assigned',
      severity: 'warning',
      fix: { type: 'set', id: 'task', property: 'assignee', value: '=initiator', label: 'Let whoever starts the process do it' },
    },
  ],
  [
    'an outcome twice',
    task({
      approval: {
        outcomes: [
          { value: 'a', label: 'A' },
          { value: 'a', label: 'B' },
        ],
      },
    }),
    { code: 'outcome-duplicate', path: 'approval.outcomes.1.value' },
  ],
  ['a due date in words', task({ dueDate: 'soon' }), { code: 'date-invalid', path: 'dueDate' }],
  [
    'a target written twice',
    task({
      outputs: [
        { target: 'a', value: '1' },
        { target: 'a', value: '2' },
      ],
    }),
    { code: 'mapping-duplicate', path: 'outputs.1.target' },
  ],
  [
    'an input of a gateway',
    { elements: [{ id: 'task', type: 'parallelGateway', inputs: [{ target: 'a', value: '1' }] }] },
    { code: 'mapping-not-allowed', path: 'inputs' },
  ],
  ['an expression nobody can read', task({ assignee: '=(' }), { code: 'expression-invalid', elementId: 'task', path: 'assignee' }],
  ['an empty expression', task({ assignee: '=' }), { code: 'expression-invalid', elementId: 'task' }],
  [
    'a condition nobody can read',
    decision({ condition: 'amount > (' }, { isDefault: true }),
    { code: 'expression-invalid', elementId: 'yes', path: 'condition' },
  ],
  [
    'a field twice',
    task({
      form: {
        fields: [
          { key: 'a', type: 'text', label: 'A' },
          { key: 'a', type: 'text', label: 'B' },
        ],
      },
    }),
    { code: 'field-duplicate', path: 'form.fields.1.key' },
  ],
  [
    'a field unlike its variable',
    { ...field({ type: 'number' }), variables: [{ name: 'a', type: 'yesNo' }] },
    { code: 'field-type-differs', severity: 'warning', path: 'form.fields.0.type' },
  ],
  ['a first value that does not fit', field({ type: 'number', value: 'many' }), { code: 'field-value-invalid', path: 'form.fields.0.value' }],
  ['a choice without options', field({ type: 'choice' }), { code: 'options-missing', path: 'form.fields.0.options' }],
  ['an option twice', field({ type: 'choice', options: [{ value: 'x' }, { value: 'x' }] }), { code: 'option-duplicate' }],
  ['an empty range', field({ type: 'number', min: 2, max: 1 }), { code: 'range-empty', path: 'form.fields.0.min' }],
  ['options of a text', field({ options: [] }), { code: 'setting-not-allowed', path: 'form.fields.0.options' }],
  ['a range of a text', field({ max: 1 }), { code: 'setting-not-allowed', path: 'form.fields.0.max' }],
  ['a currency of a text', field({ currency: 'EUR' }), { code: 'setting-not-allowed', path: 'form.fields.0.currency' }],
  [
    'a variable twice',
    {
      variables: [
        { name: 'a', type: 'text' },
        { name: 'a', type: 'text' },
      ],
    },
    { code: 'variable-duplicate', path: 'variables.1.name' },
  ],
  ['a variable that offers no choice', { variables: [{ name: 'a', type: 'choice' }] }, { code: 'options-missing', path: 'variables.0.options' }],
  [
    'five key facts',
    { variables: ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, type: 'text' as const, isKeyFact: true })) },
    { code: 'key-facts-too-many', severity: 'warning' },
  ],
];

/** FEEL itself is not the model's: this stand-in finds brackets that are not closed. */
const checkExpression = (source: string) => (source.split('(').length === source.split(')').length ? null : 'a bracket is open.');

/** Found when a text is read, or about values: not what validate says. `attach-…` and `element-unknown` are answers of rules to a hand. */
const OF_OTHERS =
  /^(not-a-graph|format-.*|too-.*|key-forbidden|unknown-.*|property-.*|value-.*|variable-name-invalid|attach-.*|element-unknown|not-executable|key-duplicate)$/;
const OF_FILES: ReadonlySet<string> = new Set(XML_PROBLEM_CODES);

describe('validate', () => {
  it('finds nothing wrong with a process that is complete', () => {
    expect(validate(graphWith({}), { checkExpression })).toEqual([]);
    expect(validate(graphWith(decision({ condition: 'amount > 1000' }, { isDefault: true })), { checkExpression })).toEqual([]);
  });

  it.each(CASES)('finds %s', (_what, parts, problem) => {
    expect(validate(graphWith(parts), { checkExpression })).toContainEqual(expect.objectContaining({ severity: 'error', ...problem }));
  });

  it('says it in whole sentences that name what was expected', () => {
    for (const [, parts] of CASES)
      for (const { message } of validate(graphWith(parts), { checkExpression })) expect(message).toMatch(/[Ee]xpected .*, (but|because) .*/);
  });

  it('shows errors before warnings', () => {
    const severities = validate(
      graphWith({
        elements: [
          { id: 'lost', type: 'userTask' },
          { id: 'task', type: 'serviceTask' },
        ],
      }),
    ).map((problem) => problem.severity);

    expect(severities).toEqual(severities.toSorted());
    expect(new Set(severities).size).toBe(2);
  });

  it('has a case above for every problem it can find', () => {
    const covered = new Set(CASES.map(([, , problem]) => problem.code));

    expect(PROBLEM_CODES.filter((code) => !covered.has(code) && !OF_OTHERS.test(code) && !OF_FILES.has(code))).toEqual([]);
  });

  it('lets a repeating timer stay beside a step that goes on, and FEEL stand where a date may', () => {
    const parts: Parts = {
      elements: [
        { id: 'late', type: 'boundaryEvent', attachedTo: 'task', cancelActivity: false, trigger: { type: 'timer', cycle: 'R/P1D' } },
        { id: 'task', type: 'userTask', assignee: 'a', dueDate: '=date and time(now)', followUpDate: 'P1D' },
        { id: 'end2', type: 'endEvent', trigger: { type: 'terminate' } },
      ],
      flows: [{ id: 'f3', from: 'late', to: 'end2' }],
    };

    expect(validate(graphWith(parts))).toEqual([]);
  });

  it('does not say of everything behind it that it is unreachable', () => {
    const lost = validate(
      graphWith({
        flows: [
          { id: 'f1', from: 'task', to: 'end' },
          { id: 'f2', from: 'start', to: 'end' },
        ],
      }),
    );

    expect(lost.map((problem) => `${problem.code} ${problem.elementId}`)).toEqual(['unreachable task']);
  });

  it('checks 2,000 elements while somebody types', () => {
    const elements = Array.from({ length: 2000 }, (_, i): Element => ({ id: `t${i}`, type: 'userTask', assignee: 'a' }));
    const flows = elements.slice(1).map((element, i): Flow => ({ id: `g${i}`, from: `t${i}`, to: element.id }));
    const graph = graphWith({ elements, flows: [...flows, { id: 'f2', from: 'task', to: 't0' }, { id: 'last', from: 't1999', to: 'end' }] });
    const before = performance.now();

    expect(validate(graph)).toEqual([]);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
