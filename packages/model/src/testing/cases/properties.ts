import { type Case, decision, field, task } from '../graph-with.ts';

export const PROPERTIES: readonly Case[] = [
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
