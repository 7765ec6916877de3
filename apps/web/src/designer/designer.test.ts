import { emptyGraph, type Graph, indexGraph } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { fromClipboardText, toClipboardText } from './clipboard-text.ts';
import { formatCondition, operatorsFor, parseCondition, wordsOf } from './condition.ts';
import { knownVariables, variablesAfterForm } from './known-variables.ts';
import { outlineRows } from './outline-rows.ts';
import { outcomeVariable, renameCommands } from './rename-commands.ts';

const drawn = (): Graph => ({
  ...emptyGraph('invoice', 'Invoice'),
  variables: [{ name: 'amount', type: 'money', label: 'Amount', isKeyFact: true }],
  elements: [
    { id: 'start', type: 'startEvent', form: { fields: [{ key: 'amount', type: 'money', label: 'Amount' }] } },
    { id: 'approve', type: 'userTask', name: 'Approve invoice', approval: { resultVariable: 'approveInvoiceOutcome' } },
    { id: 'late', type: 'boundaryEvent', attachedTo: 'approve', trigger: { type: 'timer', duration: 'P1D' } },
    { id: 'asked', type: 'exclusiveGateway' },
    { id: 'end', type: 'endEvent' },
  ],
  flows: [
    { id: 'f1', from: 'start', to: 'approve' },
    { id: 'f2', from: 'approve', to: 'asked' },
    { id: 'f3', from: 'asked', to: 'end' },
  ],
});

describe('the answer of an approval', () => {
  it('is kept in a variable named after the step', () => {
    expect(outcomeVariable('Approve invoice')).toBe('approveInvoiceOutcome');
    expect(outcomeVariable('Rechnung prüfen!')).toBe('rechnungPrüfenOutcome');
    expect(outcomeVariable('4 eyes')).toBe('_4EyesOutcome');
  });

  it('follows the name in the same act', () => {
    expect(renameCommands(drawn(), 'approve', 'Sign off')).toEqual([
      { type: 'rename', id: 'approve', name: 'Sign off' },
      { type: 'setProperties', id: 'approve', properties: { approval: { resultVariable: 'signOffOutcome' } } },
    ]);
  });

  it('keeps its variable once a condition asks for it', () => {
    const graph = drawn();
    const asked: Graph = {
      ...graph,
      flows: graph.flows.map((flow) => (flow.id === 'f3' ? { ...flow, condition: 'approveInvoiceOutcome = "approve"' } : flow)),
    };

    expect(renameCommands(asked, 'approve', 'Sign off')).toEqual([{ type: 'rename', id: 'approve', name: 'Sign off' }]);
  });

  it('is offered to conditions as plain choices', () => {
    const known = knownVariables(drawn()).find(({ name }) => name === 'approveInvoiceOutcome');

    expect(known?.choices).toEqual([
      { value: 'approve', label: 'Approved' },
      { value: 'reject', label: 'Rejected' },
    ]);
    const condition = formatCondition({ variable: 'approveInvoiceOutcome', operator: '=', value: 'approve' }, known);
    expect(condition).toBe('approveInvoiceOutcome = "approve"');
    expect(wordsOf(parseCondition(condition)!, known)).toBe('Approved');
  });
});

describe('a condition by choosing', () => {
  it.each([
    ['amount > 1000', { variable: 'amount', operator: '>', value: '1000' }],
    ['=amount>=1000.5', { variable: 'amount', operator: '>=', value: '1000.5' }],
    ['due < date("2026-01-31")', { variable: 'due', operator: '<', value: '2026-01-31' }],
    ['ok = true', { variable: 'ok', operator: '=', value: 'true' }],
    ['name != "a \\"b\\""', { variable: 'name', operator: '!=', value: 'a "b"' }],
  ])('reads %s', (source, expected) => {
    expect(parseCondition(source)).toEqual(expected);
  });

  it.each(['amount > limit', 'a > 1 and b > 2', 'count(list) > 1', 'x = "a" or y = "b"', ''])('leaves %s to the formula', (source) => {
    expect(parseCondition(source)).toBeNull();
  });

  it('offers more and less only where there is an order', () => {
    expect(operatorsFor({ name: 'a', label: 'a', type: 'money' })).toContain('>');
    expect(operatorsFor({ name: 'a', label: 'a', type: 'yesNo' })).toEqual(['=', '!=']);
  });
});

describe('variables of forms', () => {
  it('are declared by their fields and stay key facts', () => {
    const fields = [
      { key: 'amount', type: 'number' as const, label: 'Total' },
      { key: 'reason', type: 'longText' as const, label: 'Reason' },
    ];

    expect(variablesAfterForm(drawn(), 'start', { fields })).toEqual([
      { name: 'amount', type: 'number', label: 'Total', isKeyFact: true },
      { name: 'reason', type: 'text', label: 'Reason' },
    ]);
  });

  it('go with their last field, unless a condition asks for them', () => {
    const graph = drawn();
    const asked: Graph = { ...graph, flows: graph.flows.map((flow) => ({ ...flow, condition: 'amount > 10' })) };

    expect(variablesAfterForm(graph, 'start', { fields: [] })).toEqual([]);
    expect(variablesAfterForm(asked, 'start', { fields: [] })).toHaveLength(1);
  });
});

describe('the outline', () => {
  it('lists steps along the flows, border events below their step', () => {
    expect(outlineRows(indexGraph(drawn())).map(({ element, level }) => `${level} ${element?.id}`)).toEqual([
      '1 start',
      '1 approve',
      '2 late',
      '1 asked',
      '1 end',
    ]);
  });
});

describe('the clipboard', () => {
  it('knows its own again and leaves anything else alone', () => {
    const fragment = { elements: [{ id: 'a', type: 'userTask' as const }], flows: [], artifacts: [], layout: {} };

    expect(fromClipboardText(toClipboardText(fragment))).toEqual(fragment);
    expect(fromClipboardText('hello')).toBeNull();
    expect(fromClipboardText('baton.fragment 1\n{"elements":[{"id":"a","type":"spaceship"}],"flows":[],"artifacts":[],"layout":{}}')).toBeNull();
  });
});
