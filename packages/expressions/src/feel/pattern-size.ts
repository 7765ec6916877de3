/** What has been read of a group: its atoms' sizes together, and the last one's, to which a repetition belongs. */
type Group = { size: number; last: number };

const TOKEN = /\\[pP]\{[^}]*\}|\\[\s\S]|\[\^?\]?(?:\\[\s\S]|\[:[^\]]*:\]|[^\]\\])*\]|\{\d+(?:,\d*)?\}|[\s\S]/g;

/** About how many instructions a pattern has when its repetitions are written out: RE2 does so, and may take long over it. Never less by much. */
export function patternSizeOf(pattern: string): number {
  const groups: Group[] = [{ size: 2, last: 0 }];
  for (const token of pattern.match(TOKEN) ?? []) {
    const group = groups.at(-1)!;
    if (token === '(') groups.push({ size: 2, last: 0 });
    else if (token === ')' && groups.length > 1) close(groups);
    else if (/^\{\d/.test(token)) repeat(group, token);
    else add(group, 1);
  }
  while (groups.length > 1) close(groups);
  return groups[0]!.size;
}

function add(group: Group, size: number): void {
  group.size += size;
  group.last = size;
}

function close(groups: Group[]): void {
  const inner = groups.pop();
  const outer = groups.at(-1);
  if (inner && outer) add(outer, inner.size);
}

/** `x{2,5}` is five of it, each after the second one optional. */
function repeat(group: Group, token: string): void {
  const [least = 0, most = least] = (token.match(/\d+/g) ?? []).map(Number);
  const extra = group.last * Math.max(0, most - 1) + Math.max(0, most - least);
  group.size += extra;
  group.last += extra;
}
