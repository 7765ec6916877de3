import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { type InstancesSearch, queryOf } from './instances-filter.ts';

export const instancesKey = (search: InstancesSearch) => [...queryKeys.instances, 'list', queryOf(search)] as const;

/** The list, page by page, those started last first. */
export const instancesQuery = (search: InstancesSearch) =>
  infiniteQueryOptions({
    queryKey: instancesKey(search),
    queryFn: ({ pageParam, signal }) => api.listInstances({ query: { ...queryOf(search), limit: 50, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    // Rows are brought up to date one by one as they change; a whole refetch would make the list jump.
    refetchOnWindowFocus: false,
  });
