import '@xyflow/react/dist/base.css';
import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider, ViewportPortal } from '@xyflow/react';
import { type ReactNode, useState } from 'react';
import styles from './canvas-surface.module.css';
import { ElementNode } from './element-node.tsx';
import { FigureNode } from './figure-node.tsx';
import { FlowEdge } from './flow-edge.tsx';
import { LineNode } from './line-node.tsx';
import type { Projection } from './to-react-flow.ts';
import { FIT_VIEW } from './use-viewport.ts';

const nodeTypes = { element: ElementNode, figure: FigureNode, line: LineNode };
const edgeTypes = { flow: FlowEdge };
/** Above this only what is in view is drawn: it costs a little when zooming and saves a lot when panning. */
const DRAW_ALL_UP_TO = 300;
const MIDDLE_BUTTON = [1];

/** It calls itself an application too; the board around it already is one, with a name. */
const withoutRole = (element: HTMLDivElement | null) => element?.setAttribute('role', 'presentation');

interface CanvasSurfaceProps {
  readonly projection: Projection;
  /** The left button moves the view; else it is left to whoever owns the surface. */
  readonly leftButtonPans: boolean;
  readonly hasDots?: boolean;
  /** Two fingers move and Ctrl+wheel zooms; without it the wheel scrolls the page. */
  readonly wheelPans?: boolean;
  /** Drawn in the diagram's coordinates, among the shapes: give children a z-index (bands.ts). */
  readonly inDiagram?: ReactNode;
  /** Over the diagram, in screen coordinates. */
  readonly children?: ReactNode;
}

/** React Flow with everything switched off but what we use of it: it shows nodes and edges and moves the view. */
export function CanvasSurface({ projection, leftButtonPans, hasDots = true, wheelPans = true, inDiagram, children }: CanvasSurfaceProps) {
  // An empty board stays where it is when the first element is put on it.
  const [beginsFitted] = useState(projection.nodes.length > 0);
  return (
    <ReactFlow
      ref={withoutRole}
      className={styles.surface ?? ''}
      nodes={projection.nodes}
      edges={projection.edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      zIndexMode="manual"
      onlyRenderVisibleElements={projection.nodes.length > DRAW_ALL_UP_TO}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      disableKeyboardA11y
      selectionKeyCode={null}
      multiSelectionKeyCode={null}
      deleteKeyCode={null}
      panActivationKeyCode={null}
      zoomActivationKeyCode={null}
      panOnDrag={leftButtonPans ? true : MIDDLE_BUTTON}
      panOnScroll={wheelPans}
      preventScrolling={wheelPans}
      zoomOnScroll={false}
      zoomOnDoubleClick={false}
      minZoom={0.1}
      maxZoom={3}
      fitView={beginsFitted}
      fitViewOptions={FIT_VIEW}
    >
      {hasDots && <Background variant={BackgroundVariant.Dots} gap={20} size={1.8} color="var(--hairline)" bgColor="var(--canvas)" />}
      <ViewportPortal>{inDiagram}</ViewportPortal>
      {children}
    </ReactFlow>
  );
}

/** Everything that shows or moves the view stands below one of these. */
export const CanvasProvider = ReactFlowProvider;
