import { useState } from 'react';
import { flowLine } from './flow-path.ts';
import type { DrawnFlow } from './scene.ts';
import styles from './token-layer.module.css';

/** A token that crosses a flow, once. `id` tells one crossing from the next over the same flow. */
export interface Token {
  readonly id: string;
  readonly flowId: string;
}

interface TokenLayerProps {
  readonly tokens: readonly Token[];
  readonly flows: readonly DrawnFlow[];
}

/** Dots on their way along flows, at most 600 ms each; none where motion is not wanted (the path's colour tells it too). */
export function TokenLayer({ tokens, flows }: TokenLayerProps) {
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const moving = tokens.filter(({ id }) => !arrived.has(id));
  return moving.map(({ id, flowId }) => {
    const flow = flows.find((candidate) => candidate.flow.id === flowId);
    if (!flow) return null;
    return (
      <span
        key={id}
        className={styles.token}
        style={{ offsetPath: `path("${flowLine(flow.waypoints)}")`, zIndex: flow.band + 1 }}
        onAnimationEnd={() => setArrived((before) => new Set([...before, id]))}
      />
    );
  });
}
