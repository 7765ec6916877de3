import { emptyGraph, type Graph } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { overlaps } from './geometry.ts';
import { createSceneMaker } from './scene.ts';
import { boxOfText, movedText } from './written-text.ts';

const TASK = { x: 100, y: 100, width: 100, height: 80 };

const withEvent = (at: { x: number; y: number }, waypoints?: { x: number; y: number }[]): Graph => ({
  ...emptyGraph('p', 'P'),
  elements: [
    { id: 'task', type: 'userTask', name: 'Approve' },
    { id: 'late', type: 'boundaryEvent', name: 'After 2 days', attachedTo: 'task', trigger: { type: 'timer', duration: 'P2D' } },
    { id: 'end', type: 'endEvent' },
  ],
  flows: waypoints ? [{ id: 'f', from: 'late', to: 'end', name: 'Remind' }] : [],
  layout: { task: TASK, late: { ...at, width: 36, height: 36 }, end: { x: 500, y: 400, width: 36, height: 36 }, ...(waypoints && { f: { waypoints } }) },
});

function captionBox(graph: Graph, id: string) {
  const drawn = createSceneMaker()(graph).elements.find(({ element }) => element.id === id);
  if (!drawn?.caption) throw new Error(`Expected a name at ${id}, but there is none.`);
  return boxOfText(movedText(drawn.caption, drawn.box.x, drawn.box.y));
}

describe('a name outside its shape', () => {
  it.each([
    ['top', { x: 157, y: 82 }],
    ['bottom', { x: 157, y: 162 }],
    ['left', { x: 82, y: 122 }],
    ['right', { x: 182, y: 122 }],
  ])('of an event on the %s edge never lies on its host', (_, at) => {
    expect(overlaps(captionBox(withEvent(at), 'late'), TASK)).toBe(false);
  });

  it('of an event on the top edge stands above it', () => {
    const { y, height } = captionBox(withEvent({ x: 157, y: 82 }), 'late');

    expect(y + height).toBeLessThanOrEqual(82);
  });

  it('moves out of the way of a flow that leaves downwards, without touching the host', () => {
    const box = captionBox(
      withEvent({ x: 157, y: 162 }, [
        { x: 175, y: 198 },
        { x: 175, y: 418 },
        { x: 500, y: 418 },
      ]),
      'late',
    );

    expect(box.x + box.width).toBeLessThan(175);
    expect(overlaps(box, TASK)).toBe(false);
  });

  it('stands in the middle of the box a hand gave it', () => {
    const graph = withEvent({ x: 157, y: 82 });
    const label = { x: 220, y: 40, width: 100, height: 28 };

    const box = captionBox({ ...graph, layout: { ...graph.layout, late: { x: 157, y: 82, width: 36, height: 36, label } } }, 'late');

    expect(box.x + box.width / 2).toBeCloseTo(270);
    expect(box.y + box.height / 2).toBeCloseTo(54);
  });
});

describe('the name of a flow', () => {
  const flowLabel = (graph: Graph) => {
    const label = createSceneMaker()(graph).flows[0]?.label;
    if (!label) throw new Error('Expected a name at the flow, but there is none.');
    return boxOfText(label);
  };
  const level = [
    { x: 200, y: 140 },
    { x: 500, y: 140 },
  ];

  it('stands in the middle of the box a hand gave it', () => {
    const graph = withEvent({ x: 157, y: 82 }, level);
    const label = { x: 300, y: 300, width: 60, height: 14 };

    const box = flowLabel({ ...graph, layout: { ...graph.layout, f: { waypoints: level, label } } });

    expect([box.x + box.width / 2, box.y + box.height / 2]).toEqual([expect.closeTo(330), expect.closeTo(307)]);
  });

  it('stands over a level stretch, and below it where something is above', () => {
    const free = flowLabel(withEvent({ x: 157, y: 82 }, level));
    const crowded = withEvent({ x: 157, y: 82 }, level);
    const below = flowLabel({
      ...crowded,
      elements: [...crowded.elements, { id: 'over', type: 'userTask' }],
      layout: { ...crowded.layout, over: { x: 300, y: 55, width: 100, height: 80 } },
    });

    expect(free.y + free.height).toBeLessThan(140);
    expect(below.y).toBeGreaterThan(140);
  });
});
