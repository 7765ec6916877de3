import { canConnect, ELEMENT_TYPES, ELEMENTS, type Graph, indexGraph, isEdgeLayout, validate } from '@baton/model';
import { describe, expect, it } from 'vitest';
import type { EditCommand } from '../command.ts';
import { edit } from '../edit.ts';
import { copyFragment } from '../fragment.ts';
import { areaOf, overlapArea } from '../geometry/box.ts';
import { boxOf, carryOut, draw, drawOn, element, flow, flowsOf, line, wayOf } from '../testing/draw.ts';

const refusal = (graph: Graph, command: EditCommand) => {
  const result = edit(graph, command);
  return result.ok ? undefined : result.code;
};

/** line() with a gateway after the task: task -> decide -> end, and a second end. */
const decision = () =>
  drawOn(
    line(),
    { type: 'addElement', elementType: 'exclusiveGateway', at: { x: 320, y: 200 }, onFlow: 'flow_2', id: 'decide' },
    { type: 'appendElement', after: 'decide', elementType: 'endEvent', id: 'rejected' },
  );

/** A sub-process that holds start, step and over, with a flow to it. */
const container = () =>
  draw(
    { type: 'addElement', elementType: 'startEvent', at: { x: 0, y: 300 }, id: 'start' },
    { type: 'addElement', elementType: 'subProcess', at: { x: 400, y: 300 }, id: 'sub' },
    { type: 'connect', from: 'start', to: 'sub', id: 'in' },
    { type: 'appendElement', after: 'startEvent_1', elementType: 'userTask', id: 'step' },
    { type: 'appendElement', after: 'step', elementType: 'endEvent', id: 'over' },
    { type: 'attachBoundaryEvent', host: 'step', id: 'late' },
  );

describe.each(ELEMENT_TYPES)('%s', (type) => {
  it('can be added or attached, appended and joined as the rules say, and removed without a trace', () => {
    const before = line();
    const command: EditCommand =
      type === 'boundaryEvent'
        ? { type: 'attachBoundaryEvent', host: 'task', id: 'new' }
        : { type: 'addElement', elementType: type, at: { x: 600, y: 500 }, id: 'new' };
    const { graph } = carryOut(before, command);
    const index = indexGraph(graph);

    expect(boxOf(graph, 'new')).toMatchObject(ELEMENTS[type].size);
    for (const [from, to] of [
      ['new', 'task'],
      ['start', 'new'],
    ] as const) {
      expect(edit(graph, { type: 'connect', from, to }).ok).toBe(canConnect(index, { from, to }).ok);
    }
    expect(edit(before, { type: 'appendElement', after: 'task', elementType: type }).ok).toBe(ELEMENTS[type].incoming.max > 0);
    expect(carryOut(graph, { type: 'removeElements', ids: ['new'] }).graph).toEqual(before);
  });
});

describe('addElement', () => {
  it('goes into the flow it was dropped on, and makes room on both sides', () => {
    const graph = decision();

    expect(flowsOf(graph).slice(0, 3)).toEqual(['start -> task', 'task -> decide', 'decide -> end']);
    expect(boxOf(graph, 'decide').x).toBe(boxOf(graph, 'task').x + 100 + 40);
    expect(boxOf(graph, 'end').x).toBeGreaterThanOrEqual(boxOf(graph, 'decide').x + 50 + 40);
    expect(wayOf(graph, 'flow_2').at(-1)).toEqual({ x: boxOf(graph, 'decide').x, y: 200 });
  });

  it('is refused where a flow could not go through it', () => {
    expect(refusal(line(), { type: 'addElement', elementType: 'endEvent', at: { x: 0, y: 0 }, onFlow: 'flow_1' })).toBe('outgoing-not-allowed');
    expect(refusal(line(), { type: 'addElement', elementType: 'startEvent', at: { x: 0, y: 0 }, onFlow: 'flow_1' })).toBe('incoming-not-allowed');
  });

  it('gives a sub-process its start, and stands in a sub-process when dropped there', () => {
    const graph = container();

    expect(element(graph, 'startEvent_1')).toMatchObject({ type: 'startEvent', parent: 'sub' });
    expect(element(graph, 'step')).toMatchObject({ parent: 'sub' });
    expect(refusal(graph, { type: 'addElement', elementType: 'userTask', at: { x: 0, y: 0 }, parent: 'step' })).toBe('parent-not-container');
  });
});

