import type { Box, Point } from '@baton/model';
import { useReactFlow, useStore } from '@xyflow/react';
import { useMemo } from 'react';

/** Room for the tools on the left and for what stands above the topmost element. */
export const FIT_VIEW = { padding: { top: '72px', left: '64px', right: '40px', bottom: '40px' }, maxZoom: 1 } as const;
const MOTION_MS = 140;
const REVEAL_MARGIN = 48;
const prefersStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const duration = () => (prefersStill() ? 0 : MOTION_MS);

export interface Viewport {
  readonly zoom: () => number;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly zoomTo: (zoom: number) => void;
  readonly fit: () => void;
  readonly fitBox: (box: Box) => void;
  /** Moves the view no further than needed to show the box. */
  readonly reveal: (box: Box) => void;
  readonly panBy: (dx: number, dy: number) => void;
  readonly toDiagram: (client: Point) => Point;
  readonly toScreen: (point: Point) => Point;
}

/** The view onto the diagram. Only below a `ReactFlowProvider`. */
export function useCanvasViewport(): Viewport {
  const flow = useReactFlow();
  return useMemo(
    () => ({
      zoom: () => flow.getZoom(),
      zoomIn: () => void flow.zoomIn({ duration: duration() }),
      zoomOut: () => void flow.zoomOut({ duration: duration() }),
      zoomTo: (zoom) => void flow.zoomTo(zoom, { duration: duration() }),
      fit: () => void flow.fitView({ ...FIT_VIEW, duration: duration() }),
      fitBox: (box) => void flow.fitBounds(box, { padding: 0.3, duration: duration() }),
      reveal: (box) => reveal(flow, box),
      panBy: (dx, dy) => {
        const { x, y, zoom } = flow.getViewport();
        void flow.setViewport({ x: x + dx, y: y + dy, zoom });
      },
      toDiagram: (client) => flow.screenToFlowPosition(client, { snapToGrid: false }),
      toScreen: (point) => flow.flowToScreenPosition(point),
    }),
    [flow],
  );
}

function reveal(flow: ReturnType<typeof useReactFlow>, box: Box): void {
  const pane = document.querySelector('.react-flow')?.getBoundingClientRect();
  if (!pane) return;
  const { x, y, zoom } = flow.getViewport();
  const [dx, dy] = [shift(box.x * zoom + x, box.width * zoom, pane.width), shift(box.y * zoom + y, box.height * zoom, pane.height)];
  if (dx || dy) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: duration() });
}

function shift(start: number, length: number, room: number): number {
  if (start < REVEAL_MARGIN) return REVEAL_MARGIN - start;
  if (start + length > room - REVEAL_MARGIN) return room - REVEAL_MARGIN - start - length;
  return 0;
}

/** The zoom as it changes, for what is drawn over the diagram. */
export const useZoom = (): number => useStore((state) => state.transform[2]);
/** Offset and zoom as they change. */
export const useTransform = (): readonly [number, number, number] => useStore((state) => state.transform);
