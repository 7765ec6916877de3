import { type Element, emptyGraph, type Graph } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { knownVariables, variablesAfterForm } from './known-variables.ts';

const form = { fields: [{ key: 'amount', type: 'number', label: 'Amount' } as const] };
const graphWith = (...elements: readonly Element[]): Graph => ({
  ...emptyGraph('p', 'P'),
  variables: [{ name: 'amount', type: 'number' }],
  elements: [{ id: 'start', type: 'startEvent', form }, ...elements],
});
const known = (graph: Graph) => Object.fromEntries(knownVariables(graph).map(({ name, type }) => [name, type]));

describe('what a condition can ask', () => {
  it('knows what rounds, caught errors, decision tables and data objects give', () => {
    const graph = graphWith(
      {
        id: 'each',
        type: 'task',
        loop: { kind: 'parallel', collection: '=items', elementVariable: 'item', indexVariable: 'round', outputCollection: 'scores' },
      },
      { id: 'caught', type: 'boundaryEvent', attachedTo: 'each', trigger: { type: 'error', codeVariable: 'code', messageVariable: 'why' } },
      { id: 'any', type: 'intermediateCatchEvent', trigger: { type: 'multiple', triggers: [{ type: 'escalation', codeVariable: 'asked' }] } },
      { id: 'decide', type: 'businessRuleTask', decision: { inputs: [], outputs: [{ name: 'discount' }], rules: [] } },
    );
    const withData: Graph = { ...graph, artifacts: [{ id: 'bills', type: 'dataObject', variable: 'bills', isCollection: true }] };

    expect(known(withData)).toEqual({
      amount: 'number',
      item: 'any',
      round: 'number',
      scores: 'list',
      code: 'text',
      why: 'text',
      asked: 'text',
      discount: 'any',
      bills: 'list',
    });
  });
});

describe('a variable whose last field is taken away', () => {
  const left = (graph: Graph) => variablesAfterForm(graph, 'start', { fields: [] }).map(({ name }) => name);

  it('goes', () => {
    expect(left(graphWith())).toEqual([]);
  });

  it.each<readonly [string, Element]>([
    ['a message is found by it', { id: 'a', type: 'receiveTask', message: { name: 'm', correlationKey: '=amount' } }],
    ['something is repeated while it is so', { id: 'a', type: 'task', loop: { kind: 'standard', condition: 'amount > 3' } }],
    ['a decision table asks it', { id: 'a', type: 'businessRuleTask', decision: { inputs: [{ expression: 'amount' }], outputs: [{ name: 'r' }], rules: [] } }],
    [
      'a rule compares with it',
      {
        id: 'a',
        type: 'businessRuleTask',
        decision: { inputs: [{ expression: 'x' }], outputs: [{ name: 'r' }], rules: [{ when: ['> amount'], gives: ['1'] }] },
      },
    ],
    ['an event waits for it', { id: 'a', type: 'intermediateCatchEvent', trigger: { type: 'conditional', condition: 'amount > 3' } }],
  ])('stays when %s', (_, element) => {
    expect(left(graphWith(element))).toEqual(['amount']);
  });
});