describe('appendElement', () => {
  it('stands right of the step before, and below where that is taken', () => {
    const graph = decision();

    expect(boxOf(graph, 'rejected').x).toBe(boxOf(graph, 'decide').x + 50 + 60);
    expect(boxOf(graph, 'rejected').y).toBeGreaterThan(boxOf(graph, 'end').y + 36);
  });

  it('is refused after an end', () => {
    expect(refusal(line(), { type: 'appendElement', after: 'end', elementType: 'userTask' })).toBe('outgoing-not-allowed');
  });
});

describe('connect and reconnect', () => {
  it('keep to the rules', () => {
    expect(refusal(line(), { type: 'connect', from: 'task', to: 'start' })).toBe('incoming-not-allowed');
    expect(refusal(line(), { type: 'connect', from: 'start', to: 'task' })).toBe('flow-duplicate');
    expect(refusal(container(), { type: 'connect', from: 'step', to: 'sub' })).toBe('crosses-border');
    expect(refusal(line(), { type: 'reconnect', flow: 'flow_2', to: 'start' })).toBe('incoming-not-allowed');
    expect(flowsOf(carryOut(line(), { type: 'reconnect', flow: 'flow_1', to: 'end' }).graph)).toEqual(['start -> end', 'task -> end']);
  });

  it('let a condition go where nobody decides any more', () => {
    const graph = drawOn(decision(), { type: 'setFlow', id: 'flow_3', condition: 'days > 3' });

    expect(flow(carryOut(graph, { type: 'reconnect', flow: 'flow_3', from: 'start' }).graph, 'flow_3')).toEqual({ id: 'flow_3', from: 'start', to: 'end' });
    expect(flow(carryOut(graph, { type: 'reconnect', flow: 'flow_3', from: 'task' }).graph, 'flow_3')).toMatchObject({ from: 'task', condition: 'days > 3' });
  });
});

describe('removeElements', () => {
  it('heals the flow where one came in and one went out', () => {
    const { graph } = carryOut(line(), { type: 'removeElements', ids: ['task'] });

    expect(graph.flows).toEqual([{ id: 'flow_1', from: 'start', to: 'end' }]);
    expect(wayOf(graph, 'flow_1').at(-1)).toEqual({ x: boxOf(graph, 'end').x, y: 200 });
  });

  it('heals over several in a row', () => {
    expect(
      flowsOf(
        carryOut(drawOn(line(), { type: 'addElement', elementType: 'userTask', at: { x: 300, y: 200 }, onFlow: 'flow_2', id: 'second' }), {
          type: 'removeElements',
          ids: ['second', 'task'],
        }).graph,
      ),
    ).toEqual(['start -> end']);
  });

  it('heals nothing where ways meet or part, nor where the flow itself was deleted', () => {
    expect(flowsOf(carryOut(decision(), { type: 'removeElements', ids: ['decide'] }).graph)).toEqual(['start -> task']);
    expect(flowsOf(carryOut(line(), { type: 'removeElements', ids: ['task', 'flow_1'] }).graph)).toEqual([]);
  });

  it('takes along what lies in it and sits on it', () => {
    const { graph } = carryOut(container(), { type: 'removeElements', ids: ['sub'] });

    expect(graph.elements.map((each) => each.id)).toEqual(['start']);
    expect(Object.keys(graph.layout)).toEqual(['start']);
  });
});

