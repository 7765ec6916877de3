import { emptyGraph, type Graph } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { applyPatch, diffGraphs } from './patch.ts';
import { boxOf, carryOut, draw, drawOn, element, flowsOf, line } from './testing/draw.ts';

const inPool = () => drawOn(line(), { type: 'addPool', id: 'us', at: { x: 0, y: 0 } });
const withCustomer = () => drawOn(inPool(), { type: 'addPool', id: 'customer', at: { x: 300, y: 500 } });

describe('a pool', () => {
  it('goes around the process when it is the first, and belongs to it', () => {
    const graph = inPool();

    expect(graph.pools).toEqual([{ id: 'us' }]);
    expect(boxOf(graph, 'us')).toMatchObject({ x: boxOf(graph, 'start').x - 70, y: boxOf(graph, 'task').y - 40 });
    expect(element(graph, 'task')).not.toHaveProperty('pool');
  });

  it('is somebody else when it is the second, and is drawn only', () => {
    expect(withCustomer().pools).toEqual([{ id: 'us' }, { id: 'customer', process: 'customer', isExecutable: false }]);
  });

  it('stands clear of the pools that are there', () => {
    const graph = drawOn(inPool(), { type: 'addPool', id: 'customer', at: { x: 200, y: 200 } });

    expect(boxOf(graph, 'customer').y).toBe(boxOf(graph, 'us').y + boxOf(graph, 'us').height + 40);
  });

  it('takes along what is in it when it is moved', () => {
    const before = drawOn(inPool(), { type: 'addLane', pool: 'us', id: 'sales' });
    const graph = drawOn(before, { type: 'moveElements', ids: ['us'], by: { x: 50, y: 20 } });

    for (const id of ['us', 'sales', 'start', 'task', 'end'])
      expect(boxOf(graph, id)).toMatchObject({ x: boxOf(before, id).x + 50, y: boxOf(before, id).y + 20 });
  });

  it('gives what is put into it its id, and takes it away again outside of the process', () => {
    const graph = drawOn(withCustomer(), { type: 'addElement', elementType: 'task', id: 'order', at: { x: 300, y: 500 } });
    expect(element(graph, 'order')).toMatchObject({ pool: 'customer' });

    const back = drawOn(graph, { type: 'moveElements', ids: ['order'], by: { x: 0, y: -300 } });
    expect(element(back, 'order')).not.toHaveProperty('pool');
  });

  it('grows to what is put beside it', () => {
    const graph = drawOn(inPool(), { type: 'addElement', elementType: 'task', id: 'far', at: { x: 900, y: 200 } });

    expect(boxOf(graph, 'us').x + boxOf(graph, 'us').width).toBe(970);
  });

  it('loses the flows of a step that is moved into another one', () => {
    const graph = drawOn(withCustomer(), { type: 'moveElements', ids: ['task'], by: { x: 50, y: 300 } });

    expect(element(graph, 'task')).toMatchObject({ pool: 'customer' });
    expect(flowsOf(graph)).toEqual([]);
  });

  it('takes what is in it along when it is deleted; that of the process leaves its content', () => {
    const drawn = drawOn(withCustomer(), { type: 'addElement', elementType: 'task', id: 'order', at: { x: 300, y: 500 } });

    const graph = drawOn(drawn, { type: 'removeElements', ids: ['customer', 'us'] });

    expect(graph).not.toHaveProperty('pools');
    expect(graph.elements.map(({ id }) => id)).toEqual(['start', 'task', 'end']);
    expect(graph.layout).not.toHaveProperty('us');
  });
});

describe('a lane', () => {
  const withLanes = () => drawOn(inPool(), { type: 'addLane', pool: 'us', id: 'sales' }, { type: 'addLane', pool: 'us', id: 'stock' });

  it('makes the pool it needs', () => {
    const graph = draw({ type: 'addLane', id: 'sales', at: { x: 300, y: 300 } });

    expect(graph.pools).toHaveLength(1);
    expect(graph.lanes).toEqual([{ id: 'sales', pool: graph.pools?.[0]?.id }]);
  });

  it('fills the pool when it is the first and takes in what is there', () => {
    const graph = drawOn(inPool(), { type: 'addLane', pool: 'us', id: 'sales' });
    const pool = boxOf(graph, 'us');

    expect(boxOf(graph, 'sales')).toEqual({ ...pool, x: pool.x + 30, width: pool.width - 30 });
    expect(element(graph, 'task')).toMatchObject({ lane: 'sales' });
  });

  it('comes below the others, and the pool grows', () => {
    const graph = withLanes();

    expect(boxOf(graph, 'stock')).toMatchObject({ y: boxOf(graph, 'sales').y + boxOf(graph, 'sales').height, height: 120 });
    expect(boxOf(graph, 'us').height).toBe(boxOf(graph, 'sales').height + 120);
  });

  it('takes in what is moved into it', () => {
    const graph = drawOn(withLanes(), { type: 'moveElements', ids: ['task'], by: { x: 0, y: 130 } });

    expect(element(graph, 'task')).toMatchObject({ lane: 'stock' });
  });

  it('gets another height, and what is below moves', () => {
    const before = withLanes();
    const sales = boxOf(before, 'sales');

    const graph = drawOn(before, { type: 'resize', id: 'sales', box: { ...sales, height: sales.height + 40 } });

    expect(boxOf(graph, 'stock').y).toBe(boxOf(before, 'stock').y + 40);
    expect(boxOf(graph, 'us').height).toBe(boxOf(before, 'us').height + 40);
  });

  it('leaves its room to its neighbour when it is deleted', () => {
    const before = withLanes();

    const graph = drawOn(before, { type: 'removeElements', ids: ['sales'] });

    expect(boxOf(graph, 'stock').height).toBe(boxOf(before, 'us').height);
    expect(element(graph, 'task')).toMatchObject({ lane: 'stock' });
  });
});

