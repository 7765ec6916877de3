import type { Glyph } from '../glyphs.ts';
import { GlyphMark } from './glyph-mark.tsx';
import { type Marked, Markers } from './markers.tsx';
import styles from './shapes.module.css';
import { ActivityBorder, type Border, type Size, TaskShape } from './task-shape.tsx';
import { TextLines } from './text-lines.tsx';
import { wrapText } from './wrap-text.ts';

interface ContainerShapeProps extends Size {
  readonly name?: string | undefined;
  readonly isCollapsed?: boolean | undefined;
  readonly border?: Border | undefined;
  readonly marked?: Marked | undefined;
  readonly isAdHoc?: boolean | undefined;
  /** Drawn small: what begins it, at the top left. */
  readonly glyph?: Glyph | undefined;
}

/** A sub-process: drawn open with its name at the top left, or small with the plus. */
export function ContainerShape({ width, height, name, isCollapsed, border, marked = {}, isAdHoc, glyph }: ContainerShapeProps) {
  if (isCollapsed) {
    return <TaskShape width={width} height={height} name={name} glyphs={glyph ? [glyph] : []} border={border} marked={marked} isAdHoc={isAdHoc} hasPlus />;
  }
  return (
    <>
      <ActivityBorder width={width} height={height} border={border} />
      {glyph && <GlyphMark glyph={glyph} x={width - 26} y={10} size={16} />}
      {name && (
        <TextLines className={styles.containerName} lines={wrapText(name, { width: width - 32, fontSize: 12, maxLines: 1 })} x={16} y={24} lineHeight={16} />
      )}
      <Markers of={marked} isAdHoc={isAdHoc} width={width} height={height} />
    </>
  );
}
