import { LIMITS } from './limits.ts';

const TOKEN = /"(?:[^"\\]|\\[\s\S])*(?:"|$)|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[()[\]{}:]/g;

/** Why that source isn't even parsed, null if it may be: what is deep, or has many entries, takes the parser long. Looks at brackets only. */
export function sourceProblemOf(source: string): string | null {
  if (source.length > LIMITS.sourceLength) return `Expected at most ${LIMITS.sourceLength} characters, but the expression has ${source.length}.`;
  const open: { readonly isContext: boolean; entries: number }[] = [];
  let squares = 0;
  for (const [token] of source.matchAll(TOKEN)) {
    if ('([{'.includes(token)) open.push({ isContext: token === '{', entries: 0 });
    else if (')]}'.includes(token)) squares += (open.pop()?.entries ?? 0) ** 2;
    else if (token === ':' && open.at(-1)?.isContext) open.at(-1)!.entries++;
    if (open.length > LIMITS.brackets) return `Expected at most ${LIMITS.brackets} brackets inside each other, but there are more.`;
  }
  for (const { entries } of open) squares += entries ** 2;
  return squares <= LIMITS.squaredEntries ? null : `Expected contexts of at most ${Math.floor(Math.sqrt(LIMITS.squaredEntries))} entries, but they have more.`;
}
