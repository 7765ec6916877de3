import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import styles from './element-node.module.css';
import { FIGURE_WORDS, shownFigure } from './figures.ts';
import type { ElementLook } from './look.ts';
import type { DrawnFigure } from './scene.ts';
import { Caption } from './shapes/caption.tsx';
import { FigureShape } from './shapes/figure-shape.tsx';
import { ProblemMark } from './state-badge.tsx';

export type FigureNodeData = { readonly drawn: DrawnFigure; readonly look: ElementLook; readonly domId: string };
export type FigureFlowNode = Node<FigureNodeData, 'figure'>;

/** A pool, a lane, a note, a group or data on React Flow's canvas. */
export const FigureNode = memo(function FigureNode({ data: { drawn, look, domId } }: NodeProps<FigureFlowNode>) {
  const { figure, box, caption } = drawn;
  const words = [shownFigure(figure), ...(figure.text ? [FIGURE_WORDS[figure.kind]] : []), ...(look.hasProblem ? ['has a problem'] : [])];
  return (
    <div id={domId} className={styles.figure} role="img" aria-label={words.join(', ')} data-element-id={figure.id} data-element-type={figure.kind}>
      <svg width={box.width} height={box.height} overflow="visible" display="block" aria-hidden="true">
        <FigureShape kind={figure.kind} figure={figure} width={box.width} height={box.height} />
        {caption && <Caption text={caption} />}
        {look.hasProblem && <ProblemMark x={box.width - 2} y={2} />}
      </svg>
    </div>
  );
});
