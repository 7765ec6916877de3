/** What a single key does while the list has the focus; `keys` as the frame's shortcuts write them. */
export type ListAction = 'next' | 'previous' | 'first' | 'last' | 'approve' | 'reject' | 'comment' | 'putBack';

export const LIST_KEYS: readonly { readonly keys: string; readonly label: string; readonly action: ListAction }[] = [
  { keys: 'J', label: 'Next task', action: 'next' },
  { keys: 'K', label: 'Previous task', action: 'previous' },
  { keys: 'ArrowDown', label: 'Next task', action: 'next' },
  { keys: 'ArrowUp', label: 'Previous task', action: 'previous' },
  { keys: 'Home', label: 'First task', action: 'first' },
  { keys: 'End', label: 'Last task', action: 'last' },
  { keys: 'A', label: 'Approve', action: 'approve' },
  { keys: 'R', label: 'Reject, with a reason', action: 'reject' },
  { keys: 'C', label: 'Write a note', action: 'comment' },
  { keys: 'E', label: 'Put it back', action: 'putBack' },
];

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