describe('moveElements', () => {
  const by = { x: 30, y: 50 };

  it('moves what lies in it, sits on it, and the flows between, by the same distance', () => {
    const before = container();
    const { graph } = carryOut(before, { type: 'moveElements', ids: ['sub'], by });

    for (const id of ['sub', 'startEvent_1', 'step', 'late', 'over'])
      expect(boxOf(graph, id)).toEqual({ ...boxOf(before, id), x: boxOf(before, id).x + 30, y: boxOf(before, id).y + 50 });
    expect(wayOf(graph, 'flow_1')).toEqual(wayOf(before, 'flow_1').map((point) => ({ x: point.x + 30, y: point.y + 50 })));
  });

  it('leads flows to what stayed anew, from outline to outline', () => {
    const { graph } = carryOut(line(), { type: 'moveElements', ids: ['end'], by: { x: 40, y: 120 } });

    expect(wayOf(graph, 'flow_2')).toEqual([
      { x: 278, y: 200 },
      { x: 328, y: 200 },
      { x: 328, y: 320 },
      { x: 378, y: 320 },
    ]);
    expect(wayOf(graph, 'flow_1')).toEqual(wayOf(line(), 'flow_1'));
  });

  it('leads a flow around what was put in its way', () => {
    const graph = drawOn(
      line(),
      { type: 'removeElements', ids: ['task'] },
      { type: 'addElement', elementType: 'userTask', at: { x: 228, y: 400 }, id: 'wall' },
    );
    const moved = carryOut(graph, { type: 'moveElements', ids: ['wall'], by: { x: 0, y: -200 } }).graph;

    expect(wayOf(graph, 'flow_1')).toHaveLength(2);
    expect(wayOf(moved, 'flow_1').length).toBeGreaterThan(2);
  });

  it('keeps a border event on the border when it is moved alone', () => {
    const { graph } = carryOut(container(), { type: 'moveElements', ids: ['late'], by: { x: 500, y: 0 } });
    const [host, event] = [boxOf(graph, 'step'), boxOf(graph, 'late')];

    expect(event.x + 18).toBe(host.x + host.width);
  });

  it('grows the sub-process until everything lies inside, and keeps what is inside where it is', () => {
    const before = container();
    const { graph } = carryOut(before, { type: 'moveElements', ids: ['over'], by: { x: 300, y: 200 } });

    expect(boxOf(graph, 'sub').x + boxOf(graph, 'sub').width).toBe(boxOf(graph, 'over').x + 36 + 24);
    expect(boxOf(graph, 'step')).toEqual(boxOf(before, 'step'));
  });

  it('pushes on what stands beside a sub-process that grows, without touching what is not in its way', () => {
    const before = drawOn(
      container(),
      { type: 'appendElement', after: 'sub', elementType: 'userTask', id: 'next' },
      { type: 'addElement', elementType: 'endEvent', at: { x: 400, y: 0 }, id: 'above' },
    );
    const { graph } = carryOut(before, { type: 'moveElements', ids: ['over'], by: { x: 100, y: 0 } });
    const grown = boxOf(graph, 'sub').x + boxOf(graph, 'sub').width - boxOf(before, 'sub').x - boxOf(before, 'sub').width;

    expect(grown).toBeGreaterThan(0);
    expect(boxOf(graph, 'next').x).toBe(boxOf(before, 'next').x + grown);
    for (const id of ['above', 'start']) expect(boxOf(graph, id)).toEqual(boxOf(before, id));
  });

  it('keeps a name placed by hand beside its flow', () => {
    const named = drawOn(line(), { type: 'moveLabel', id: 'flow_2', label: { x: 300, y: 210, width: 30, height: 14 } });
    const { graph } = carryOut(named, { type: 'moveElements', ids: ['end'], by: { x: 40, y: 0 } });

    expect(graph.layout.flow_2).toMatchObject({ label: { x: 320, y: 210, width: 30, height: 14 } });
  });

  it('changes the sub-process when told so, and lets flows go that would cross the border', () => {
    const { graph } = carryOut(container(), { type: 'moveElements', ids: ['step'], by: { x: 0, y: 300 }, parent: null });

    expect(element(graph, 'step')).not.toHaveProperty('parent');
    expect(element(graph, 'late')).not.toHaveProperty('parent');
    expect(flowsOf(graph)).toEqual(['start -> sub']);
    expect(refusal(container(), { type: 'moveElements', ids: ['sub'], by, parent: 'sub' })).toBe('contains-itself');
  });

  it('keeps bends placed by hand', () => {
    const bent = drawOn(line(), {
      type: 'setWaypoints',
      flow: 'flow_2',
      waypoints: [
        { x: 278, y: 200 },
        { x: 300, y: 200 },
        { x: 300, y: 300 },
        { x: 356, y: 300 },
        { x: 356, y: 218 },
      ],
    });
    const { graph } = carryOut(bent, { type: 'moveElements', ids: ['end'], by: { x: 50, y: 0 } });

    expect(wayOf(graph, 'flow_2').slice(0, 3)).toEqual(wayOf(bent, 'flow_2').slice(0, 3));
    expect(wayOf(graph, 'flow_2').slice(3)).toEqual([
      { x: 406, y: 300 },
      { x: 406, y: 218 },
    ]);
    expect(wayOf(carryOut(graph, { type: 'resetRoute', flow: 'flow_2' }).graph, 'flow_2')).toHaveLength(2);
  });
});

