import type { ReactNode } from 'react';
import type { Figure, FigureKind } from '../figures.ts';
import { MARKER_GLYPHS } from '../glyphs.ts';
import { GlyphMark } from './glyph-mark.tsx';
import styles from './shapes.module.css';
import type { Size } from './task-shape.tsx';
import { TextLines } from './text-lines.tsx';
import { wrapText } from './wrap-text.ts';

interface FigureProps extends Size {
  readonly figure: Pick<Figure, 'text' | 'isCollection' | 'isClosed' | 'isTop'>;
}

const HEADER = { pool: 30, lane: 26 } as const;

/** Its name, read from below, in the middle of the header. */
function SideName({ text, kind, height }: { readonly text: string; readonly kind: 'pool' | 'lane'; readonly height: number }) {
  const lines = wrapText(text, { width: Math.max(20, height - 16), fontSize: 12, maxLines: 1 });
  return (
    <g transform={`translate(${HEADER[kind] / 2 + 4} ${height / 2}) rotate(-90)`}>
      <TextLines className={kind === 'pool' ? styles.poolName : styles.laneName} lines={lines} x={0} y={0} lineHeight={16} />
    </g>
  );
}

const ClosedPool = ({ figure, width, height }: FigureProps) => (
  <>
    <rect className={`${styles.pool} ${styles.closedPool}`} x={0.75} y={0.75} width={width - 1.5} height={height - 1.5} rx={6} />
    <TextLines
      className={styles.poolName}
      lines={wrapText(figure.text, { width: Math.max(20, width - 32), fontSize: 12, maxLines: 1 })}
      x={width / 2}
      y={height / 2 + 4.3}
      lineHeight={16}
    />
  </>
);

const OpenPool = ({ figure, width, height }: FigureProps) => (
  <>
    <rect className={styles.pool} x={0.75} y={0.75} width={width - 1.5} height={height - 1.5} rx={6} />
    <path className={styles.head} d={`M6 1.5H${HEADER.pool}V${height - 1.5}H6A4.5 4.5 0 0 1 1.5 ${height - 6}V6A4.5 4.5 0 0 1 6 1.5z`} />
    <path className={styles.lane} d={`M${HEADER.pool - 0.5} 1v${height - 2}`} />
    <SideName text={figure.text} kind="pool" height={height} />
  </>
);

const Pool = (props: FigureProps) => (props.figure.isClosed ? <ClosedPool {...props} /> : <OpenPool {...props} />);

const Lane = ({ figure, width, height }: FigureProps) => (
  <>
    <path className={styles.head} d={`M0 1H${HEADER.lane}V${height - 1}H0z`} />
    <path className={styles.lane} d={`${figure.isTop ? '' : `M0 0H${width - 1}`}M${HEADER.lane - 0.5} .5V${height - 0.5}`} />
    <SideName text={figure.text} kind="lane" height={height} />
  </>
);

const Annotation = ({ figure, width, height }: FigureProps) => (
  <>
    <path className={styles.bracket} d={`M10 .75H.75V${height - 0.75}H10`} />
    <TextLines
      className={styles.note}
      lines={figure.text ? wrapText(figure.text, { width: width - 20, fontSize: 12, maxLines: Math.max(1, Math.floor((height - 4) / 16)) }) : []}
      x={12}
      y={17}
      lineHeight={16}
    />
  </>
);

const Group = ({ figure, width, height }: FigureProps) => (
  <>
    <rect className={styles.group} x={0.75} y={0.75} width={width - 1.5} height={height - 1.5} rx={10} />
    {figure.text && (
      <TextLines
        className={styles.containerName}
        lines={wrapText(figure.text, { width: width - 24, fontSize: 12, maxLines: 1 })}
        x={12}
        y={20}
        lineHeight={16}
      />
    )}
  </>
);

const DataObject = ({ figure, width, height }: FigureProps) => (
  <g transform={`scale(${width / 36} ${height / 50})`}>
    <path className={styles.outline} d="M.875 2.5A1.625 1.625 0 0 1 2.5.875H24L35.125 12v35.5a1.625 1.625 0 0 1-1.625 1.625h-31A1.625 1.625 0 0 1 .875 47.5z" />
    <path className={styles.fold} d="M24 .9V12h11.1" />
    {figure.isCollection && <GlyphMark glyph={MARKER_GLYPHS.mipar} x={11} y={33} size={14} />}
  </g>
);

const DataStore = ({ width, height }: FigureProps) => (
  <g transform={`scale(${width / 50} ${height / 50})`}>
    <path className={styles.outline} d="M.875 8c0-4 10.5-7 24.125-7s24.125 3 24.125 7v34c0 4-10.5 7-24.125 7S.875 46 .875 42z" />
    <path className={styles.fold} d="M.875 8c0 4 10.5 7 24.125 7s24.125-3 24.125-7M.875 13.5c0 4 10.5 7 24.125 7s24.125-3 24.125-7" />
  </g>
);

const SHAPES: { readonly [K in FigureKind]: (props: FigureProps) => ReactNode } = {
  pool: Pool,
  lane: Lane,
  textAnnotation: Annotation,
  group: Group,
  dataObject: DataObject,
  dataStore: DataStore,
};

/** A pool, a lane, a note, a group or data, its top left corner at 0, 0. */
export function FigureShape({ kind, ...props }: FigureProps & { readonly kind: FigureKind }) {
  const Shape = SHAPES[kind];
  return <Shape {...props} />;
}
