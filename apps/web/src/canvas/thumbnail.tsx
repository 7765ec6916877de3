import type { Graph } from '@baton/model';
import { useMemo } from 'react';
import { ElementDrawing } from './element-node.tsx';
import { FlowDrawing } from './flow-edge.tsx';
import { boundsOf, grow } from './geometry.ts';
import { NO_FLOW_LOOK, NO_LOOK } from './look.ts';
import { createSceneMaker, type Scene } from './scene.ts';

interface ThumbnailProps {
  readonly graph: Graph;
  /** What it shows, in words. */
  readonly label?: string;
  readonly className?: string;
}

const MARGIN = 24;

/** The diagram as a still picture that fills its place. */
export function Thumbnail({ graph, label, className }: ThumbnailProps) {
  const scene = useMemo(() => createSceneMaker()(graph), [graph]);
  const { x, y, width, height } = grow(boundsOf(scene.elements.map(({ box }) => box)) ?? { x: 0, y: 0, width: 200, height: 100 }, MARGIN);
  return (
    <svg
      className={className}
      viewBox={`${x} ${y} ${width} ${height + MARGIN / 2}`}
      preserveAspectRatio="xMidYMid meet"
      width="100%"
      height="100%"
      role="img"
      aria-label={label ?? `Picture of ${graph.name}`}
    >
      {inBands(scene)}
    </svg>
  );
}

const inBands = (scene: Scene) =>
  [
    ...scene.flows.map((drawn) => ({ band: drawn.band, key: drawn.flow.id, shape: <FlowDrawing drawn={drawn} look={NO_FLOW_LOOK} /> })),
    ...scene.elements.map((drawn) => ({
      band: drawn.band,
      key: drawn.element.id,
      shape: (
        <g transform={`translate(${drawn.box.x} ${drawn.box.y})`}>
          <ElementDrawing drawn={drawn} look={NO_LOOK} />
        </g>
      ),
    })),
  ]
    .sort((a, b) => a.band - b.band)
    .map(({ key, shape }) => <g key={key}>{shape}</g>);
