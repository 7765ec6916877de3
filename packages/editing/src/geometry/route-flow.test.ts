import type { Box, ElementType, Point } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { boxAround, overlaps } from './box.ts';
import { outlineOf } from './outline.ts';
import { crosses } from './port.ts';
import { type RouteRequest, routeFlow } from './route-flow.ts';

const task = (x: number, y: number) => outlineOf('userTask', boxAround({ x, y }, { width: 100, height: 80 }));
const gateway = (x: number, y: number) => outlineOf('exclusiveGateway', boxAround({ x, y }, { width: 50, height: 50 }));
const event = (x: number, y: number, type: ElementType = 'endEvent') => outlineOf(type, boxAround({ x, y }, { width: 36, height: 36 }));
const route = (request: Omit<RouteRequest, 'obstacles'> & { obstacles?: readonly Box[] }) => routeFlow({ obstacles: [], ...request });
const text = (points: readonly Point[]) => points.map((point) => `${point.x},${point.y}`).join(' ');

const isRightAngled = (points: readonly Point[]) => points.every((point, i) => i === 0 || point.x === points[i - 1]?.x || point.y === points[i - 1]?.y);
const isFree = (points: readonly Point[], boxes: readonly Box[]) =>
  points.every((point, i) => i === 0 || boxes.every((box) => !crosses(points[i - 1] ?? point, point, box)));

describe('routeFlow', () => {
  it('goes straight where both stand on one line, and from outline to outline', () => {
    expect(text(route({ from: event(0, 0), to: task(150, 0) }))).toBe('18,0 100,0');
    expect(text(route({ from: gateway(0, 0), to: gateway(150, 0) }))).toBe('25,0 125,0');
    expect(text(route({ from: task(0, 0), to: task(0, 200) }))).toBe('0,40 0,160');
  });

  it('stays straight where a box stands a little higher', () => {
    expect(text(route({ from: event(0, 0), to: task(150, 12) }))).toBe('18,0 100,0');
    expect(text(route({ from: task(0, 12), to: gateway(150, 0) }))).toBe('50,0 125,0');
  });

  it('leaves a task on the right and enters on the left', () => {
    expect(text(route({ from: task(0, 0), to: task(250, 120) }))).toBe('50,0 125,0 125,120 200,120');
  });

  it('leaves a gateway by its lower tip, and enters one by its upper', () => {
    expect(text(route({ from: gateway(0, 0), to: task(150, 120) }))).toBe('0,25 0,120 100,120');
    expect(text(route({ from: task(0, 0), to: gateway(150, 120) }))).toBe('50,0 150,0 150,95');
  });

  it('leads back underneath, not over the flow that led there', () => {
    const back = route({ from: task(250, 0), to: task(0, 0) });

    expect(back).toHaveLength(4);
    expect(back.every((point) => point.y !== 0)).toBe(true);
  });

  it('goes around what stands in the way', () => {
    const wall = boxAround({ x: 200, y: 0 }, { width: 100, height: 80 });
    const way = route({ from: task(0, 0), to: task(400, 0), obstacles: [wall] });

    expect(isRightAngled(way)).toBe(true);
    expect(isFree(way, [wall])).toBe(true);
  });

  it('leaves a border event away from its host', () => {
    const host = task(0, 0).box;
    const way = route({ from: event(20, 40), to: task(200, 150), fromSide: 'bottom', obstacles: [host] });

    expect(text(way)).toBe('20,58 20,150 150,150');
  });

  it('makes a loop at one corner when a task leads to itself', () => {
    const self = task(0, 0);
    const way = route({ from: self, to: self });

    expect(text(way)).toBe('50,0 65,0 65,-55 0,-55 0,-40');
  });

  it('gives a way even where there is no room', () => {
    const cage = [-60, 60].flatMap((d) => [boxAround({ x: d, y: 0 }, { width: 10, height: 400 }), boxAround({ x: 0, y: d }, { width: 400, height: 10 })]);

    expect(route({ from: event(0, 0), to: event(500, 300), obstacles: cage }).length).toBeGreaterThanOrEqual(2);
    expect(route({ from: task(0, 0), to: task(10, 10) }).length).toBeGreaterThanOrEqual(2);
  });

  it('gives the same way every time', () => {
    const request = { from: task(0, 0), to: gateway(300, 210), obstacles: [boxAround({ x: 150, y: 100 }, { width: 100, height: 80 })] };

    expect(route(request)).toEqual(route(request));
  });

  it('finds free ways between 500 shapes, 95 of 100 within a frame', () => {
    const boxes = Array.from({ length: 500 }, (_, i) =>
      boxAround({ x: (i % 25) * 160 + ((i * 7) % 23), y: Math.floor(i / 25) * 130 + ((i * 13) % 19) }, { width: 100, height: 80 }),
    );
    const pairs = Array.from({ length: 300 }, (_, i) => [boxes[(i * 37) % 500], boxes[(i * 37 + 1 + ((i * 11) % 77)) % 500]] as const);
    const durations = pairs.flatMap(([from, to]) => {
      if (!from || !to || from === to) return [];
      const obstacles = boxes.filter((box) => box !== from && box !== to);
      const request = { from: outlineOf('userTask', from), to: outlineOf('userTask', to), obstacles };
      const way = routeFlow(request);
      expect(isRightAngled(way)).toBe(true);
      expect(isFree(way, obstacles)).toBe(true);
      return [Math.min(...Array.from({ length: 3 }, () => timed(() => routeFlow(request))))];
    });

    const p95 = durations.toSorted((a, b) => a - b)[Math.floor(durations.length * 0.95)];
    expect(p95).toBeLessThan(16);
  });
});

function timed(act: () => void): number {
  const before = performance.now();
  act();
  return performance.now() - before;
}

it('knows that boxes side by side do not overlap', () => {
  expect(overlaps({ x: 0, y: 0, width: 10, height: 10 }, { x: 10, y: 0, width: 10, height: 10 })).toBe(false);
});
