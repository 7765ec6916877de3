const STEP = 1024;

/**
 * Order keys for `ids` in their drawn order, changing as few of the `current` keys as it can.
 * Keys are numbers; a new entry between two others gets the middle, so that two people can insert without touching what lies around.
 */
export function orderKeys(ids: readonly string[], current: ReadonlyMap<string, number>): Map<string, number> {
  const kept = longestRising(ids.map((id) => current.get(id)));
  const keys = new Map<string, number>();
  let before = 0;
  for (const [index, id] of ids.entries()) {
    const key = kept.has(index) ? current.get(id)! : between(before, nextKept(ids, index, kept, current));
    keys.set(id, key);
    before = key;
  }
  return keys;
}

const between = (before: number, after: number | undefined) => (after === undefined ? before + STEP : (before + after) / 2);

function nextKept(ids: readonly string[], from: number, kept: ReadonlySet<number>, current: ReadonlyMap<string, number>): number | undefined {
  for (let index = from + 1; index < ids.length; index++) if (kept.has(index)) return current.get(ids[index]!);
  return undefined;
}

/** Indexes of a longest strictly rising run (patience sorting); entries without a key take no part. */
function longestRising(keys: readonly (number | undefined)[]): Set<number> {
  const tails: number[] = [];
  const previous = new Array<number>(keys.length).fill(-1);
  for (const [index, key] of keys.entries()) {
    if (key === undefined) continue;
    const place = firstNotBelow(tails, keys, key);
    if (place > 0) previous[index] = tails[place - 1]!;
    tails[place] = index;
  }
  const chosen = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) chosen.add(at);
  return chosen;
}

function firstNotBelow(tails: readonly number[], keys: readonly (number | undefined)[], key: number): number {
  let low = 0;
  let high = tails.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[tails[middle]!]! < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
