import type { Edge, EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import { classNames } from '../theme/class-names.ts';
import { conditionDiamond, DIAMOND_LENGTH, defaultSlash, flowLabelPlace, flowLine, flowTip } from './flow-path.ts';
import type { FlowLook } from './look.ts';
import type { DrawnFlow } from './scene.ts';
import shapes from './shapes/shapes.module.css';
import { textWidth } from './shapes/wrap-text.ts';

export type FlowEdgeData = { readonly drawn: DrawnFlow; readonly look: FlowLook };
export type FlowFlowEdge = Edge<FlowEdgeData, 'flow'>;

/** A sequence flow on React Flow's canvas. It is drawn along its own waypoints; React Flow's idea of its ends is not used. */
export const FlowEdge = memo(function FlowEdge({ data }: EdgeProps<FlowFlowEdge>) {
  if (!data) return null;
  return <FlowDrawing {...data} />;
});

const MAX_TEXT = 36;
const shortened = (text: string) => (text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 1).trimEnd()}…` : text);

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

function FlowLabel({ drawn: { text, waypoints, lacksCondition } }: { readonly drawn: DrawnFlow }) {
  if (waypoints.length < 2 || (!text && !lacksCondition)) return null;
  const shown = shortened(text || '?');
  const place = flowLabelPlace(waypoints, textWidth(shown, 11));
  return (
    <text className={classNames(shapes.flowName, lacksCondition && shapes.question)} x={place.x} y={place.y} textAnchor={place.anchor}>
      {text !== shown && text && <title>{text}</title>}
      {lacksCondition && text ? `${shown} ?` : shown}
    </text>
  );
}
