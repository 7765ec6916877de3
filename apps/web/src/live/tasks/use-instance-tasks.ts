import type { LiveEvent, Task } from '@baton/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { may, useMe } from '../../api/session.ts';
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
  const me = useMe();
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) => (may(me, 'task:oversee') ? tasksOf(instanceId, { view: 'all' }, signal) : myTasksOf(instanceId, signal)),
    select: (tasks) => [...tasks].sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
  });
}

type Query = { readonly view: 'mine' | 'candidate' | 'all'; readonly status?: 'completed' };

const tasksOf = async (instanceId: string, query: Query, signal: AbortSignal): Promise<Task[]> =>
  (await api.listTasks({ query: { ...query, instanceId, limit: 200 }, signal })).items;

/** Whoever doesn't oversee tasks sees those that concern them, each once. */
async function myTasksOf(instanceId: string, signal: AbortSignal): Promise<Task[]> {
  const views: readonly Query[] = [{ view: 'mine' }, { view: 'candidate' }, { view: 'mine', status: 'completed' }];
  const lists = await Promise.all(views.map((query) => tasksOf(instanceId, query, signal)));
  return [...new Map(lists.flat().map((task) => [task.id, task])).values()];
}
