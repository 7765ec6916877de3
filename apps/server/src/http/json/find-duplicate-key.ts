/**
 * The first key that occurs twice in one object of a text that JSON.parse has accepted; null if there is none.
 * JSON.parse keeps the last of them silently, so two readers of one request could see two different things.
 */
export function findDuplicateKey(json: string): { key: string; position: number } | null {
  const open: (Set<string> | null)[] = [];
  let isKeyNext = false;
  for (let index = 0; index < json.length; index++) {
    const char = json.charCodeAt(index);
    if (char === QUOTE) {
      const end = endOfString(json, index);
      const keys = open.at(-1);
      if (isKeyNext && keys) {
        const key = textOf(json.slice(index, end + 1));
        if (keys.has(key)) return { key, position: index };
        keys.add(key);
        isKeyNext = false;
      }
      index = end;
    } else if (char === OPEN_OBJECT) {
      open.push(new Set());
      isKeyNext = true;
    } else if (char === OPEN_LIST) {
      open.push(null);
      isKeyNext = false;
    } else if (char === CLOSE_OBJECT || char === CLOSE_LIST) {
      open.pop();
      isKeyNext = false;
    } else if (char === COMMA) isKeyNext = open.at(-1) instanceof Set;
  }
  return null;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;

function endOfString(json: string, start: number): number {
  let index = start + 1;
  while (json.charCodeAt(index) !== QUOTE) index += json.charCodeAt(index) === BACKSLASH ? 2 : 1;
  return index;
}

const textOf = (quoted: string): string => (quoted.includes('\\') ? JSON.parse(quoted) : quoted.slice(1, -1));