describe('drawing from one thing to another', () => {
  const messages = () => drawOn(withCustomer(), { type: 'connect', from: 'task', to: 'customer', id: 'm1' });

  it('makes a message flow between pools', () => {
    expect(messages().messageFlows).toEqual([{ id: 'm1', from: 'task', to: 'customer' }]);
    expect(carryOut(messages(), { type: 'rename', id: 'm1', name: 'Invoice' }).graph.messageFlows?.[0]).toMatchObject({ name: 'Invoice' });
  });

  it('refuses a message to the pool it comes from', () => {
    expect(() => carryOut(withCustomer(), { type: 'connect', from: 'task', to: 'us' })).toThrow('another pool');
  });

  it('makes an association from a note, and a data association from data', () => {
    const graph = drawOn(
      line(),
      { type: 'addArtifact', artifactType: 'textAnnotation', id: 'note', at: { x: 300, y: 80 }, properties: { text: 'Only abroad' }, about: 'task' },
      { type: 'addArtifact', artifactType: 'dataObject', id: 'order', at: { x: 300, y: 400 } },
      { type: 'connect', from: 'order', to: 'task', id: 'reads' },
    );

    expect(graph.artifacts).toMatchObject([
      { id: 'note', text: 'Only abroad' },
      { type: 'association', from: 'note', to: 'task', direction: 'none' },
      { id: 'order' },
      { id: 'reads', type: 'dataAssociation', from: 'order', to: 'task' },
    ]);
  });

  it('makes a handler of what a compensation border event leads to', () => {
    const graph = drawOn(
      line(),
      { type: 'attachBoundaryEvent', host: 'task', id: 'undo', properties: { trigger: { type: 'compensation' } } },
      { type: 'addElement', elementType: 'task', id: 'refund', at: { x: 400, y: 400 } },
      { type: 'connect', from: 'undo', to: 'refund', id: 'a1' },
    );

    expect(graph.artifacts).toEqual([{ id: 'a1', type: 'association', from: 'undo', to: 'refund', direction: 'one' }]);
    expect(element(graph, 'refund')).toMatchObject({ isForCompensation: true });
  });

  it('goes when one of its ends goes', () => {
    expect(drawOn(messages(), { type: 'removeElements', ids: ['task'] })).not.toHaveProperty('messageFlows');
  });
});

it('sets what a pool, a lane, a note and a message flow have of their own', () => {
  const graph = drawOn(
    inPool(),
    { type: 'addLane', pool: 'us', id: 'sales' },
    { type: 'setProperties', id: 'sales', properties: { candidateGroups: ['Sales'] } },
  );

  expect(graph.lanes).toEqual([{ id: 'sales', pool: 'us', candidateGroups: ['Sales'] }]);
  expect(() => carryOut(graph, { type: 'setProperties', id: 'us', properties: { colour: 'red' } })).toThrow();
});

it('a patch carries pools, lanes and message flows there and back', () => {
  const before: Graph = { ...emptyGraph('p', 'P'), versionTag: 'spring', extensions: { vendor: 1 } };
  const after = drawOn(before, { type: 'addPool', id: 'us', at: { x: 0, y: 0 } }, { type: 'addLane', pool: 'us', id: 'sales' });

  expect(applyPatch(before, diffGraphs(before, after))).toEqual(after);
  expect(after).toMatchObject({ versionTag: 'spring', extensions: { vendor: 1 } });
  expect(applyPatch(after, diffGraphs(after, before))).not.toHaveProperty('pools');
});

it('an event sub-process begins with an event, an ad-hoc one with any of its steps', () => {
  const graph = draw(
    { type: 'addElement', elementType: 'subProcess', id: 'event', at: { x: 200, y: 200 }, properties: { triggeredByEvent: true } },
    { type: 'addElement', elementType: 'adHocSubProcess', id: 'adHoc', at: { x: 200, y: 600 } },
  );

  expect(graph.elements.filter(({ parent }) => parent === 'event')).toMatchObject([{ type: 'startEvent', trigger: { type: 'message' } }]);
  expect(graph.elements.filter(({ parent }) => parent === 'adHoc')).toEqual([]);
});

it('a pool that is moved keeps its size, also where an import drew some of its steps outside', () => {
  const imported: Graph = {
    ...emptyGraph('p', 'P'),
    elements: [{ id: 'far', type: 'task' }],
    pools: [{ id: 'us' }],
    layout: { us: { x: 0, y: 0, width: 600, height: 200 }, far: { x: -500, y: -500, width: 100, height: 80 } },
  };

  const moved = drawOn(imported, { type: 'moveElements', ids: ['us'], by: { x: 10, y: 0 } });

  expect(moved.layout.us).toMatchObject({ x: 10, y: 0, width: 600, height: 200 });
});
