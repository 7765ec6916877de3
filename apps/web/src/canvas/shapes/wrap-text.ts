/** Widths in em of Inter at weight 400 to 500; what isn't listed is as wide as a small letter. */
const NARROW = /[ijl.,:;'|!I[\]()ft\-r ]/;
const WIDE = /[mwMW@%]/;
const CAPITAL = /[A-Z0-9&_#€$]/;

const widthOf = (character: string): number => {
  if (WIDE.test(character)) return 0.88;
  if (NARROW.test(character)) return 0.34;
  if (CAPITAL.test(character)) return 0.66;
  return character.charCodeAt(0) > 0x2e80 ? 1 : 0.57;
};

/** Estimated without a browser, so that the same text breaks alike on the canvas, in thumbnails and on the server. */
export function textWidth(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width * fontSize;
}

export interface WrapOptions {
  readonly width: number;
  readonly fontSize: number;
  readonly maxLines: number;
}

/** Breaks at spaces, else inside a word that is too long; the last line ends in an ellipsis when something is left. */
export function wrapText(text: string, { width, fontSize, maxLines }: WrapOptions): string[] {
  const fits = (line: string) => textWidth(line, fontSize) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text
    .trim()
    .split(/\s+/)
    .flatMap((word) => pieces(word, fits))) {
    const longer = line ? `${line} ${word}` : word;
    if (!line || fits(longer)) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  if (line) lines.push(line);
  return lines.length <= maxLines ? lines : [...lines.slice(0, maxLines - 1), ellipsis(lines.slice(maxLines - 1).join(' '), fits)];
}

function pieces(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  const found: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece && !fits(piece + character)) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return piece ? [...found, piece] : found;
}

function ellipsis(text: string, fits: (text: string) => boolean): string {
  let end = text.length;
  while (end > 0 && !fits(`${text.slice(0, end).trimEnd()}…`)) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}
