import { emptyGraph, type Graph } from '@baton/model';
import { describe, expect, it } from 'vitest';
import { firstElement, neighbour } from './flow-navigation.ts';
import { flowLine, flowTip } from './flow-path.ts';
import { isInsideOutline, outlinePoint } from './geometry.ts';
import { hitTest } from './hit-test.ts';
import { placeMissing } from './place-missing.ts';
import { createSceneMaker } from './scene.ts';
import { wrapText } from './shapes/wrap-text.ts';
import { snapMove } from './snap.ts';
import { createProjector } from './to-react-flow.ts';

const drawn = (): Graph => ({
  ...emptyGraph('invoice', 'Invoice'),
  elements: [
    { id: 'start', type: 'startEvent' },
    { id: 'sub', type: 'subProcess', name: 'Check' },
    { id: 'inner', type: 'userTask', parent: 'sub' },
    { id: 'late', type: 'boundaryEvent', attachedTo: 'sub', trigger: { type: 'timer', duration: 'P1D' } },
    { id: 'asked', type: 'exclusiveGateway', name: 'Approved?' },
    { id: 'yes', type: 'endEvent' },
    { id: 'no', type: 'endEvent' },
  ],
  flows: [
    { id: 'f1', from: 'start', to: 'sub' },
    { id: 'f2', from: 'sub', to: 'asked' },
    { id: 'f3', from: 'asked', to: 'yes', condition: '= ok' },
    { id: 'f4', from: 'asked', to: 'no' },
  ],
  layout: {
    start: { x: 0, y: 82, width: 36, height: 36 },
    sub: { x: 100, y: 0, width: 300, height: 200 },
    inner: { x: 200, y: 60, width: 100, height: 80 },
    late: { x: 332, y: 182, width: 36, height: 36 },
    asked: { x: 460, y: 75, width: 50, height: 50 },
    yes: { x: 600, y: 82, width: 36, height: 36 },
    no: { x: 600, y: 182, width: 36, height: 36 },
  },
});

const projected = () => {
  const makeScene = createSceneMaker();
  const project = createProjector('x');
  const looks = { elements: new Map(), flows: new Map() };
  return (graph: Graph) => project(makeScene(graph), looks);
};

describe('the projection for React Flow', () => {
  it('uses absolute places and the bands, never parents', () => {
    const { nodes } = projected()(drawn());

    const band = (id: string) => nodes.find((node) => node.id === id)?.zIndex;
    expect(nodes.every((node) => node.parentId === undefined && node.extent === undefined)).toBe(true);
    expect([band('sub'), band('start'), band('late'), band('inner')]).toEqual([0, 6, 8, 16]);
  });

  it('sets width, height and handles beforehand, so that nothing has to be measured', () => {
    const { nodes } = projected()(drawn());

    expect(nodes.every((node) => node.width && node.height && node.handles?.length === 2)).toBe(true);
  });

  it('keeps the identity of every node and edge but those that changed', () => {
    const project = projected();
    const graph = drawn();
    const before = project(graph);

    const after = project({ ...graph, elements: graph.elements.map((element) => (element.id === 'no' ? { ...element, name: 'Rejected' } : element)) });

    const sameNodes = after.nodes.filter((node) => before.nodes.includes(node)).map(({ id }) => id);
    expect(sameNodes).toEqual(expect.arrayContaining(['start', 'sub', 'late', 'yes']));
    expect(sameNodes).not.toContain('no');
    expect(after.edges[0]).toBe(before.edges[0]);
  });

  it('hides what lies in a sub-process drawn small', () => {
    const graph = drawn();
    const { nodes } = projected()({ ...graph, layout: { ...graph.layout, sub: { x: 100, y: 0, width: 100, height: 80, isCollapsed: true } } });

    expect(nodes.map(({ id }) => id)).not.toContain('inner');
  });
});

describe('the scene', () => {
  it('asks for a condition only where somebody decides between several ways', () => {
    const { flows } = createSceneMaker()(drawn());

    expect(flows.filter(({ lacksCondition }) => lacksCondition).map(({ flow }) => flow.id)).toEqual(['f4']);
  });
});

