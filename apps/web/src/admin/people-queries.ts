import type { Group, User } from '@baton/contract';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';

type PageOf<T> = { items: T[]; nextCursor: string | null };

/** Follows the pages to the end. */
async function all<T>(page: (cursor: string | undefined) => Promise<PageOf<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const answer = await page(cursor);
    items.push(...answer.items);
    cursor = answer.nextCursor ?? undefined;
  } while (cursor);
  return items;
}

export const usersQuery = queryOptions({
  queryKey: queryKeys.users,
  queryFn: ({ signal }) => all<User>((cursor) => api.listUsers({ query: { limit: 200, cursor }, signal })),
});
export const groupsQuery = queryOptions({
  queryKey: queryKeys.groups,
  queryFn: ({ signal }) => all<Group>((cursor) => api.listGroups({ query: { limit: 200, cursor }, signal })),
});
