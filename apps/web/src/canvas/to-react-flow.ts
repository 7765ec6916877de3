import { Position } from '@xyflow/react';
import type { ElementFlowNode } from './element-node.tsx';
import { shownName } from './element-words.ts';
import type { FlowFlowEdge } from './flow-edge.tsx';
import { type ElementLook, type FlowLook, NO_FLOW_LOOK, NO_LOOK } from './look.ts';
import type { DrawnElement, DrawnFlow, Scene } from './scene.ts';

interface Looks {
  readonly elements: ReadonlyMap<string, ElementLook>;
  readonly flows: ReadonlyMap<string, FlowLook>;
}

export interface Projection {
  readonly nodes: ElementFlowNode[];
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
  let names: ReadonlyMap<string, string> = new Map();
  return (scene, looks) => {
    names = new Map(scene.elements.map(({ element }) => [element.id, shownName(element)]));
    return {
      nodes: nodes(scene.elements.map((drawn) => [drawn.element.id, drawn, looks.elements.get(drawn.element.id) ?? NO_LOOK])),
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
