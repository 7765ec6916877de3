import type { DecisionTable } from '../../decision-table.ts';
import type { Loop } from '../../loop.ts';
import { type Case, inside, type Parts, step, task } from '../graph-with.ts';

const loop = (properties: Loop): Parts => task({ loop: properties });
const table = (properties: Partial<DecisionTable>): Parts =>
  step({
    id: 'task',
    type: 'businessRuleTask',
    resultVariable: 'r',
    decision: { inputs: [{ expression: 'a' }], outputs: [{ name: 'o' }], rules: [{ when: ['-'], gives: ['1'] }], ...properties },
  });
const adHoc = (...content: NonNullable<Parts['elements']>): Parts => ({ elements: [{ id: 'task', type: 'adHocSubProcess' }, ...content] });

export const ACTIVITIES: readonly Case[] = [
  ['a loop without end', loop({ kind: 'standard' }), { code: 'loop-incomplete', path: 'loop' }],
  ['several for nothing', loop({ kind: 'parallel' }), { code: 'loop-incomplete', path: 'loop' }],
  ['several for a list and a number', loop({ kind: 'sequential', cardinality: 3, collection: '=items' }), { code: 'loop-ambiguous', path: 'loop.cardinality' }],
  ['minus one rounds', loop({ kind: 'parallel', cardinality: '-1' }), { code: 'loop-count-invalid', path: 'loop.cardinality' }],
  ['a billion rounds', loop({ kind: 'parallel', cardinality: '=1000000000' }), { code: 'loop-count-invalid' }],
  ['no round at most', loop({ kind: 'standard', maximum: '0' }), { code: 'loop-count-invalid', path: 'loop.maximum' }],
  ['an item of no list', loop({ kind: 'parallel', cardinality: 3, elementVariable: 'item' }), { code: 'setting-not-allowed', path: 'loop.elementVariable' }],
  ['a result nobody collects', loop({ kind: 'parallel', cardinality: 3, outputElement: '=a' }), { code: 'setting-not-allowed', path: 'loop.outputElement' }],
  ['a list of nothing', loop({ kind: 'parallel', cardinality: 3, outputCollection: 'all' }), { code: 'loop-incomplete', path: 'loop.outputElement' }],
  ['rounds that throw nothing', loop({ kind: 'parallel', cardinality: 3, behaviour: 'one' }), { code: 'loop-event-missing', path: 'loop.event' }],
  [
    'rounds that throw nothing at a condition',
    loop({ kind: 'parallel', cardinality: 3, behaviour: 'complex' }),
    { code: 'loop-event-missing', path: 'loop.events' },
  ],
  [
    'rounds that throw at no condition',
    loop({ kind: 'parallel', cardinality: 3, behaviour: 'complex', events: [{ condition: '', event: { type: 'signal', name: 's' } }] }),
    { code: 'loop-incomplete', path: 'loop.events.0.condition' },
  ],
  [
    'rounds that throw a timer',
    loop({ kind: 'parallel', cardinality: 3, behaviour: 'none', event: { type: 'timer' } }),
    { code: 'trigger-not-allowed', path: 'loop.event' },
  ],
  ['rounds that are enough at a number', loop({ kind: 'parallel', cardinality: 3, completionCondition: '23' }), { code: 'condition-not-boolean' }],
  ['a call of nothing', step({ id: 'task', type: 'callActivity' }), { code: 'called-element-missing', path: 'calledElement' }],
  [
    'a version without number',
    step({ id: 'task', type: 'callActivity', calledElement: 'q', binding: 'version' }),
    { code: 'binding-incomplete', path: 'version' },
  ],
  ['a tag without name', step({ id: 'task', type: 'callActivity', calledElement: 'q', binding: 'tag', tag: '' }), { code: 'binding-incomplete', path: 'tag' }],
  ['a message without name to send', step({ id: 'task', type: 'sendTask' }), { code: 'name-missing', path: 'message.name' }],
  ['a message without name to receive', step({ id: 'task', type: 'receiveTask' }), { code: 'name-missing', path: 'message.name' }],
  ['a message sent in two ways', step({ id: 'task', type: 'sendTask', job: { type: 'mail' }, message: { name: 'm' } }), { code: 'implementation-ambiguous' }],
  ['retries in words', step({ id: 'task', type: 'serviceTask', job: { type: 'mail', retries: 'often' } }), { code: 'retries-invalid', path: 'job.retries' }],
  ['a receiver that starts in the middle', step({ id: 'task', type: 'receiveTask', instantiate: true }), { code: 'instantiate-not-allowed' }],
  ['a decision about nothing', step({ id: 'task', type: 'businessRuleTask' }), { code: 'decision-missing', path: 'decision' }],
  ['a row too short', table({ rules: [{ when: [], gives: ['1'] }] }), { code: 'decision-row-unfit', path: 'decision.rules.0' }],
  ['a result that is empty', table({ rules: [{ when: ['-'], gives: [' '] }] }), { code: 'decision-cell-missing', path: 'decision.rules.0.gives.0' }],
  ['an input that looks at nothing', table({ inputs: [{ expression: '' }] }), { code: 'decision-cell-missing', path: 'decision.inputs.0.expression' }],
  ['an output twice', table({ outputs: [{ name: 'o' }, { name: 'o' }] }), { code: 'decision-output-duplicate', path: 'decision.outputs.1.name' }],
  ['a table without rules', table({ rules: [] }), { code: 'decision-without-rules', severity: 'warning' }],
  ['a sum of what is not collected', table({ aggregation: 'sum' }), { code: 'setting-not-allowed', path: 'decision.aggregation' }],
  ['tests nobody can read', table({ rules: [{ when: ['< ('], gives: ['1'] }] }), { code: 'expression-invalid', path: 'decision.rules.0.when.0' }],
  ['an ad-hoc sub-process with a start', adHoc({ id: 'in', type: 'startEvent', parent: 'task' }), { code: 'ad-hoc-content', elementId: 'in' }],
  ['an ad-hoc sub-process with an end', adHoc({ id: 'out', type: 'endEvent', parent: 'task' }), { code: 'ad-hoc-content', elementId: 'out' }],
  ['an ad-hoc sub-process with nothing to do', adHoc(), { code: 'ad-hoc-empty', elementId: 'task' }],
  [
    'an event sub-process that is repeated',
    inside('subProcess', { type: 'signal', name: 's' }, { triggeredByEvent: true, loop: { kind: 'standard', maximum: 2 } }),
    { code: 'setting-not-allowed', elementId: 'beside', path: 'loop' },
  ],
  [
    'two starts of a sub-process',
    { elements: [...(inside('subProcess', undefined).elements ?? []), { id: 'in2', type: 'startEvent', parent: 'task' }] },
    { code: 'start-duplicate', elementId: 'in2' },
  ],
];
