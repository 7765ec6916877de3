import type { Permission } from '@baton/contract';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { api } from './client.ts';
import { queryKeys } from './query-keys.ts';
import type { OutputOf } from './route-types.ts';

export type Me = OutputOf<'getMe'>;

export const meQuery = queryOptions({ queryKey: queryKeys.me, queryFn: ({ signal }) => api.getMe({ signal }), staleTime: Number.POSITIVE_INFINITY });

/** Who is signed in. Below the signed-in routes it is always there. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

export const may = (me: Pick<Me, 'permissions'>, permission: Permission): boolean => me.permissions.includes(permission);

/** Where somebody's work begins. */
export function landingPageOf(me: Pick<Me, 'permissions'>): '/processes' | '/incidents' | '/inbox' {
  if (me.permissions.includes('process:design')) return '/processes';
  return me.permissions.includes('incident:operate') ? '/incidents' : '/inbox';
}
