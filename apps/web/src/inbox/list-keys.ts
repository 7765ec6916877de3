/** What a single key does while the list has the focus. */
export type ListAction = 'next' | 'previous' | 'first' | 'last' | 'open' | 'approve' | 'reject' | 'comment' | 'putBack' | 'help';

const ACTIONS: Readonly<Record<string, ListAction>> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  Enter: 'open',
  a: 'approve',
  r: 'reject',
  c: 'comment',
  e: 'putBack',
  '?': 'help',
};

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export const listAction = ({ key, ctrlKey, metaKey, altKey }: Pressed): ListAction | undefined =>
  ctrlKey || metaKey || altKey ? undefined : ACTIONS[key.length === 1 ? key.toLowerCase() : key];

/** The row to go to from the one that is open; stays within the list. Nothing open: the first, or the last going up. */
export const rowAfter = (ids: readonly string[], openId: string | undefined, action: 'next' | 'previous' | 'first' | 'last'): string | undefined => {
  const at = openId === undefined ? -1 : ids.indexOf(openId);
  const to = { next: at + 1, previous: at < 0 ? ids.length - 1 : at - 1, first: 0, last: ids.length - 1 }[action];
  return ids[Math.min(Math.max(to, 0), ids.length - 1)];
};

/** Where to go when the open one leaves: the one below it, else the one above. */
export const rowInstead = (ids: readonly string[], leaving: string): string | undefined => {
  const at = ids.indexOf(leaving);
  return ids[at + 1] ?? ids[at - 1];
};
