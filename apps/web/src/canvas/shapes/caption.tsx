import type { WrittenText } from '../written-text.ts';
import { WRITTEN } from '../written-text.ts';
import styles from './shapes.module.css';
import { TextLines } from './text-lines.tsx';

/** The name of an event or gateway, outside its shape. */
export const Caption = ({ text: { lines, x, y, anchor } }: { readonly text: WrittenText }) => (
  <TextLines className={styles.caption} lines={lines} x={x} y={y} anchor={anchor} lineHeight={WRITTEN.lineHeight} />
);
