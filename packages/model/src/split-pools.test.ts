import { describe, expect, it } from 'vitest';
import { emptyGraph, type Graph } from './graph.ts';
import { splitPools } from './split-pools.ts';

const shop = (): Graph => ({
  ...emptyGraph('shop', 'Shop'),
  pools: [
    { id: 'p1', name: 'Shop', process: 'shop', isExecutable: true },
    { id: 'p2', name: 'Store', process: 'store', isExecutable: true },
    { id: 'p3', name: 'Customer', isExecutable: false },
  ],
  elements: [
    { id: 's1', type: 'startEvent' },
    { id: 'ask', type: 'sendTask' },
    { id: 's2', type: 'startEvent', pool: 'p2', trigger: { type: 'message' } },
    { id: 'sub', type: 'subProcess', pool: 'p2' },
    { id: 'inner', type: 'task', parent: 'sub' },
  ],
  flows: [
    { id: 'f1', from: 's1', to: 'ask' },
    { id: 'f2', from: 's2', to: 'sub' },
  ],
  artifacts: [
    { id: 'note', type: 'textAnnotation', pool: 'p2' },
    { id: 'line', type: 'association', from: 'note', to: 'sub' },
  ],
  messageFlows: [{ id: 'm1', from: 'ask', to: 's2', name: 'order' }],
  layout: { s1: { x: 0, y: 0, width: 36, height: 36 }, s2: { x: 0, y: 300, width: 36, height: 36 } },
});

describe('splitPools', () => {
  it('leaves a graph without pools as it is', () => {
    const graph = emptyGraph('p', 'P');

    expect(splitPools(graph)).toEqual([graph]);
  });

  it('gives each executable pool a graph of its own with what is drawn in it', () => {
    const [first, second, ...more] = splitPools(shop());

    expect(more).toEqual([]);
    expect([first?.key, first?.elements.map(({ id }) => id), first?.flows.map(({ id }) => id)]).toEqual(['shop', ['s1', 'ask'], ['f1']]);
    expect([second?.key, second?.name, second?.elements.map(({ id }) => id)]).toEqual(['store', 'Store', ['s2', 'sub', 'inner']]);
    expect(second?.artifacts?.map(({ id }) => id)).toEqual(['note', 'line']);
    expect(Object.keys(second?.layout ?? {})).toEqual(['s2']);
  });

  it('lets a message flow name the message of both ends that have none', () => {
    const [first, second] = splitPools(shop());

    expect(first?.elements[1]).toMatchObject({ message: { name: 'order' } });
    expect(second?.elements[0]).toMatchObject({ trigger: { type: 'message', name: 'order' } });
  });

  it('keeps a name that an end already has, and gives it to the other', () => {
    const graph = shop();
    graph.elements[2] = { id: 's2', type: 'startEvent', pool: 'p2', trigger: { type: 'message', name: 'own' } };

    const [first, second] = splitPools({ ...graph, messageFlows: [{ id: 'm1', from: 'ask', to: 's2' }] });

    expect(first?.elements[1]).toMatchObject({ message: { name: 'own' } });
    expect(second?.elements[0]).toMatchObject({ trigger: { name: 'own' } });
  });
});
