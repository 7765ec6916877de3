import { describe, expect, it } from 'vitest';
import { draw, drawOn, wayOf } from '../testing/draw.ts';

const decision = () =>
  draw(
    { type: 'addElement', elementType: 'startEvent', at: { x: 0, y: 200 }, id: 'start' },
    { type: 'appendElement', after: 'start', elementType: 'exclusiveGateway', id: 'decide' },
    { type: 'appendElement', after: 'decide', elementType: 'userTask', id: 'first' },
    { type: 'appendElement', after: 'first', elementType: 'userTask', id: 'later' },
  );
const corner = (x: number, y: number) => ({ x, y });

describe('flows out of a Decision', () => {
  it('go right first, then down, then up', () => {
    const graph = drawOn(decision(), { type: 'connect', from: 'decide', to: 'later', id: 'second' });
    const third = drawOn(
      graph,
      { type: 'addElement', elementType: 'endEvent', at: { x: 500, y: 0 }, id: 'high' },
      { type: 'connect', from: 'decide', to: 'high', id: 'third' },
    );

    const { x, y } = { x: 103, y: 200 };
    expect(wayOf(graph, 'flow_2')[0]).toEqual(corner(x + 25, y));
    expect(wayOf(graph, 'second')[0]).toEqual(corner(x, y + 25));
    expect(wayOf(third, 'third')[0]).toEqual(corner(x, y - 25));
  });

  it('don’t leave where one comes in', () => {
    const graph = drawOn(
      decision(),
      { type: 'addElement', elementType: 'userTask', at: { x: 103, y: 400 }, id: 'below' },
      { type: 'connect', from: 'below', to: 'decide', id: 'up' },
      { type: 'connect', from: 'decide', to: 'later', id: 'second' },
    );

    expect(wayOf(graph, 'up').at(-1)).toEqual(corner(103, 225));
    expect(wayOf(graph, 'second')[0]).toEqual(corner(103, 175));
  });

  it('keep to their own sides when the Decision is moved', () => {
    const graph = drawOn(
      decision(),
      { type: 'connect', from: 'decide', to: 'later', id: 'second' },
      { type: 'moveElements', ids: ['decide'], by: { x: 10, y: 20 } },
    );

    expect(wayOf(graph, 'flow_2')[0]).not.toEqual(wayOf(graph, 'second')[0]);
  });
});
