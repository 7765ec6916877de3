/** Texts shorter than this are found by the machine's own search, whose worst case is their length times the text's. */
const SHORT = 8;

/** Where `part` is in `text`, -1 if nowhere, in linear time (Knuth, Morris, Pratt): the machine's own search isn't, for texts made for it. */
export function findText(text: string, part: string): number {
  if (part.length <= SHORT) return text.indexOf(part);
  const borders = bordersOf(part);
  let matched = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && part.charCodeAt(matched) !== unit) matched = borders[matched - 1]!;
    if (part.charCodeAt(matched) === unit) matched++;
    if (matched === part.length) return at - matched + 1;
  }
  return -1;
}

/** For each beginning of `part`: how long the longest shorter beginning is that it ends with. */
function bordersOf(part: string): Uint32Array {
  const borders = new Uint32Array(part.length);
  let length = 0;
  for (let at = 1; at < part.length; at++) {
    const unit = part.charCodeAt(at);
    while (length > 0 && part.charCodeAt(length) !== unit) length = borders[length - 1]!;
    if (part.charCodeAt(length) === unit) length++;
    borders[at] = length;
  }
  return borders;
}