describe('resize', () => {
  it('keeps border events at their place along the border, and everything inside inside', () => {
    const before = container();
    const step = boxOf(before, 'step');
    const { graph } = carryOut(before, { type: 'resize', id: 'step', box: { ...step, width: 200 } });

    expect(boxOf(graph, 'late').x + 18).toBe(step.x + 150);
    const small = carryOut(before, { type: 'resize', id: 'sub', box: { x: 300, y: 250, width: 10, height: 10 } }).graph;
    for (const id of ['startEvent_1', 'step', 'late', 'over']) expect(overlapArea(boxOf(small, 'sub'), boxOf(small, id))).toBe(areaOf(boxOf(small, id)));
    expect(
      validate(graph)
        .filter((problem) => problem.severity === 'error')
        .map((problem) => problem.code),
    ).toEqual(['outgoing-missing', 'timer-incomplete']);
    expect(refusal(before, { type: 'resize', id: 'over', box: step })).toBe('setting-not-allowed');
  });
});

describe('put into a flow', () => {
  it('a step that stood alone comes between, and what is behind moves right', () => {
    const alone = drawOn(line(), { type: 'addElement', elementType: 'scriptTask', at: { x: 250, y: 500 }, id: 'alone' });
    const { graph } = carryOut(alone, { type: 'moveElements', ids: ['alone'], by: { x: 0, y: -300 }, onFlow: 'flow_2' });

    expect(flowsOf(graph)).toEqual(['start -> task', 'task -> alone', 'alone -> end']);
    expect(boxOf(graph, 'alone').x).toBe(boxOf(graph, 'task').x + 100 + 40);
    expect(boxOf(graph, 'end').x).toBeGreaterThanOrEqual(boxOf(graph, 'alone').x + 100 + 40);
  });

  it('a step that has flows already is not torn out of them', () => {
    expect(refusal(decision(), { type: 'moveElements', ids: ['task'], by: { x: 0, y: 0 }, onFlow: 'flow_2' })).toBe('outgoing-not-allowed');
  });

  it('makes room downwards in a flow that runs down', () => {
    const upright = draw(
      { type: 'addElement', elementType: 'userTask', at: { x: 100, y: 100 }, id: 'above' },
      { type: 'addElement', elementType: 'userTask', at: { x: 100, y: 260 }, id: 'below' },
      { type: 'addElement', elementType: 'userTask', at: { x: 400, y: 100 }, id: 'beside' },
      { type: 'connect', from: 'above', to: 'below', id: 'down' },
    );
    const { graph } = carryOut(upright, { type: 'addElement', elementType: 'userTask', at: { x: 100, y: 180 }, onFlow: 'down', id: 'new' });

    expect(boxOf(graph, 'new')).toMatchObject({ x: 50, y: 180 });
    expect(boxOf(graph, 'below')).toMatchObject({ x: 50, y: 300 });
    expect(boxOf(graph, 'beside')).toEqual(boxOf(upright, 'beside'));
  });
});

describe('rename, setProperties', () => {
  it('trim a name, and take an empty one away', () => {
    expect(element(carryOut(line(), { type: 'rename', id: 'task', name: ' Pay ' }).graph, 'task')?.name).toBe('Pay');
    expect(element(carryOut(line(), { type: 'rename', id: 'task', name: ' ' }).graph, 'task')).not.toHaveProperty('name');
    expect(flow(carryOut(line(), { type: 'rename', id: 'flow_1', name: 'go' }).graph, 'flow_1')?.name).toBe('go');
  });

  it('set some properties and leave the others', () => {
    const { graph } = carryOut(line(), { type: 'setProperties', id: 'task', properties: { assignee: null, candidateGroups: ['Finance'] } });

    expect(element(graph, 'task')).toEqual({ id: 'task', type: 'userTask', name: 'Approve', candidateGroups: ['Finance'] });
  });

  it('refuse what the element cannot have, in a sentence', () => {
    expect(edit(line(), { type: 'setProperties', id: 'task', properties: { colour: 'red' } })).toEqual({
      ok: false,
      code: 'unknown-property',
      message: '“Approve”: Expected only known properties, but found “colour”. Take it away, or move it under “extensions”.',
    });
    expect(refusal(line(), { type: 'setProperties', id: 'task', properties: { parent: 'sub' } })).toBe('setting-not-allowed');
  });
});

