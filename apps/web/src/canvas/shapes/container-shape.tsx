import { MARKER_GLYPHS } from '../glyphs.ts';
import { GlyphMark } from './glyph-mark.tsx';
import styles from './shapes.module.css';
import type { Size } from './task-shape.tsx';
import { TaskShape } from './task-shape.tsx';
import { TextLines } from './text-lines.tsx';
import { wrapText } from './wrap-text.ts';

interface ContainerShapeProps extends Size {
  readonly name?: string | undefined;
  readonly isCollapsed?: boolean | undefined;
}

/** A sub-process: drawn open with its name at the top left, or small with the plus. */
export function ContainerShape({ width, height, name, isCollapsed }: ContainerShapeProps) {
  if (isCollapsed) {
    return (
      <>
        <TaskShape width={width} height={height} name={name} glyphs={[]} />
        <GlyphMark glyph={MARKER_GLYPHS.plus} x={width / 2 - 7} y={height - 20} size={14} />
      </>
    );
  }
  return (
    <>
      <rect className={styles.outline} x={0.875} y={0.875} width={width - 1.75} height={height - 1.75} rx={9.125} />
      {name && (
        <TextLines className={styles.containerName} lines={wrapText(name, { width: width - 32, fontSize: 12, maxLines: 1 })} x={16} y={24} lineHeight={16} />
      )}
    </>
  );
}
