import styles from './shapes.module.css';
import { TextLines } from './text-lines.tsx';
import { wrapText } from './wrap-text.ts';

/** Where the name of an event or gateway stands, so that its flows don't cross it. */
export type CaptionSide = 'below' | 'above' | 'below-left' | 'above-left';

interface CaptionProps {
  readonly text: string;
  readonly side: CaptionSide;
  readonly width: number;
  readonly height: number;
}

export const CAPTION = { fontSize: 11, lineHeight: 14, maxLines: 3, width: 100 };

export function Caption({ text, side, width, height }: CaptionProps) {
  const lines = wrapText(text, CAPTION);
  const more = (lines.length - 1) * CAPTION.lineHeight;
  const place = {
    below: { x: width / 2, y: height + 14, anchor: '' },
    above: { x: width / 2, y: -10 - more, anchor: '' },
    'below-left': { x: width / 2 - 8, y: height + 19, anchor: styles.captionEnd },
    'above-left': { x: width / 2 - 8, y: -2 - more, anchor: styles.captionEnd },
  }[side];
  return <TextLines className={`${styles.caption} ${place.anchor}`} lines={lines} x={place.x} y={place.y} lineHeight={CAPTION.lineHeight} />;
}