describe('setFlow', () => {
  it('keeps one default, and that without a condition', () => {
    const graph = drawOn(
      decision(),
      { type: 'setFlow', id: 'flow_3', condition: 'days > 3' },
      { type: 'setFlow', id: 'flow_4', isDefault: true },
      { type: 'setFlow', id: 'flow_3', isDefault: true },
    );

    expect(flow(graph, 'flow_3')).toEqual({ id: 'flow_3', from: 'decide', to: 'end', isDefault: true });
    expect(flow(graph, 'flow_4')).toEqual({ id: 'flow_4', from: 'decide', to: 'rejected' });
    expect(flow(carryOut(graph, { type: 'setFlow', id: 'flow_3', condition: 'a' }).graph, 'flow_3')).toEqual({
      id: 'flow_3',
      from: 'decide',
      to: 'end',
      condition: 'a',
    });
    expect(flow(carryOut(graph, { type: 'setFlow', id: 'flow_3', isDefault: false }).graph, 'flow_3')).not.toHaveProperty('isDefault');
  });

  it('is refused where nobody decides', () => {
    expect(refusal(line(), { type: 'setFlow', id: 'flow_1', condition: 'a' })).toBe('condition-not-allowed');
    expect(refusal(line(), { type: 'setFlow', id: 'flow_1', isDefault: true })).toBe('default-not-allowed');
    expect(flow(carryOut(line(), { type: 'setFlow', id: 'flow_1', name: 'go' }).graph, 'flow_1')).toMatchObject({ name: 'go' });
  });
});

describe('changeType', () => {
  it('keeps what fits and reports what is lost', () => {
    const { graph, lost } = carryOut(line(), { type: 'changeType', id: 'task', to: 'serviceTask' });

    expect(element(graph, 'task')).toEqual({ id: 'task', type: 'serviceTask', name: 'Approve' });
    expect(lost).toEqual(['assignee']);
    expect(flowsOf(graph)).toEqual(flowsOf(line()));
    expect(graph.elements.map((each) => each.id)).toEqual(expect.arrayContaining(['start', 'task', 'end']));
  });

  it('is refused where flows, border events or contents would not fit', () => {
    expect(refusal(line(), { type: 'changeType', id: 'task', to: 'endEvent' })).toBe('outgoing-not-allowed');
    expect(refusal(container(), { type: 'changeType', id: 'sub', to: 'userTask' })).toBe('parent-not-container');
    expect(refusal(container(), { type: 'changeType', id: 'step', to: 'exclusiveGateway' })).toBe('host-not-activity');
    expect(refusal(container(), { type: 'changeType', id: 'late', to: 'endEvent' })).toBe('attach-not-an-event');
  });
});

describe('boundary events', () => {
  it('sit on the border, take free places, and leave away from the host', () => {
    const one = drawOn(line(), { type: 'attachBoundaryEvent', host: 'task', id: 'a' });
    const two = drawOn(
      one,
      { type: 'attachBoundaryEvent', host: 'task', id: 'b' },
      { type: 'appendElement', after: 'a', elementType: 'userTask', id: 'remind' },
    );

    expect(boxOf(one, 'a').y + 18).toBe(boxOf(one, 'task').y + 80);
    expect(boxOf(two, 'b')).not.toEqual(boxOf(two, 'a'));
    expect(wayOf(two, 'flow_3')[0]).toEqual({ x: boxOf(two, 'a').x + 18, y: boxOf(two, 'a').y + 36 });
    expect(refusal(line(), { type: 'attachBoundaryEvent', host: 'start' })).toBe('host-not-activity');
  });

  it('come from another sub-process without the flows that would cross its border', () => {
    const waiting = drawOn(
      container(),
      { type: 'addElement', elementType: 'intermediateCatchEvent', at: { x: 400, y: 500 }, id: 'wait', parent: 'sub' },
      { type: 'connect', from: 'wait', to: 'over', id: 'inside' },
    );
    const attached = carryOut(waiting, { type: 'attachBoundaryEvent', host: 'sub', event: 'wait' }).graph;
    const moved = carryOut(attached, { type: 'attachBoundaryEvent', host: 'step', event: 'wait' }).graph;

    expect(flow(attached, 'inside')).toBeUndefined();
    expect(validate(attached).map((problem) => problem.code)).not.toContain('crosses-border');
    expect(element(moved, 'wait')?.parent).toBe('sub');
  });

  it('come from waiting events and become such again', () => {
    const graph = drawOn(
      line(),
      {
        type: 'addElement',
        elementType: 'intermediateCatchEvent',
        at: { x: 500, y: 500 },
        id: 'wait',
        properties: { trigger: { type: 'timer', duration: 'P2D' } },
      },
      { type: 'attachBoundaryEvent', host: 'task', event: 'wait', side: 'top', t: 0.5 },
    );
    const freed = carryOut(graph, { type: 'detachBoundaryEvent', id: 'wait', at: { x: 500, y: 500 } }).graph;

    expect(element(graph, 'wait')).toEqual({ id: 'wait', type: 'boundaryEvent', attachedTo: 'task', trigger: { type: 'timer', duration: 'P2D' } });
    expect(boxOf(graph, 'wait')).toMatchObject({ x: boxOf(graph, 'task').x + 50 - 18, y: boxOf(graph, 'task').y - 18 });
    expect(element(freed, 'wait')).toEqual({ id: 'wait', type: 'intermediateCatchEvent', trigger: { type: 'timer', duration: 'P2D' } });
    expect(refusal(line(), { type: 'attachBoundaryEvent', host: 'task', event: 'end' })).toBe('attach-not-an-event');
  });

  it('move over to another host, into its sub-process, without the flows that would cross', () => {
    const graph = drawOn(
      container(),
      { type: 'addElement', elementType: 'userTask', at: { x: 0, y: 0 }, id: 'outside' },
      { type: 'appendElement', after: 'late', elementType: 'endEvent', id: 'gone' },
      { type: 'moveBoundaryEvent', id: 'late', side: 'right', t: 0.5, host: 'outside' },
    );

    expect(element(graph, 'late')).not.toHaveProperty('parent');
    expect(flowsOf(graph)).not.toContain('late -> gone');
    expect(boxOf(graph, 'late')).toMatchObject({ x: 50 - 18, y: -18 });
  });
});

