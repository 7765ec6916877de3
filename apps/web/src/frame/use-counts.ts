import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { may, useMe } from '../api/session.ts';
import { groupByCause } from '../incidents/group-by-cause.ts';
import { openIncidentsQuery } from '../incidents/incidents-query.ts';
import type { Destination } from './destinations.ts';

const EVERY_MINUTE = 60_000;

/** What waits behind the entries of the rail: tasks for me and my groups, and causes of trouble. */
export function useCounts(): Partial<Record<Destination['id'], number>> {
  const me = useMe();
  const tasks = useQuery({ queryKey: queryKeys.taskCounts, queryFn: ({ signal }) => api.countTasks({ signal }), refetchInterval: EVERY_MINUTE });
  const incidents = useQuery({ ...openIncidentsQuery, enabled: may(me, 'incident:read'), refetchInterval: EVERY_MINUTE });
  return {
    inbox: tasks.data ? tasks.data.mine + tasks.data.candidate : 0,
    incidents: incidents.data ? groupByCause(incidents.data).length : 0,
  };
}
