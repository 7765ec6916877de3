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
    queryFn: ({ signal }) => tasksOf(instanceId, may(me, 'task:oversee') ? OF_EVERYBODY : OF_MINE, signal),
    select: (tasks) => [...tasks].sort((a, b) => b.createdAt.localeCompare(a.createdAt)),
  });
}

/** A list has one status at a time. */
type Query = { readonly view: 'mine' | 'candidate' | 'all'; readonly status: 'todo' | 'completed' | 'cancelled' };
const OF_EVERYBODY: readonly Query[] = [
  { view: 'all', status: 'todo' },
  { view: 'all', status: 'completed' },
  { view: 'all', status: 'cancelled' },
];
/** Whoever doesn't oversee tasks sees those that concern them. */
const OF_MINE: readonly Query[] = [
  { view: 'mine', status: 'todo' },
  { view: 'candidate', status: 'todo' },
  { view: 'mine', status: 'completed' },
];

async function tasksOf(instanceId: string, queries: readonly Query[], signal: AbortSignal): Promise<Task[]> {
  const pages = await Promise.all(queries.map((query) => api.listTasks({ query: { ...query, instanceId, limit: 200 }, signal })));
  return [...new Map(pages.flatMap(({ items }) => items).map((task) => [task.id, task])).values()];
}
