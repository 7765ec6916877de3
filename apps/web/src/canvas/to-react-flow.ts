import { Position } from '@xyflow/react';
import type { ElementFlowNode } from './element-node.tsx';
import { shownName } from './element-words.ts';
import type { FigureFlowNode } from './figure-node.tsx';
import { shownFigure } from './figures.ts';
import type { FlowFlowEdge } from './flow-edge.tsx';
import { boundsOf } from './geometry.ts';
import type { LineFlowNode } from './line-node.tsx';
import { type ElementLook, type FlowLook, NO_FLOW_LOOK, NO_LOOK } from './look.ts';
import type { DrawnElement, DrawnFigure, DrawnFlow, DrawnLine, Scene } from './scene.ts';

interface Looks {
  readonly elements: ReadonlyMap<string, ElementLook>;
  readonly flows: ReadonlyMap<string, FlowLook>;
}

export type CanvasNode = ElementFlowNode | FigureFlowNode | LineFlowNode;

export interface Projection {
  readonly nodes: CanvasNode[];
  readonly edges: FlowFlowEdge[];
}

const still = { draggable: false, selectable: false, connectable: false, focusable: false, deletable: false } as const;
const noRoleDescription = { 'aria-roledescription': undefined } as const;

/**
 * Turns scenes into React Flow's nodes and edges. A node or edge keeps its identity unless its own element changed:
 * otherwise React Flow would draw every one of them anew.
 */
export function createProjector(idPrefix: string): (scene: Scene, looks: Looks) => Projection {
  const nodes = remembered<DrawnElement, ElementLook, ElementFlowNode>((drawn, look) => nodeFor(drawn, look, `${idPrefix}-${drawn.element.id}`));
  const edges = remembered<DrawnFlow, FlowLook, FlowFlowEdge>((drawn, look) => edgeFor(drawn, look, names));
  const figures = remembered<DrawnFigure, ElementLook, FigureFlowNode>((drawn, look) => figureNodeFor(drawn, look, `${idPrefix}-${drawn.id}`));
  const lines = remembered<DrawnLine, FlowLook, LineFlowNode>((drawn, look) => lineNodeFor(drawn, look, names));
  let names: ReadonlyMap<string, string> = new Map();
  return (scene, looks) => {
    names = new Map([
      ...scene.elements.map(({ element }) => [element.id, shownName(element)] as const),
      ...scene.figures.map(({ figure }) => [figure.id, shownFigure(figure)] as const),
    ]);
    return {
      nodes: [
        ...figures(scene.figures.map((drawn) => [drawn.id, drawn, looks.elements.get(drawn.id) ?? NO_LOOK])),
        ...nodes(scene.elements.map((drawn) => [drawn.id, drawn, looks.elements.get(drawn.id) ?? NO_LOOK])),
        ...lines(scene.lines.map((drawn) => [drawn.line.id, drawn, looks.flows.get(drawn.line.id) ?? NO_FLOW_LOOK])),
      ],
      edges: edges(scene.flows.map((drawn) => [drawn.flow.id, drawn, looks.flows.get(drawn.flow.id) ?? NO_FLOW_LOOK])),
    };
  };
}

function remembered<D, L extends object, R>(make: (drawn: D, look: L) => R): (items: readonly (readonly [string, D, L])[]) => R[] {
  let known = new Map<string, { drawn: D; look: L; result: R }>();
  return (items) => {
    const next = new Map<string, { drawn: D; look: L; result: R }>();
    for (const [id, drawn, look] of items) {
      const before = known.get(id);
      next.set(id, before && before.drawn === drawn && isSameLook(before.look, look) ? before : { drawn, look, result: make(drawn, look) });
    }
    known = next;
    return [...next.values()].map(({ result }) => result);
  };
}

const isSameLook = (a: object, b: object): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function nodeFor(drawn: DrawnElement, look: ElementLook, domId: string): ElementFlowNode {
  const { element, box, band } = drawn;
  return {
    ...still,
    id: element.id,
    type: 'element',
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    zIndex: band,
    handles: [
      { type: 'source', position: Position.Right, x: box.width, y: box.height / 2, width: 1, height: 1 },
      { type: 'target', position: Position.Left, x: 0, y: box.height / 2, width: 1, height: 1 },
    ],
    data: { drawn, look, domId },
    domAttributes: noRoleDescription,
  };
}

function figureNodeFor(drawn: DrawnFigure, look: ElementLook, domId: string): FigureFlowNode {
  const { id, box, band } = drawn;
  return {
    ...still,
    id,
    type: 'figure',
    position: { x: box.x, y: box.y },
    width: box.width,
    height: box.height,
    zIndex: band,
    handles: [],
    data: { drawn, look, domId },
    domAttributes: noRoleDescription,
  };
}

function lineNodeFor(drawn: DrawnLine, look: FlowLook, names: ReadonlyMap<string, string>): LineFlowNode {
  const { line, waypoints, band } = drawn;
  const bounds = boundsOf(waypoints.map((point) => ({ ...point, width: 1, height: 1 }))) ?? { x: 0, y: 0, width: 1, height: 1 };
  return {
    ...still,
    id: line.id,
    type: 'line',
    position: { x: bounds.x, y: bounds.y },
    width: bounds.width,
    height: bounds.height,
    zIndex: band,
    handles: [],
    data: { drawn, look, names: [names.get(line.from) ?? 'a flow', names.get(line.to) ?? 'a flow'] },
    domAttributes: noRoleDescription,
  };
}

function edgeFor(drawn: DrawnFlow, look: FlowLook, names: ReadonlyMap<string, string>): FlowFlowEdge {
  const { flow, band, text } = drawn;
  const words = [`Flow from ${names.get(flow.from)} to ${names.get(flow.to)}`, ...(text ? [text] : []), ...(flow.isDefault ? ['default'] : [])];
  const { draggable: _, connectable: __, ...edgeStill } = still;
  return {
    ...edgeStill,
    id: flow.id,
    type: 'flow',
    source: flow.from,
    target: flow.to,
    zIndex: band,
    ariaLabel: words.join(', '),
    data: { drawn, look },
    domAttributes: noRoleDescription,
  };
}
