import { emptyGraph, type Graph } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { neighbour } from './flow-navigation.ts';
import { hitTest } from './hit-test.ts';
import { placeMissing } from './place-missing.ts';
import { createSceneMaker, shapeOf, wayOf } from './scene.ts';
import { createProjector } from './to-react-flow.ts';

const drawn = (): Graph => ({
  ...emptyGraph('shop', 'Shop'),
  elements: [
    { id: 'ship', type: 'task', name: 'Ship' },
    { id: 'undo', type: 'boundaryEvent', attachedTo: 'ship', trigger: { type: 'compensation' } },
    { id: 'back', type: 'task', name: 'Take back', isForCompensation: true },
  ],
  artifacts: [
    { id: 'note', type: 'textAnnotation', text: 'Only abroad', attachedTo: 'ship' },
    { id: 'undoes', type: 'association', from: 'undo', to: 'back', direction: 'one' },
    { id: 'ledger', type: 'dataStore', name: 'Ledger' },
    { id: 'frame', type: 'group', name: 'Together' },
  ],
  pools: [
    { id: 'us', name: 'Us' },
    { id: 'customer', name: 'Customer', isExecutable: false },
  ],
  lanes: [{ id: 'stock', name: 'Stock', pool: 'us' }],
  messageFlows: [{ id: 'sends', from: 'ship', to: 'customer', name: 'Parcel' }],
  layout: {
    us: { x: 0, y: 0, width: 600, height: 300 },
    stock: { x: 30, y: 0, width: 570, height: 300 },
    customer: { x: 0, y: 400, width: 600, height: 80 },
    ship: { x: 100, y: 60, width: 100, height: 80 },
    undo: { x: 152, y: 122, width: 36, height: 36 },
    back: { x: 300, y: 200, width: 100, height: 80 },
    note: { x: 260, y: 20, width: 140, height: 50 },
    ledger: { x: 500, y: 100, width: 50, height: 50 },
    frame: { x: 80, y: 40, width: 200, height: 200 },
  },
});
const scene = createSceneMaker()(drawn());
const hit = (x: number, y: number) => hitTest(scene, { x, y }, { zoom: 1 });

describe('pools, lanes, notes and data', () => {
  it('lie under all that is in them, and lines over them', () => {
    const band = (id: string) => shapeOf(scene, id)?.band ?? 0;

    expect(band('us')).toBeLessThan(band('stock'));
    expect(band('stock')).toBeLessThan(band('frame'));
    expect(band('frame')).toBeLessThan(band('ship'));
    expect(wayOf(scene, 'sends')?.band).toBeGreaterThan(band('stock'));
  });

  it('are each a node of their own for React Flow, lines too', () => {
    const { nodes } = createProjector('x')(scene, { elements: new Map(), flows: new Map() });

    expect(nodes.filter(({ type }) => type === 'figure').map(({ id }) => id)).toEqual(['us', 'customer', 'stock', 'note', 'ledger', 'frame']);
    expect(nodes.filter(({ type }) => type === 'line').map(({ id }) => id)).toEqual(['sends', 'note points', 'undoes']);
  });

  it('stay the same objects while nothing about them changes', () => {
    const make = createSceneMaker();
    const [before, after] = [make(drawn()), make(drawn())];

    expect(after.figures.every((figure, at) => figure === before.figures[at])).toBe(true);
    expect(after.lines.every((line, at) => line === before.lines[at])).toBe(true);
  });

  it('are taken hold of by header and border; inside, a lasso begins', () => {
    expect(hit(15, 150)).toEqual({ type: 'element', id: 'us', zone: 'body' });
    expect(hit(40, 250)).toEqual({ type: 'element', id: 'stock', zone: 'body' });
    expect(hit(300, 150)).toEqual({ type: 'element', id: 'stock', zone: 'inside' });
    expect(hit(82, 200)).toEqual({ type: 'element', id: 'frame', zone: 'body' });
    expect(hit(300, 440)).toEqual({ type: 'element', id: 'customer', zone: 'body' });
    expect(hit(525, 125)).toEqual({ type: 'element', id: 'ledger', zone: 'body' });
  });

  it('lead messages straight down to a whole pool, and what undoes a step around the corner', () => {
    expect(wayOf(scene, 'sends')?.waypoints).toEqual([
      { x: 150, y: 140 },
      { x: 150, y: 400 },
    ]);
    expect(wayOf(scene, 'undoes')?.waypoints).toEqual([
      { x: 170, y: 158 },
      { x: 170, y: 240 },
      { x: 300, y: 240 },
    ]);
  });

  it('are reached by the arrow keys, but not what only frames others', () => {
    expect(neighbour(drawn(), 'note', 'right')).toBe('ledger');
    expect(neighbour(drawn(), 'back', 'down')).toBeUndefined();
  });

  it('get a place when they come without one: pools around what is in them, lanes as rows', () => {
    const { layout, ...graph } = drawn();
    const { us: _, stock: __, ledger: ___, ...kept } = layout;
    const placed = placeMissing({ ...graph, layout: kept });

    expect(placed.layout.us).toMatchObject({ x: 24, width: 416 });
    expect(placed.layout.stock).toMatchObject({ x: 54, width: 386 });
    expect(placed.layout.ledger).toMatchObject({ width: 50, height: 50 });
  });
});
