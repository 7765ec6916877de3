import type { LiveEvent } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useStale } from '../../frame/use-live-lists.ts';

const touchesTasks = (event: LiveEvent) =>
  event.type === 'task.assigned' ||
  event.type === 'task.completed' ||
  event.type === 'instance.cancelled' ||
  event.type === 'element.cancelled' ||
  (event.type === 'element.waiting' && event.waitingFor.kind === 'person');

export type InstanceTasks = ReturnType<typeof useInstanceTasks>;

/** Tasks of one instance that I may see, asked for again when an event says that one came or changed. */
export function useInstanceTasks(instanceId: string, fresh: readonly LiveEvent[] | null) {
  const key = [...queryKeys.tasks, 'of-instance', instanceId];
  const markStale = useStale(key);
  // biome-ignore lint/correctness/useExhaustiveDependencies: events are looked at once; `markStale` is new with every render and always means the same
  useEffect(() => {
    if (fresh?.some(touchesTasks)) markStale();
  }, [fresh]);
  return useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => (await api.listTasks({ query: { view: 'all', instanceId, limit: 200 }, signal })).items,
    select: (tasks) => [...tasks].sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
  });
}