describe('what lies under the pointer', () => {
  const scene = createSceneMaker()(drawn());
  const hit = (x: number, y: number, grabbable: string[] = []) => hitTest(scene, { x, y }, { zoom: 1, grabbable: new Set(grabbable) });

  it('is the element inside, not the sub-process around it', () => {
    expect(hit(250, 100)).toEqual({ type: 'element', id: 'inner', zone: 'body' });
  });
  it('is free room inside a sub-process, where a lasso begins, but its header moves it', () => {
    expect(hit(130, 150)).toEqual({ type: 'element', id: 'sub', zone: 'inside' });
    expect(hit(130, 10)).toEqual({ type: 'element', id: 'sub', zone: 'body' });
  });
  it('is the border event rather than its host', () => {
    expect(hit(350, 200)).toEqual({ type: 'element', id: 'late', zone: 'body' });
  });
  it('is nothing in the corner of a gateway’s box', () => {
    expect(hit(462, 77).type).toBe('nothing');
  });
  it('is the middle of a shape, exactly', () => {
    expect(hit(485, 100)).toMatchObject({ id: 'asked' });
  });
  it('is the ring only at what is hovered or selected', () => {
    expect(hit(640, 100).type).not.toBe('ring');
    expect(hit(640, 100, ['yes'])).toEqual({ type: 'ring', id: 'yes' });
  });
});

describe('the way through the diagram by arrow keys', () => {
  it('begins at the start and follows the flows', () => {
    expect(firstElement(drawn())).toBe('start');
    expect(neighbour(drawn(), 'start', 'right')).toBe('sub');
    expect(neighbour(drawn(), 'asked', 'left')).toBe('sub');
  });
  it('comes from a border event to its step, and goes down to what is drawn below', () => {
    expect(neighbour(drawn(), 'late', 'left')).toBe('sub');
    expect(neighbour(drawn(), 'yes', 'down')).toBe('no');
  });
});

describe('outlines', () => {
  it('lets a flow end on the circle and on the diamond, not on their boxes', () => {
    const box = { x: 0, y: 0, width: 50, height: 50 };
    const gateway = outlinePoint({ id: 'g', type: 'exclusiveGateway' }, box, { x: 100, y: 100 });
    const event = outlinePoint({ id: 'e', type: 'endEvent' }, { x: 0, y: 0, width: 36, height: 36 }, { x: 118, y: 18 });

    expect(gateway).toEqual({ x: 37.5, y: 37.5 });
    expect(event).toEqual({ x: 36, y: 18 });
  });
  it('knows a corner of the diamond as outside', () => {
    expect(isInsideOutline('diamond', { x: 0, y: 0, width: 50, height: 50 }, { x: 3, y: 3 })).toBe(false);
  });
});

describe('the line of a flow', () => {
  it('rounds its bends by 8 and ends with the tip on the outline', () => {
    const waypoints = [
      { x: 0, y: 0 },
      { x: 40, y: 0 },
      { x: 40, y: 40 },
    ];

    expect(flowLine(waypoints)).toBe('M0 0L32 0Q40 0 40 8L40 33');
    expect(flowTip(waypoints)).toBe('M40 40L44.25 31L35.75 31z');
  });
});

describe('snapping', () => {
  it('aligns middles before edges and the grid', () => {
    const { by, lines } = snapMove(
      { x: 0, y: 0, width: 100, height: 80 },
      { x: 197, y: 4 },
      { zoom: 1, neighbours: [{ x: 400, y: 22, width: 36, height: 36 }] },
    );

    expect(by).toEqual({ x: 200, y: 0 });
    expect(lines).toEqual([{ axis: 'y', at: 40, from: 197, to: 436 }]);
  });
});

describe('names', () => {
  it('break at spaces, at most three lines, and end in an ellipsis', () => {
    expect(wrapText('Approve invoice', { width: 84, fontSize: 12, maxLines: 3 })).toEqual(['Approve', 'invoice']);
    expect(wrapText('one two three four five six seven eight', { width: 40, fontSize: 12, maxLines: 2 }).at(-1)).toMatch(/…$/);
  });
});

describe('a graph without places', () => {
  it('is laid out in columns along its flows', () => {
    const placed = placeMissing({ ...drawn(), layout: {} });

    const x = (id: string) => (placed.layout[id] as { x: number; width: number }).x + (placed.layout[id] as { width: number }).width / 2;
    expect([x('start'), x('sub'), x('asked'), x('yes')]).toEqual([100, 260, 420, 580]);
    expect(placed.layout.yes).not.toEqual(placed.layout.no);
  });
});
