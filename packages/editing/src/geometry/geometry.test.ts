import { describe, expect, it } from 'vitest';
import { draw } from '../testing/draw.ts';
import { boundaryBox, freePlace, nearestPlace, placeOf, pointAt } from './border-place.ts';
import { boxAround } from './box.ts';
import { containerAt } from './container-at.ts';
import { placeBehind } from './free-place.ts';
import { dock, outlineOf } from './outline.ts';

const at = (width: number, height: number) => boxAround({ x: 100, y: 100 }, { width, height });

describe('dock', () => {
  it('meets the true outline, straight on or on the way to the middle', () => {
    const task = outlineOf('userTask', at(100, 80));
    const event = outlineOf('startEvent', at(36, 36));
    const gateway = outlineOf('exclusiveGateway', at(50, 50));

    expect(dock(task, { x: 300, y: 100 })).toEqual({ x: 150, y: 100 });
    expect(dock(task, { x: 300, y: 120 })).toEqual({ x: 150, y: 120 });
    expect(dock(task, { x: 80, y: 0 })).toEqual({ x: 80, y: 60 });
    expect(dock(gateway, { x: 300, y: 100 })).toEqual({ x: 125, y: 100 });
    expect(dock(gateway, { x: 300, y: 110 })).toEqual({ x: 115, y: 110 });
    expect(dock(gateway, { x: 200, y: 200 })).toEqual({ x: 112.5, y: 112.5 });
    expect(dock(event, { x: 100, y: 300 })).toEqual({ x: 100, y: 118 });
    expect(Math.hypot(dock(event, { x: 300, y: 250 }).x - 100, dock(event, { x: 300, y: 250 }).y - 100)).toBeCloseTo(18);
  });

  it('follows the rounded corner of a box', () => {
    const near = dock(outlineOf('userTask', at(100, 80)), { x: 300, y: 139 });

    expect(near.y).toBe(139);
    expect(near.x).toBeGreaterThan(140);
    expect(near.x).toBeLessThan(150);
  });
});

describe('places on a border', () => {
  const host = at(100, 80);

  it('run along each side and stay off the corners', () => {
    expect(pointAt(host, { side: 'bottom', t: 0.5 })).toEqual({ x: 100, y: 140 });
    expect(pointAt(host, { side: 'left', t: 0 })).toEqual({ x: 50, y: 72 });
    expect(pointAt(host, { side: 'top', t: 1 })).toEqual({ x: 138, y: 60 });
  });

  it('are found again from where an event is drawn', () => {
    for (const side of ['top', 'right', 'bottom', 'left'] as const) {
      const place = { side, t: 0.25 };
      expect(placeOf(host, boundaryBox(host, place, { width: 36, height: 36 }))).toEqual(place);
    }
    expect(nearestPlace(host, { x: 500, y: 100 })).toEqual({ side: 'right', t: 0.5 });
  });

  it('are free for twelve events on one step', () => {
    const size = { width: 36, height: 36 };
    const wide = at(400, 300);
    const taken: ReturnType<typeof boundaryBox>[] = [];
    for (let i = 0; i < 12; i++) taken.push(boundaryBox(wide, freePlace(wide, taken, size), size));

    expect(new Set(taken.map((box) => `${box.x} ${box.y}`)).size).toBe(12);
  });
});

describe('placeBehind', () => {
  it('takes the row right of it, then below, then above', () => {
    const before = at(100, 80);
    const size = { width: 100, height: 80 };
    const first = placeBehind(before, size, []);
    const second = placeBehind(before, size, [first]);
    const third = placeBehind(before, size, [first, second]);

    expect(first).toEqual({ x: 210, y: 60, width: 100, height: 80 });
    expect(second).toEqual({ ...first, y: 170 });
    expect(third).toEqual({ ...first, y: -50 });
  });
});

describe('containerAt', () => {
  const graph = draw(
    { type: 'addElement', elementType: 'subProcess', at: { x: 500, y: 500 }, id: 'outer' },
    { type: 'resize', id: 'outer', box: { x: 0, y: 0, width: 1000, height: 1000 } },
    { type: 'addElement', elementType: 'subProcess', at: { x: 500, y: 500 }, id: 'inner', parent: 'outer' },
  );
  const box = (x: number, y: number) => boxAround({ x, y }, { width: 100, height: 80 });

  it('is the innermost that holds more than 60 %', () => {
    expect(containerAt(graph, { box: box(500, 500) })).toBe('inner');
    expect(containerAt(graph, { box: box(100, 100) })).toBe('outer');
    expect(containerAt(graph, { box: box(5, 500) })).toBeNull();
    expect(containerAt(graph, { box: box(15, 500) })).toBe('outer');
    expect(containerAt(graph, { box: box(2000, 0) })).toBeNull();
  });

  it('needs the pointer inside, and is never what is dragged, nor in it', () => {
    expect(containerAt(graph, { box: box(15, 500), pointer: { x: -5, y: 500 } })).toBeNull();
    expect(containerAt(graph, { box: box(500, 500), except: ['inner'] })).toBe('outer');
    expect(containerAt(graph, { box: box(500, 500), except: ['outer'] })).toBeNull();
  });

  it('is never a closed sub-process', () => {
    const closed = { ...graph, layout: { ...graph.layout, inner: { x: 320, y: 400, width: 360, height: 200, isCollapsed: true } } };

    expect(containerAt(closed, { box: box(500, 500) })).toBe('outer');
  });
});
