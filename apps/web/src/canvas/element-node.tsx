import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { nodeOf } from '../elements/registry.ts';
import styles from './element-node.module.css';
import { spokenName } from './element-words.ts';
import { type ElementState, STATE_WORDS } from './live-state.ts';
import type { ElementLook } from './look.ts';
import type { DrawnElement } from './scene.ts';
import { Caption } from './shapes/caption.tsx';
import shapes from './shapes/shapes.module.css';
import { ProblemBadge, StateBadge } from './state-badge.tsx';

export type ElementNodeData = { readonly drawn: DrawnElement; readonly look: ElementLook; readonly domId: string };
export type ElementFlowNode = Node<ElementNodeData, 'element'>;

const STATE_CLASSES: { readonly [S in ElementState]: string | undefined } = {
  running: shapes.running,
  waiting: shapes.waiting,
  done: undefined,
  attention: shapes.attention,
  canceled: shapes.canceled,
  paused: shapes.paused,
  'not-reached': shapes.notReached,
};

/** One element on React Flow's canvas: its shape, its name where that stands outside, its state. */
export const ElementNode = memo(function ElementNode({ data: { drawn, look, domId } }: NodeProps<ElementFlowNode>) {
  return (
    <div
      id={domId}
      className={styles.element}
      role="img"
      aria-label={labelOf(drawn, look)}
      data-element-id={drawn.element.id}
      data-element-type={drawn.element.type}
    >
      <ElementDrawing drawn={drawn} look={look} />
      {/* React Flow draws an edge only between handles it finds in the page; ours is one for both ends and never seen. */}
      <i className={`source target ${styles.handle}`} data-handlepos="right" />
    </div>
  );
});

function labelOf(drawn: DrawnElement, { activity, hasProblem }: ElementLook): string {
  const state = activity ? [activity.words ?? STATE_WORDS[activity.state]] : [];
  return spokenName(drawn.element, drawn.next, [...state, ...(hasProblem ? ['has a problem'] : [])]);
}

export function ElementDrawing({ drawn, look }: { readonly drawn: DrawnElement; readonly look: ElementLook }) {
  const { element, box, isCollapsed, caption, begins } = drawn;
  const Shape = nodeOf(element);
  return (
    <svg
      width={box.width}
      height={box.height}
      overflow="visible"
      display="block"
      aria-hidden="true"
      className={look.activity && STATE_CLASSES[look.activity.state]}
      data-state={look.activity?.state}
    >
      <Shape element={element} width={box.width} height={box.height} isCollapsed={isCollapsed} begins={begins} />
      {caption && <Caption text={caption} />}
      {look.hasProblem && <ProblemBadge element={element} width={box.width} />}
      {look.activity && <StateBadge element={element} activity={look.activity} width={box.width} />}
    </svg>
  );
}
