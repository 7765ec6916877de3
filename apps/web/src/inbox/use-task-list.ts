import { useQuery } from '@tanstack/react-query';
import { useEffect, useReducer } from 'react';
import { api } from '../api/client.ts';
import { type TaskView, taskListQuery } from '../task/task-queries.ts';
import { emptyList, listReducer, undecidedFates } from './list-state.ts';

/** The list of a view, kept calm: see list-state.ts. Mounted anew for another view. */
export const useTaskList = (view: TaskView) => {
  const query = useQuery(taskListQuery(view));
  const [state, dispatch] = useReducer(listReducer, emptyList);
  const tasks = query.data?.items;
  const readAt = query.dataUpdatedAt;

  useEffect(() => {
    if (tasks) dispatch({ type: 'loaded', tasks });
  }, [tasks]);

  const asking = undecidedFates(state).join(' ');
  useEffect(() => {
    if (readAt === 0) return;
    for (const id of asking.split(' ').filter(Boolean)) {
      // Not through the cache: what makes the list stale cancels what is under way there.
      api
        .getTask({ params: { id } })
        .then((task) => dispatch({ type: 'explained', id, gone: task }))
        .catch(() => dispatch({ type: 'explained', id, gone: 'unknown' }));
    }
  }, [asking, readAt]);

  /** The server refused a decision: the row is back, as the view says now. */
  const undecide = (id: string) => {
    dispatch({ type: 'undecided', id });
    if (tasks) dispatch({ type: 'loaded', tasks });
  };

  return { query, state, dispatch, undecide };
};
