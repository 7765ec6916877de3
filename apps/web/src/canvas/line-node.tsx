import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { classNames } from '../theme/class-names.ts';
import styles from './element-node.module.css';
import { FIGURE_WORDS } from './figures.ts';
import { flowLine, openTip, wideTip } from './flow-path.ts';
import type { FlowLook } from './look.ts';
import type { DrawnLine } from './scene.ts';
import shapes from './shapes/shapes.module.css';
import { TextLines } from './shapes/text-lines.tsx';
import { WRITTEN, type WrittenText } from './written-text.ts';

export type LineNodeData = { readonly drawn: DrawnLine; readonly look: FlowLook; readonly names: readonly [string, string] };
export type LineFlowNode = Node<LineNodeData, 'line'>;

/** A line may end at a flow or a whole pool, which React Flow's edges can't: it is a node that is nothing but its line. */
export const LineNode = memo(function LineNode({ data: { drawn, look, names }, positionAbsoluteX, positionAbsoluteY }: NodeProps<LineFlowNode>) {
  const { line } = drawn;
  const words = [`${FIGURE_WORDS[line.kind]} from ${names[0]} to ${names[1]}`, ...(line.text ? [line.text] : [])];
  return (
    <div className={styles.line} role="img" aria-label={words.join(', ')} data-element-id={line.id} data-element-type={line.kind}>
      <svg width="1" height="1" overflow="visible" display="block" aria-hidden="true">
        <g transform={`translate(${-positionAbsoluteX} ${-positionAbsoluteY})`}>
          <LineDrawing drawn={drawn} look={look} />
        </g>
      </svg>
    </div>
  );
});

const START_CIRCLE = 3.5;

function LineDrawing({ drawn: { line, waypoints, label }, look }: Pick<LineNodeData, 'drawn' | 'look'>) {
  const isMessage = line.kind === 'messageFlow';
  return (
    <g className={classNames(look.isSelected && shapes.flowSelected)}>
      <path d={flowLine(waypoints, { hasTip: false })} fill="none" stroke="transparent" strokeWidth={16} pointerEvents="stroke" />
      <path
        className={classNames(shapes.flow, isMessage ? shapes.dashedLine : shapes.dottedLine)}
        d={flowLine(waypoints, { hasTip: isMessage, startGap: isMessage ? 2 * START_CIRCLE : 0 })}
      />
      {isMessage && <path className={shapes.diamond} d={wideTip(waypoints)} />}
      {isMessage && <circle className={shapes.diamond} {...circleAt(waypoints)} r={START_CIRCLE} />}
      {!isMessage && line.direction !== 'none' && <path className={shapes.flow} d={openTip(waypoints)} />}
      {!isMessage && line.direction === 'both' && <path className={shapes.flow} d={openTip(waypoints.toReversed())} />}
      {label && <Label text={label} />}
    </g>
  );
}

const Label = ({ text: { lines, x, y, anchor } }: { readonly text: WrittenText }) => (
  <TextLines className={shapes.flowName} lines={lines} x={x} y={y} anchor={anchor} lineHeight={WRITTEN.lineHeight} />
);

/** Beside the shape it begins at, touching it. */
function circleAt(waypoints: DrawnLine['waypoints']): { readonly cx: number; readonly cy: number } {
  const [from, to] = [waypoints[0] ?? { x: 0, y: 0 }, waypoints[1] ?? { x: 0, y: 0 }];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { cx: from.x + ((to.x - from.x) / length) * START_CIRCLE, cy: from.y + ((to.y - from.y) / length) * START_CIRCLE };
}
