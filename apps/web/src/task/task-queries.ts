import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import type { OutputOf } from '../api/route-types.ts';

export const taskQuery = (id: string) => queryOptions({ queryKey: queryKeys.task(id), queryFn: ({ signal }) => api.getTask({ params: { id }, signal }) });

export type TaskDraft = OutputOf<'getTaskDraft'>;

/** Not below `tasks`: what somebody is typing is read once and never read over. */
export const draftKey = (id: string) => ['task-draft', id] as const;
export const draftQuery = (id: string) =>
  queryOptions({ queryKey: draftKey(id), queryFn: ({ signal }) => api.getTaskDraft({ params: { id }, signal }), staleTime: Number.POSITIVE_INFINITY });

export type TaskView = 'mine' | 'candidate' | 'done';
export const TASK_VIEWS = ['mine', 'candidate', 'done'] as const satisfies readonly TaskView[];
export const VIEW_LABELS: { readonly [V in TaskView]: string } = { mine: 'Mine', candidate: 'My groups', done: 'Done' };

const VIEW_QUERIES = {
  mine: { view: 'mine', status: 'todo' },
  candidate: { view: 'candidate', status: 'todo' },
  done: { view: 'mine', status: 'completed' },
} as const satisfies { readonly [V in TaskView]: object };

export const taskListQuery = (view: TaskView) =>
  queryOptions({
    queryKey: [...queryKeys.tasks, 'list', view],
    queryFn: ({ signal }) => api.listTasks({ query: { ...VIEW_QUERIES[view], limit: 200 }, signal }),
  });

export const taskCountsQuery = queryOptions({ queryKey: queryKeys.taskCounts, queryFn: ({ signal }) => api.countTasks({ signal }) });
