import type { Edge, EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { classNames } from '../theme/class-names.ts';
import { conditionDiamond, DIAMOND_LENGTH, defaultSlash, flowLine, flowTip } from './flow-path.ts';
import type { FlowLook } from './look.ts';
import type { DrawnFlow } from './scene.ts';
import shapes from './shapes/shapes.module.css';
import { TextLines } from './shapes/text-lines.tsx';
import { WRITTEN } from './written-text.ts';

export type FlowEdgeData = { readonly drawn: DrawnFlow; readonly look: FlowLook };
export type FlowFlowEdge = Edge<FlowEdgeData, 'flow'>;

/** A sequence flow on React Flow's canvas. It is drawn along its own waypoints; React Flow's idea of its ends is not used. */
export const FlowEdge = memo(function FlowEdge({ data }: EdgeProps<FlowFlowEdge>) {
  if (!data) return null;
  return <FlowDrawing {...data} />;
});

export function FlowDrawing({ drawn, look }: FlowEdgeData) {
  const { flow, waypoints, hasDiamond } = drawn;
  return (
    <g
      data-element-id={flow.id}
      data-state={look.state}
      className={classNames(
        look.state === 'taken' && shapes.taken,
        look.state === 'not-reached' && shapes.flowNotReached,
        look.isSelected && shapes.flowSelected,
      )}
    >
      <path d={flowLine(waypoints, { hasTip: false })} fill="none" stroke="transparent" strokeWidth={16} pointerEvents="stroke" />
      <path className={shapes.flow} d={flowLine(waypoints, { startGap: hasDiamond ? DIAMOND_LENGTH : 0 })} />
      <path className={shapes.tip} d={flowTip(waypoints)} />
      {flow.isDefault && <path className={shapes.flow} d={defaultSlash(waypoints)} />}
      {hasDiamond && <path className={shapes.diamond} d={conditionDiamond(waypoints)} />}
      <FlowLabel drawn={drawn} />
    </g>
  );
}

function FlowLabel({ drawn: { text, label, lacksCondition } }: { readonly drawn: DrawnFlow }) {
  if (!label) return null;
  const isWhole = label.lines.join(' ') === text;
  return (
    <g>
      {text && !isWhole && <title>{text}</title>}
      <TextLines
        className={classNames(shapes.flowName, lacksCondition && shapes.question)}
        lines={label.lines}
        x={label.x}
        y={label.y}
        anchor={label.anchor}
        lineHeight={WRITTEN.lineHeight}
      />
    </g>
  );
}