describe('copies', () => {
  it('get new ids, and keep names, places to each other and the flows among them', () => {
    const { graph, created } = carryOut(container(), { type: 'duplicate', ids: ['sub'], by: { x: 0, y: 400 } });
    const copies = graph.elements.filter((each) => created.includes(each.id));

    expect(copies.map((each) => each.type).toSorted()).toEqual(['boundaryEvent', 'endEvent', 'startEvent', 'subProcess', 'userTask']);
    expect(copies.filter((each) => each.parent === created[0])).toHaveLength(4);
    expect(graph.flows).toHaveLength(3 + 2);
    expect(element(container(), 'sub')).toEqual(element(graph, 'sub'));
  });

  it('are pasted around a point, also in another graph', () => {
    const fragment = copyFragment(line(), ['task', 'end']);
    const { graph } = carryOut(draw(), { type: 'paste', fragment, at: { x: 1000, y: 1000 } });

    expect(flowsOf(graph)).toEqual(['userTask_1 -> endEvent_1']);
    expect(element(graph, 'userTask_1')).toMatchObject({ name: 'Approve' });
    expect(boxOf(graph, 'userTask_1').x + (boxOf(graph, 'endEvent_1').x + 36 - boxOf(graph, 'userTask_1').x) / 2).toBe(1000);
  });

  it('are refused when the clipboard holds something else', () => {
    const fragment = { ...copyFragment(line(), ['task']), flows: [{ id: 'f', from: 'task', to: 'nowhere' }] };

    expect(refusal(line(), { type: 'paste', fragment, at: { x: 0, y: 0 } })).toBe('property-invalid');
  });
});

describe('toggleCollapsed', () => {
  it('draws a sub-process as one step and opens it again as it was', () => {
    const before = container();
    const closed = carryOut(before, { type: 'toggleCollapsed', id: 'sub' }).graph;
    const opened = carryOut(closed, { type: 'toggleCollapsed', id: 'sub' }).graph;

    expect(closed.layout.sub).toMatchObject({ width: 100, height: 80, isCollapsed: true });
    expect(wayOf(closed, 'in').at(-1)?.x).toBe(boxOf(closed, 'sub').x);
    expect(opened).toEqual(before);
    expect(refusal(before, { type: 'toggleCollapsed', id: 'step' })).toBe('parent-not-container');
  });
});

describe('moveLabel', () => {
  it('places a name, and lets it go back', () => {
    const label = { x: 1, y: 2, width: 50, height: 14 };
    const { graph } = carryOut(line(), { type: 'moveLabel', id: 'flow_1', label });

    expect(graph.layout.flow_1).toMatchObject({ label });
    expect(carryOut(graph, { type: 'moveLabel', id: 'flow_1', label: null }).graph).toEqual(line());
    expect(Object.values(graph.layout).filter(isEdgeLayout)).toHaveLength(2);
  });
});
