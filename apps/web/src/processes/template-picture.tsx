import { ELEMENTS, type Element, type ElementCategory, type Graph, isEdgeLayout, type ShapeLayout } from '@baton/model';
import type { ReactNode } from 'react';
import { flowLine, flowTip } from '../canvas/flow-path.ts';
import { GATEWAY_MARKS, type Glyph, TYPE_GLYPHS } from '../canvas/glyphs.ts';
import { GlyphMark } from '../canvas/shapes/glyph-mark.tsx';
import { pictureBox } from './picture-box.ts';
import styles from './template-picture.module.css';

/** What stands in the middle of a small shape, where there is no room for its name. */
const SYMBOLS: { readonly [T in Element['type']]?: Glyph } = { userTask: TYPE_GLYPHS.user, serviceTask: TYPE_GLYPHS.service, scriptTask: TYPE_GLYPHS.script };
const IS_THICK: { readonly [T in Element['type']]?: true } = { endEvent: true };
const MARKS: { readonly [T in Element['type']]?: string } = { exclusiveGateway: GATEWAY_MARKS.exclusive, parallelGateway: GATEWAY_MARKS.parallel };

interface ShapeProps {
  readonly element: Element;
  readonly at: ShapeLayout;
}

function Gateway({ element, at }: ShapeProps) {
  const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
  const mark = MARKS[element.type];
  return (
    <>
      <path className={styles.shape} d={`M${x} ${at.y}L${at.x + at.width} ${y} ${x} ${at.y + at.height} ${at.x} ${y}z`} />
      {mark && <path className={styles.mark} d={mark} transform={`translate(${x} ${y})`} />}
    </>
  );
}

function Box({ element, at }: ShapeProps) {
  const symbol = SYMBOLS[element.type];
  const size = 36;
  return (
    <>
      <rect className={styles.shape} x={at.x} y={at.y} width={at.width} height={at.height} rx={10} />
      {symbol && <GlyphMark glyph={symbol} x={at.x + (at.width - size) / 2} y={at.y + (at.height - size) / 2} size={size} />}
    </>
  );
}

const SHAPES: { readonly [C in ElementCategory]: (props: ShapeProps) => ReactNode } = {
  event: ({ element, at }) => (
    <circle className={IS_THICK[element.type] ? styles.end : styles.shape} cx={at.x + at.width / 2} cy={at.y + at.height / 2} r={at.width / 2} />
  ),
  gateway: Gateway,
  task: Box,
  container: ({ at }) => <rect className={styles.container} x={at.x} y={at.y} width={at.width} height={at.height} rx={10} />,
};

function PictureShape({ graph, element, only }: { graph: Pick<Graph, 'layout'>; element: Element; only: ElementCategory }) {
  const at = graph.layout[element.id];
  const { category } = ELEMENTS[element.type];
  if (category !== only || !at || isEdgeLayout(at)) return null;
  const Shape = SHAPES[category];
  return <Shape element={element} at={at} />;
}

interface TemplatePictureProps {
  readonly graph: Pick<Graph, 'elements' | 'flows' | 'layout'>;
  readonly width: number;
  readonly height: number;
}

/** A graph as a small picture: where things stand, without words. Says nothing to a screen reader; the name stands beside it. */
export function TemplatePicture({ graph, width, height }: TemplatePictureProps) {
  const box = pictureBox(graph.layout, width, height);
  const shapesOf = (category: ElementCategory) =>
    graph.elements.map((element) => <PictureShape key={element.id} graph={graph} element={element} only={category} />);
  return (
    <svg className={styles.picture} viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`} width={width} height={height} aria-hidden="true">
      {shapesOf('container')}
      {graph.flows.map((flow) => {
        const layout = graph.layout[flow.id];
        if (!layout || !isEdgeLayout(layout)) return null;
        return (
          <g key={flow.id}>
            <path className={styles.line} d={flowLine(layout.waypoints)} />
            <path className={styles.tip} d={flowTip(layout.waypoints)} />
          </g>
        );
      })}
      {shapesOf('task')}
      {shapesOf('gateway')}
      {shapesOf('event')}
    </svg>
  );
}
