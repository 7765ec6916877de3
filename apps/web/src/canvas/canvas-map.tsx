import { MiniMap } from '@xyflow/react';
import styles from './canvas-map.module.css';

/** The whole diagram, small, with what is in view; pull or click to go there. */
export const CanvasMap = () => (
  <MiniMap
    className={styles.map}
    ariaLabel="Map of the diagram"
    pannable
    zoomable
    nodeColor="var(--control)"
    nodeBorderRadius={4}
    maskColor="color-mix(in srgb, var(--accent) 8%, transparent)"
    maskStrokeColor="var(--accent)"
    maskStrokeWidth={2}
    bgColor="var(--surface)"
  />
);
