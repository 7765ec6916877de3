import { MiniMap } from '@xyflow/react';
import styles from './canvas-map.module.css';

/** A pool or a lane is drawn around all else: filled, it would hide it. */
function isFrame(data: Readonly<Record<string, unknown>>): boolean {
  const { drawn } = data;
  return typeof drawn === 'object' && drawn !== null && 'figure' in drawn && 'box' in drawn && Number(Reflect.get(drawn, 'band')) < 0;
}

/** The whole diagram, small, with what is in view; pull or click to go there. */
export const CanvasMap = () => (
  <MiniMap
    className={styles.map}
    ariaLabel="Map of the diagram"
    pannable
    zoomable
    nodeColor={({ type, data }) => (type === 'line' || isFrame(data) ? 'transparent' : 'var(--control)')}
    nodeStrokeColor="var(--hairline)"
    nodeBorderRadius={4}
    maskColor="color-mix(in srgb, var(--accent) 8%, transparent)"
    maskStrokeColor="var(--accent)"
    maskStrokeWidth={2}
    bgColor="var(--surface)"
  />
);
