import type { Box } from '@baton/model';
import { textWidth, wrapText } from './shapes/wrap-text.ts';

export type Anchor = 'start' | 'middle' | 'end';

/** A name as it is written outside a shape: its lines and where the first one's baseline begins, ends or has its middle. */
export interface WrittenText {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
}

export const WRITTEN = { fontSize: 11, lineHeight: 14, maxLines: 3, width: 100 } as const;
/** From the top of a line to its baseline. */
const ASCENT = 11;
/** Widths of letters are estimated: a box drawn tightly around its text must not break it. */
const SLACK = 1.15;

export const heightOf = (lines: readonly string[]) => lines.length * WRITTEN.lineHeight;
export const widthOf = (lines: readonly string[]) => Math.max(0, ...lines.map((line) => textWidth(line, WRITTEN.fontSize)));

/** The room a text takes. */
export function boxOfText({ lines, x, y, anchor }: WrittenText): Box {
  const width = widthOf(lines);
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { x: left, y: y - ASCENT, width, height: heightOf(lines) };
}

/** With its upper edge there. */
export const textBelow = (lines: readonly string[], x: number, top: number, anchor: Anchor): WrittenText => ({ lines, x, y: top + ASCENT, anchor });

/** With its lower edge there. */
export const textAbove = (lines: readonly string[], x: number, bottom: number, anchor: Anchor): WrittenText =>
  textBelow(lines, x, bottom - heightOf(lines), anchor);

/** Centred in the box a hand (or an import) gave it. */
export function textInBox(text: string, box: Box): WrittenText {
  const lines = wrapText(text, { ...WRITTEN, width: Math.max(box.width * SLACK, 40) });
  return textBelow(lines, box.x + box.width / 2, box.y + (box.height - heightOf(lines)) / 2, 'middle');
}

export const movedText = (text: WrittenText, x: number, y: number): WrittenText => ({ ...text, x: text.x + x, y: text.y + y });
