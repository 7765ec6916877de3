import { describe, expect, it } from 'vitest';
import type { Graph } from './graph.ts';
import { canonicalJson, meaningOf } from './meaning.ts';
import { invoiceApproval } from './templates/invoice-approval.ts';

const changed = (change: Partial<Graph>) => meaningOf({ ...invoiceApproval, ...change });
const meaning = meaningOf(invoiceApproval);

describe('meaningOf', () => {
  it('does not change with layout, the order of elements, or of properties', () => {
    const reversed = invoiceApproval.elements.map((element) => Object.fromEntries(Object.entries(element).toReversed()) as typeof element);

    expect(changed({ layout: {} })).toBe(meaning);
    expect(changed({ elements: reversed.toReversed() })).toBe(meaning);
    expect(changed({ artifacts: [] })).toBe(meaning);
    expect(changed({ description: invoiceApproval.description, artifacts: undefined })).toBe(meaning);
  });

  it('does not change when flows of different elements swap places', () => {
    const [first, second, ...rest] = invoiceApproval.flows;

    expect(first?.from).not.toBe(second?.from);
    expect(changed({ flows: [second, first, ...rest].filter((flow) => flow !== undefined) })).toBe(meaning);
  });

  it('does not change with the order of pools, lanes and message flows', () => {
    const pools = [{ id: 'a' }, { id: 'b' }];
    const lanes = [{ id: 'c' }, { id: 'd' }];

    expect(changed({ pools, lanes })).toBe(changed({ pools: pools.toReversed(), lanes: lanes.toReversed() }));
    expect(changed({ pools })).not.toBe(meaning);
  });

  it('changes with the order in which a decision is asked', () => {
    expect(changed({ flows: invoiceApproval.flows.toReversed() })).not.toBe(meaning);
  });

  it('changes with every property', () => {
    expect(changed({ name: 'Other' })).not.toBe(meaning);
    expect(changed({ flows: invoiceApproval.flows.map((flow) => (flow.condition ? { ...flow, condition: `${flow.condition} ` } : flow)) })).not.toBe(meaning);
    expect(changed({ variables: [] })).not.toBe(meaning);
  });
});

describe('canonicalJson', () => {
  it('sorts keys, leaves out undefined, and stays JSON', () => {
    expect(canonicalJson({ b: [1, undefined, { d: null, c: 'x' }], a: undefined })).toBe('{"b":[1,null,{"c":"x","d":null}]}');
  });
});
