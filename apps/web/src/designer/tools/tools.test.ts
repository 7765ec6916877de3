import { emptyGraph, type Graph, indexGraph, type Point } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { hitTest } from '../../canvas/hit-test.ts';
import { createSceneMaker } from '../../canvas/scene.ts';
import { stepTool } from './step-tool.ts';
import { IDLE, type ToolEffect, type ToolInput, type ToolState } from './tool.ts';

const drawn = (): Graph => ({
  ...emptyGraph('invoice', 'Invoice'),
  elements: [
    { id: 'start', type: 'startEvent' },
    { id: 'enter', type: 'userTask', name: 'Enter' },
    { id: 'end', type: 'endEvent' },
    { id: 'sub', type: 'subProcess', name: 'Check' },
    { id: 'wait', type: 'intermediateCatchEvent', trigger: { type: 'timer', duration: 'P1D' } },
  ],
  flows: [{ id: 'f1', from: 'start', to: 'enter' }],
  layout: {
    start: { x: 0, y: 82, width: 36, height: 36 },
    enter: { x: 150, y: 60, width: 100, height: 80 },
    end: { x: 400, y: 82, width: 36, height: 36 },
    sub: { x: 0, y: 300, width: 300, height: 200 },
    wait: { x: 600, y: 82, width: 36, height: 36 },
    f1: {
      waypoints: [
        { x: 36, y: 100 },
        { x: 150, y: 100 },
      ],
    },
  },
});

/** A hand over a drawing: what it does step by step, and what came of it. */
function handOver(graph: Graph, first: ToolState = IDLE) {
  const scene = createSceneMaker()(graph);
  const index = indexGraph(graph);
  let state: ToolState = first;
  let selection: readonly string[] = [];
  const effects: ToolEffect[] = [];
  const paths: string[] = [];
  const give = (type: 'down' | 'move' | 'up' | 'double', point: Point, keys: Partial<{ isAdding: boolean; keepsParent: boolean }> = {}) => {
    const hit = hitTest(scene, point, { zoom: 1, grabbable: new Set([...selection, 'enter']) });
    step({ type, point, hit, isAdding: false, isFree: true, keepsParent: false, ...keys });
  };
  const step = (input: ToolInput) => {
    const next = stepTool(state, input, { scene, index, selection, zoom: 1 });
    state = next.state;
    paths.push(state.path);
    effects.push(...next.effects);
    for (const effect of next.effects) if (effect.type === 'select') selection = effect.ids;
  };
  const drag = (from: Point, ...to: Point[]) => {
    give('down', from);
    for (const point of to) give('move', point);
  };
  const commands = () => effects.flatMap((effect) => (effect.type === 'command' ? [effect.command] : []));
  return { give, step, drag, commands, effects, paths, state: () => state, selection: () => selection };
}

const ON_ENTER = { x: 200, y: 120 };

