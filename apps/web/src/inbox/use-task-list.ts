import { useQuery } from '@tanstack/react-query';
import { useEffect, useReducer } from 'react';
import { api } from '../api/client.ts';
import { type TaskView, taskListQuery } from '../task/task-queries.ts';
import { emptyList, listReducer } from './list-state.ts';

/** The list of a view, kept calm: see list-state.ts. Mounted anew for another view. */
export const useTaskList = (view: TaskView) => {
  const query = useQuery(taskListQuery(view));
  const [state, dispatch] = useReducer(listReducer, emptyList);
  const tasks = query.data?.items;

  useEffect(() => {
    if (tasks) dispatch({ type: 'loaded', tasks });
  }, [tasks]);

  const unexplained = Object.keys(state.gone)
    .filter((id) => state.gone[id] === null)
    .join(' ');
  useEffect(() => {
    for (const id of unexplained.split(' ').filter(Boolean)) {
      // Not through the cache: what makes the list stale cancels what is under way there.
      api
        .getTask({ params: { id } })
        .then((task) => dispatch({ type: 'explained', id, gone: task }))
        .catch(() => dispatch({ type: 'explained', id, gone: 'unknown' }));
    }
  }, [unexplained]);

  /** The server refused a decision: the row is back, as the view says now. */
  const undecide = (id: string) => {
    dispatch({ type: 'undecided', id });
    if (tasks) dispatch({ type: 'loaded', tasks });
  };

  return { query, state, dispatch, undecide };
};
