const LIST = /^=?\s*\[\s*("[^"\\]*"(?:\s*,\s*"[^"\\]*")*)?\s*\]\s*$/;

/** Ids in a FEEL list of texts, such as `["check", "pay"]`. `null`: it is another formula. */
export function idsOfList(source: string): readonly string[] | null {
  if (source.trim() === '') return [];
  const [whole, inside = ''] = LIST.exec(source) ?? [];
  return whole === undefined ? null : [...inside.matchAll(/"([^"]*)"/g)].map(([, id = '']) => id);
}

/** FEEL for ids; nothing for none. */
export const listOfIds = (ids: readonly string[]): string => (ids.length ? `[${ids.map((id) => `"${id}"`).join(', ')}]` : '');