describe('the select tool', () => {
  it('selects what was clicked, adds with Shift and lets go over nothing', () => {
    const hand = handOver(drawn());

    hand.give('down', ON_ENTER);
    hand.give('up', ON_ENTER);
    expect(hand.selection()).toEqual(['enter']);
    hand.give('down', { x: 418, y: 100 }, { isAdding: true });
    hand.give('up', { x: 418, y: 100 });
    expect(hand.selection()).toEqual(['enter', 'end']);
    hand.give('down', { x: 500, y: 20 });
    hand.give('up', { x: 500, y: 20 });
    expect(hand.selection()).toEqual([]);
  });

  it('does not move anything when the hand only trembles', () => {
    const hand = handOver(drawn());

    hand.drag(ON_ENTER, { x: 202, y: 121 });
    hand.give('up', { x: 202, y: 121 });

    expect(hand.commands()).toEqual([]);
  });

  it('moves on letting go, with one command, and gives none while it drags', () => {
    const hand = handOver(drawn());

    hand.drag(ON_ENTER, { x: 220, y: 120 }, { x: 260, y: 140 }, { x: 300, y: 150 });
    expect(hand.state().path).toBe('select.moving');
    expect(hand.commands()).toEqual([]);
    hand.give('up', { x: 300, y: 150 });

    expect(hand.commands()).toEqual([{ type: 'moveElements', ids: ['enter'], by: { x: 100, y: 30 } }]);
    expect(hand.state()).toEqual(IDLE);
  });

  it('puts an element into the sub-process that holds most of it, unless Ctrl is held', () => {
    const hand = handOver(drawn());
    hand.drag(ON_ENTER, { x: 200, y: 400 });
    expect(hand.state()).toMatchObject({ place: { type: 'container', id: 'sub' } });
    hand.give('up', { x: 200, y: 400 });

    const keeping = handOver(drawn());
    keeping.give('down', ON_ENTER);
    keeping.give('move', { x: 200, y: 400 }, { keepsParent: true });
    keeping.give('up', { x: 200, y: 400 }, { keepsParent: true });

    expect(hand.commands()).toMatchObject([{ type: 'moveElements', parent: 'sub' }]);
    expect(keeping.commands()[0]).not.toHaveProperty('parent');
  });

  it('sits an event down on the border it comes near', () => {
    const hand = handOver(drawn());

    hand.drag({ x: 618, y: 100 }, { x: 400, y: 150 }, { x: 220, y: 142 });
    expect(hand.state()).toMatchObject({ place: { type: 'border', host: 'enter', side: 'bottom' } });
    hand.give('up', { x: 220, y: 142 });

    expect(hand.commands()).toMatchObject([{ type: 'attachBoundaryEvent', host: 'enter', event: 'wait', side: 'bottom' }]);
  });

  it('forgets the drag on Escape', () => {
    const hand = handOver(drawn());

    hand.drag(ON_ENTER, { x: 300, y: 150 });
    hand.step({ type: 'cancel' });

    expect([hand.state(), hand.commands()]).toEqual([IDLE, []]);
  });

  it('lassoes from free ground', () => {
    const hand = handOver(drawn());

    hand.drag({ x: 120, y: 20 }, { x: 450, y: 200 });
    hand.give('up', { x: 450, y: 200 });

    expect(hand.selection()).toEqual(['enter', 'end']);
  });

  it('bends a flow sideways and keeps its ends', () => {
    const hand = handOver(drawn());

    hand.drag({ x: 90, y: 100 }, { x: 90, y: 130 });
    hand.give('up', { x: 90, y: 130 });

    const [bend] = hand.commands();
    expect(bend).toMatchObject({ type: 'setWaypoints', flow: 'f1' });
    const waypoints = bend?.type === 'setWaypoints' ? bend.waypoints : [];
    expect([waypoints[0], waypoints.at(-1)]).toEqual([
      { x: 36, y: 100 },
      { x: 150, y: 100 },
    ]);
    expect(waypoints.some(({ y }) => y === 130)).toBe(true);
  });
});

describe('connecting', () => {
  it('draws from the ring to an element that may follow', () => {
    const hand = handOver(drawn());

    hand.drag({ x: 254, y: 100 }, { x: 300, y: 100 }, { x: 418, y: 100 });
    expect(hand.state()).toMatchObject({ path: 'connect.drawing', target: { id: 'end', isAllowed: true } });
    hand.give('up', { x: 418, y: 100 });

    expect(hand.commands()).toEqual([{ type: 'connect', from: 'enter', to: 'end' }]);
  });

  it('says why not, with the model’s own words, and changes nothing', () => {
    const hand = handOver(drawn());

    hand.drag({ x: 254, y: 100 }, { x: 18, y: 100 });
    expect(hand.state()).toMatchObject({ target: { id: 'start', isAllowed: false, reason: expect.stringContaining('where the path begins') } });
    hand.give('up', { x: 18, y: 100 });

    expect(hand.commands()).toEqual([]);
    expect(hand.effects.at(-1)).toMatchObject({ type: 'say' });
  });

  it('works by two clicks too', () => {
    const hand = handOver(drawn(), { path: 'connect.choosing' });

    hand.give('down', ON_ENTER);
    hand.give('up', ON_ENTER);
    hand.give('move', { x: 418, y: 100 });
    hand.give('down', { x: 418, y: 100 });

    expect(hand.commands()).toEqual([{ type: 'connect', from: 'enter', to: 'end' }]);
  });
});

describe('putting something down from the palette', () => {
  const aiming = (item: string): ToolState => ({ path: 'place.aiming', item, at: null, place: null });
  const placed = (item: string, point: Point) => {
    const hand = handOver(drawn(), aiming(item));
    hand.give('move', point);
    hand.give('down', point);
    return hand.effects.find((effect) => effect.type === 'place');
  };

  it('goes into the flow under it', () => {
    expect(placed('userTask', { x: 90, y: 104 })).toMatchObject({ place: { type: 'flow', id: 'f1' } });
  });
  it('goes into the sub-process under it', () => {
    expect(placed('userTask', { x: 150, y: 400 })).toMatchObject({ place: { type: 'container', id: 'sub' } });
  });
  it('sits on the border if it waits, and only then', () => {
    expect(placed('intermediateCatchEvent', { x: 220, y: 140 })).toMatchObject({ place: { type: 'border', host: 'enter' } });
    expect(placed('endEvent', { x: 220, y: 140 })).toMatchObject({ place: null });
  });
  it('never puts an end into a flow', () => {
    expect(placed('endEvent', { x: 90, y: 104 })).toMatchObject({ place: null });
  });
});
